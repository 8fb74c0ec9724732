"""Domain events of the frame."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

LIST_EXPORTED = register_event("ui.list.exported", _("Xuất danh sách ra tệp"))
