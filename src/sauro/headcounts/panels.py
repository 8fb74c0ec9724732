"""Menu entries of the figures and of the forms, which are declared here by being imported."""

from django.utils.translation import gettext_lazy as _

from sauro.headcounts.official import catalogue  # noqa: F401 -- its forms register themselves
from sauro.ui.navigation import NavItem, register

register(NavItem("headcounts", _("Số liệu đội ngũ"), "headcount-report", "chart-bar", "workforce.view", order=76))
register(NavItem("official-forms", _("Biểu mẫu báo cáo"), "official-forms", "forms", "workforce.view", order=77))
