"""Menu entries of accounts."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, Place, register

register(NavItem("users", _("Tài khoản"), "user-list", "users", permission="accounts.view", order=80))
register(NavItem("history", _("Nhật ký"), "event-list", "history", permission="history.view", order=90))
register(NavItem("password", _("Đổi mật khẩu"), "password-change", "key", order=10, place=Place.USER))
register(NavItem("second-factor", _("Xác thực hai lớp"), "second-factor", "shield-lock", order=20, place=Place.USER))
register(NavItem("api-tokens", _("Khóa API"), "token-list", "api", order=30, place=Place.USER))
register(NavItem("sign-out", _("Đăng xuất"), "sign-out", "logout", order=90, place=Place.USER, post=True))
