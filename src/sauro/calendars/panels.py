"""Menu entry of the working-day calendar."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("calendar", _("Lịch làm việc"), "calendar", "calendar", order=75))
