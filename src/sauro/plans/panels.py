"""Menu entry of the monthly plans."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("plans", _("Kế hoạch tháng"), "month-plan", "calendar-check", order=25))
