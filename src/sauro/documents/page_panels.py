"""Panels that other areas add to the page of a document, so that this area need not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sauro.access.actor import Actor
from sauro.documents.models import Document

Context = Callable[[Actor, Document], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page: ``context`` returns what its template shows, at a constant number of queries.

    ``desk_template`` shows the same on the desk, above the tasks found; empty for no part there.
    """

    name: str
    template: str
    context: Context
    order: int = 100
    desk_template: str = ""


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """A panel with what it shows for one document."""

    template: str
    data: dict[str, Any]


_PANELS: dict[str, Panel] = {}


def register_panel(panel: Panel) -> None:
    """Add a panel; the same name twice is a programming error."""
    if panel.name in _PANELS:
        raise ValueError(f"document panel {panel.name!r} is registered twice")
    _PANELS[panel.name] = panel


def panels_of(actor: Actor, document: Document) -> list[ShownPanel]:
    """Return the panels of a document in their order."""
    return [ShownPanel(panel.template, panel.context(actor, document)) for panel in _ordered()]


def desk_panels_of(actor: Actor, document: Document) -> list[ShownPanel]:
    """Return the panels that stand on the desk of a document, in their order."""
    ordered = [panel for panel in _ordered() if panel.desk_template]
    return [ShownPanel(panel.desk_template, panel.context(actor, document)) for panel in ordered]


def _ordered() -> list[Panel]:
    return sorted(_PANELS.values(), key=lambda panel: (panel.order, panel.name))
