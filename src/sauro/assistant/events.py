"""Domain events of the language model. They hold figures and the purpose, never a word of a document."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

MODEL_ASKED = register_event("assistant.call.asked", _("Yêu cầu hỏi mô hình ngôn ngữ"))
MODEL_CALLED = register_event("assistant.call.made", _("Gửi văn bản tới mô hình ngôn ngữ"))
MODEL_REFUSED = register_event("assistant.call.refused", _("Không gửi văn bản tới mô hình ngôn ngữ"))
