"""Domain events of measuring."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

LINKED = register_event("measuring.link.set", _("Liên kết chỉ tiêu với số đo từ hồ sơ"))
