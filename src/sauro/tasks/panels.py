"""Menu entries of the work, and its part in the page of a document."""

from django.utils.translation import gettext_lazy as _

from sauro.documents.page_panels import Panel, register_panel
from sauro.documents.selectors.history import register_events
from sauro.tasks.bindings_panel import bindings_of
from sauro.tasks.chronicle import register_source
from sauro.tasks.document_panel import handovers_of, obligation_counts
from sauro.tasks.page_panels import Panel as WorkPanel
from sauro.tasks.page_panels import register_panel as register_work_panel
from sauro.tasks.selectors.chronicle import entries_of_work
from sauro.tasks.selectors.chronicle_events import TOLD_FROM_ROWS
from sauro.tasks.selectors.history import events_of_obligations
from sauro.ui.navigation import NavItem, register

register(NavItem("home", _("Hôm nay"), "home", "home", order=10))
register(NavItem("my-work", _("Việc của tôi"), "my-work", "checklist", order=20))
register(NavItem("given", _("Việc đã giao"), "given-list", "send", permission="giving.view", order=40))
register(NavItem("assignments", _("Tất cả nhiệm vụ"), "assignment-list", "list-details", order=50))
register(NavItem("likely", _("Có thể trùng"), "likely-list", "copy", permission="tasks.lead", order=55))
register(NavItem("fields", _("Lĩnh vực"), "field-list", "category", permission="work_fields.manage", order=76))
register_work_panel(WorkPanel("bindings", "tasks/bindings_panel.html", bindings_of, order=5))
register_panel(Panel("obligations", "tasks/document_panel.html", obligation_counts, order=10))
register_panel(Panel("handovers", "tasks/handover_panel.html", handovers_of, order=20))
register_events(events_of_obligations)
register_source("tasks", entries_of_work, tells=TOLD_FROM_ROWS)
