"""Menu entry of imports."""

from django.utils.translation import gettext_lazy as _

from sauro.roster.policies import RECORD
from sauro.ui.navigation import NavItem, register

register(NavItem("people-imports", _("Nhập hồ sơ"), "import-list", "table-import", RECORD, order=77))
