"""Domain events of urging."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

RULE_SET = register_event("notices.rule.set", _("Đặt quy tắc nhắc việc của đơn vị"))
MAIL_SET = register_event("notices.mail.set", _("Đặt cách nhận thư"))
FEED_CREATED = register_event("notices.feed.created", _("Tạo địa chỉ lịch"))
FEED_REVOKED = register_event("notices.feed.revoked", _("Thu hồi địa chỉ lịch"))
REMINDED = register_event("notices.reminder.sent", _("Nhắc thực hiện"))
EXPLANATION_ASKED = register_event("notices.explanation.asked", _("Yêu cầu giải trình"))
EXPLANATION_GIVEN = register_event("notices.explanation.given", _("Giải trình"))
