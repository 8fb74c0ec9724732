"""Permission group of the register of units."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

UNITS = register_group("units", _("Cơ quan, đơn vị"), {"view": _("Xem"), "manage": _("Quản lý")})
