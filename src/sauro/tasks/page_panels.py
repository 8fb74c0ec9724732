"""Panels that other areas add to the page of an assignment, so that this area need not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sauro.access.actor import Actor
from sauro.tasks.models import Assignment

Context = Callable[[Actor, Assignment], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page: ``context`` returns what its template shows, at a constant number of queries.

    ``script`` and ``style`` name static files that it needs on the page.
    """

    name: str
    template: str
    context: Context
    order: int = 100
    script: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """A panel with what it shows for one assignment."""

    template: str
    data: dict[str, Any]
    script: str = ""
    style: str = ""


_PANELS: dict[str, Panel] = {}


def register_panel(panel: Panel) -> None:
    """Add a panel; the same name twice is a programming error."""
    if panel.name in _PANELS:
        raise ValueError(f"assignment panel {panel.name!r} is registered twice")
    _PANELS[panel.name] = panel


def panels_of(actor: Actor, assignment: Assignment) -> list[ShownPanel]:
    """Return the panels of an assignment in their order."""
    ordered = sorted(_PANELS.values(), key=lambda panel: (panel.order, panel.name))
    return [
        ShownPanel(panel.template, panel.context(actor, assignment), panel.script, panel.style) for panel in ordered
    ]
