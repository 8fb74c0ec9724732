"""Domain events of periods."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

YEAR_MADE = register_event("periods.period.made", _("Lập các kỳ của năm"))
EDITED = register_event("periods.period.edited", _("Sửa kỳ"))
