"""Menu entry of status reports."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("status-reports", _("Báo cáo tình hình"), "status-report-list", "report", order=17))
