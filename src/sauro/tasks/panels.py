"""Menu entries of the work."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, register

register(NavItem("home", _("Hôm nay"), "home", "home", order=10))
register(NavItem("my-work", _("Việc của tôi"), "my-work", "checklist", order=20))
register(NavItem("given", _("Việc đã giao"), "given-list", "send", permission="giving.follow", order=40))
register(NavItem("assignments", _("Tất cả nhiệm vụ"), "assignment-list", "list-details", order=50))
