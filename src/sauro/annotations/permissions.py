"""Permission group of the figures about the machine: counts alone, no word of any document."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

ACCURACY = register_group("accuracy", _("Độ chính xác của máy"), {"view": _("Xem")})
