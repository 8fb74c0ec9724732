"""Menu entries of the workforce."""

from django.utils.translation import gettext_lazy as _

from sauro.ui.navigation import NavItem, Place, register

register(NavItem("workforce", _("Đội ngũ"), "person-list", "users", "workforce.view", order=75))
register(NavItem("establishment", _("Biên chế"), "establishment", "layout-grid", "workforce.view", order=76))
register(NavItem("own-dossier", _("Hồ sơ của tôi"), "own-dossier", "id-badge-2", order=15, place=Place.USER))
