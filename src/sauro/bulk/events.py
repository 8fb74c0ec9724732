"""Domain events of acts on many assignments. What happens to each one is an event of its own."""

from django.utils.translation import gettext_lazy as _

from sauro.audit.registry import register_event

RUN_STARTED = register_event("bulk.run.started", _("Thao tác trên nhiều nhiệm vụ"))
