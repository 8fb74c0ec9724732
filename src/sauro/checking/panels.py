"""Menu entry of the rules."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("rules", _("Quy tắc kiểm tra"), "rule-list", "list-check", permission="checking.configure", order=80))
