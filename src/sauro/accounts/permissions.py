"""Permission groups of accounts, history and secrecy, and the roles that bundle all groups."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

ACCOUNTS = register_group("accounts", _("Tài khoản"), {"view": _("Xem"), "manage": _("Quản lý")})
HISTORY = register_group("history", _("Nhật ký"), {"view": _("Xem")})
SECRECY = register_group("secrecy", _("Bí mật nhà nước"), {"purge": _("Đề nghị, xác nhận tiêu hủy")})
