"""Menu entries of the register of units."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("units", _("Cơ quan, đơn vị"), "unit-list", "building-community", permission="units.view", order=70))
