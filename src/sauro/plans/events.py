"""Domain events of monthly plans."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

PLAN_OPENED = register_event("plans.month.opened", _("Mở kế hoạch tháng"))
ITEM_ADDED = register_event("plans.item.added", _("Thêm việc vào kế hoạch tháng"))
ITEM_GIVEN_BACK = register_event("plans.item.given_back", _("Bàn giao việc trong kế hoạch tháng"))
