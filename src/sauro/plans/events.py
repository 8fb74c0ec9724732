"""Domain events of monthly plans and of the parts of long work."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

PLAN_OPENED = register_event("plans.month.opened", _("Mở kế hoạch tháng"))
ITEM_ADDED = register_event("plans.item.added", _("Thêm việc vào kế hoạch tháng"))
ITEM_GIVEN_BACK = register_event("plans.item.given_back", _("Bàn giao việc trong kế hoạch tháng"))
WORK_DIVIDED = register_event("plans.part.divided", _("Chia việc theo tháng"))
PART_MOVED = register_event("plans.part.moved", _("Chuyển phần việc sang tháng khác"))
PART_DELIVERED = register_event("plans.part.delivered", _("Nộp kết quả phần việc tháng"))
PART_RETURNED = register_event("plans.part.returned", _("Trả lại kết quả phần việc tháng"))
