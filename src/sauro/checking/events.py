"""Domain events of the rules."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

RULE_SWITCHED_OFF = register_event("checking.rule.switched_off", _("Tắt quy tắc kiểm tra"))
RULE_SWITCHED_ON = register_event("checking.rule.switched_on", _("Bật lại quy tắc kiểm tra"))
