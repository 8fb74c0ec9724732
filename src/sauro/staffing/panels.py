"""Menu entries of proposals of moves."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, Place, register

register(NavItem("staffing", _("Phương án điều động"), "scenario-list", "route", "workforce.manage", order=77))
register(NavItem("own-moving", _("Đồng ý điều động"), "own-moving", "route", order=16, place=Place.USER))
