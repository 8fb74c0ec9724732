"""Domain events of annotations."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

ANNOTATION_EXPORTED = register_event("annotations.document.exported", _("Xuất bản chú giải của văn bản"))
