"""Domain events of urging."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

RULE_SET = register_event("notices.rule.set", _("Đặt quy tắc nhắc việc của đơn vị"))
