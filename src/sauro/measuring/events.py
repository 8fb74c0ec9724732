"""Domain events of measuring."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

LINKED = register_event("measuring.link.set", _("Liên kết chỉ tiêu với số đo từ hồ sơ"))
PROPOSED = register_event("measuring.proposal.made", _("Đề xuất số đo cuối tháng của chỉ tiêu"))
SET_ASIDE = register_event("measuring.proposal.set_aside", _("Không ghi số đo cuối tháng của chỉ tiêu"))
