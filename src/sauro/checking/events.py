"""Domain events of the rules."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

RULE_SWITCHED_OFF = register_event("checking.rule.switched_off", _("Tắt quy tắc kiểm tra"))
RULE_SWITCHED_ON = register_event("checking.rule.switched_on", _("Bật lại quy tắc kiểm tra"))
COMPETENCE_SET = register_event("checking.competence.set", _("Ghi mục thẩm quyền"))
COMPETENCE_REMOVED = register_event("checking.competence.removed", _("Bỏ mục thẩm quyền"))
COMPETENCE_IMPORTED = register_event("checking.competence.imported", _("Nhập danh mục thẩm quyền"))
WORDING_CHOSEN = register_event("checking.wording.chosen", _("Chọn cách nói “sáu rõ”"))
