"""Panels that other areas add to the page of a target, so that this area need not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sauro.access.actor import Actor
from sauro.targets.models import Share

Context = Callable[[Actor, Share], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the page: ``context`` returns what its template shows, at a constant number of queries."""

    name: str
    template: str
    context: Context
    order: int = 100


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """A panel with what it shows for one share."""

    template: str
    data: dict[str, Any]


_PANELS: dict[str, Panel] = {}


def register_panel(panel: Panel) -> None:
    """Add a panel; the same name twice is a programming error."""
    if panel.name in _PANELS:
        raise ValueError(f"target panel {panel.name!r} is registered twice")
    _PANELS[panel.name] = panel


def panels_of(actor: Actor, share: Share) -> list[ShownPanel]:
    """Return the panels of a share in their order."""
    ordered = sorted(_PANELS.values(), key=lambda panel: (panel.order, panel.name))
    return [ShownPanel(panel.template, panel.context(actor, share)) for panel in ordered]
