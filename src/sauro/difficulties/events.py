"""Domain events of difficulties."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

RAISED = register_event("difficulties.difficulty.raised", _("Nêu khó khăn, vướng mắc"))
FORWARDED = register_event("difficulties.difficulty.forwarded", _("Chuyển khó khăn, vướng mắc lên cấp trên"))
ESCALATED = register_event("difficulties.difficulty.escalated", _("Báo cấp trên khó khăn, vướng mắc quá hạn trả lời"))
ANSWERED = register_event("difficulties.difficulty.answered", _("Trả lời khó khăn, vướng mắc"))
JOINED = register_event("difficulties.difficulty.joined", _("Ghép với khó khăn, vướng mắc cùng nội dung"))
WITHDRAWN = register_event("difficulties.difficulty.withdrawn", _("Rút khó khăn, vướng mắc"))
