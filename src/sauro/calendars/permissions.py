"""Permission group of the working-day calendar."""

from django.utils.translation import gettext_lazy as _

from sauro.access.permissions import register_group

CALENDAR = register_group("calendar", _("Lịch làm việc"), {"manage": _("Sửa ngày nghỉ, ngày làm bù, nửa ngày")})
