"""Domain events of accounts."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

SIGNED_IN = register_event("accounts.session.signed_in", _("Đăng nhập"))
SIGN_IN_FAILED = register_event("accounts.session.failed", _("Đăng nhập sai"))
ACCOUNT_LOCKED = register_event("accounts.session.locked_out", _("Khóa tạm do đăng nhập sai nhiều lần"))
SIGNED_OUT = register_event("accounts.session.signed_out", _("Đăng xuất"))
SCREEN_UNLOCK_FAILED = register_event("accounts.session.unlock_failed", _("Mở khóa màn hình sai"))
PASSWORD_CHANGED = register_event("accounts.user.password_changed", _("Đổi mật khẩu"))
PASSWORD_RESET = register_event("accounts.user.password_reset", _("Đặt lại mật khẩu"))
SECOND_FACTOR_ON = register_event("accounts.user.second_factor_on", _("Bật xác thực hai lớp"))
SECOND_FACTOR_RESET = register_event("accounts.user.second_factor_reset", _("Gỡ xác thực hai lớp"))
RECOVERY_CODE_USED = register_event("accounts.user.recovery_code_used", _("Dùng mã khôi phục"))
USER_CREATED = register_event("accounts.user.created", _("Tạo tài khoản"))
USER_ACTIVATED = register_event("accounts.user.activated", _("Mở tài khoản"))
USER_DEACTIVATED = register_event("accounts.user.deactivated", _("Ngừng tài khoản"))
GRANT_GIVEN = register_event("accounts.grant.given", _("Giao vai trò"))
GRANT_ENDED = register_event("accounts.grant.ended", _("Thôi vai trò"))
TOKEN_CREATED = register_event("accounts.token.created", _("Tạo khóa API"))
TOKEN_REVOKED = register_event("accounts.token.revoked", _("Thu hồi khóa API"))
