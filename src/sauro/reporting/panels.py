"""Menu entry of the board."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("board", _("Bảng theo dõi"), "board", "layout-dashboard", order=15))
