"""Menu entry of targets, and their part in the page of a document."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.documents.models import Document
from sauro.documents.page_panels import Panel, register_panel
from sauro.targets.selectors.found import found_targets
from sauro.ui.navigation import NavItem, register


def found_in(actor: Actor, document: Document) -> dict[str, Any]:
    """Return the targets found in a document, and how many wait for a decision."""
    return {"shown": found_targets(actor, document.pk)}


register(NavItem("targets", _("Chỉ tiêu"), "target-board", "target-arrow", "targets.view", order=65))
register_panel(
    Panel("targets", "targets/document_panel.html", found_in, order=15, desk_template="targets/desk_panel.html")
)
