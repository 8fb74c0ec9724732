"""Permission group of saved views: keeping them for oneself needs none."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

LISTINGS = register_group("listings", _("Cách xem danh sách"), {"share": _("Chia sẻ trong đơn vị")})
