"""Menu entry of the figures."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("headcounts", _("Số liệu đội ngũ"), "headcount-report", "chart-bar", "workforce.view", order=76))
