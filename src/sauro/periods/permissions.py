"""Permission group of the table of periods."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

PERIODS = register_group("periods", _("Kỳ"), {"view": _("Xem"), "manage": _("Lập và sửa kỳ")})
