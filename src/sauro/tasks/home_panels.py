"""Panels that other areas add to the first page, so that this area need not know them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from sauro.access.actor import Actor
from sauro.tasks.selectors.work import Tally, given_by, tally
from sauro.ui.badges import Tone


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure that opens its list."""

    label: str | Promise
    value: int
    url: str
    tone: Tone
    icon: str


@dataclass(frozen=True, slots=True)
class ShownHomePanel:
    """What a panel shows to one person today: its figures, and what its template needs; without one, figures alone."""

    template: str
    tiles: Sequence[Tile] = ()
    data: dict[str, Any] = field(default_factory=dict)


Show = Callable[[Actor], ShownHomePanel | None]
_PANELS: dict[str, tuple[int, Show]] = {}


def register_home_panel(name: str, show: Show, *, order: int = 100) -> None:
    """Add a panel; the same name twice is a programming error.

    ``show`` returns what waits for the person, at a constant number of queries, or nothing when nothing does.
    """
    if name in _PANELS:
        raise ValueError(f"home panel {name!r} is registered twice")
    _PANELS[name] = (order, show)


def home_panels_of(actor: Actor) -> list[ShownHomePanel]:
    """Return the panels that have something for the actor, in their order."""
    ordered = sorted(_PANELS.items(), key=lambda item: (item[1][0], item[0]))
    return [shown for _name, (_order, show) in ordered if (shown := show(actor)) is not None]


CountGiven = Callable[[Actor], Tally]
_counters: list[CountGiven] = []


def register_given_count(count: CountGiven) -> None:
    """Let an area that keeps figures say how what an actor's units gave stands, without reading its rows."""
    if _counters:
        raise ValueError("what was given is counted by two areas")
    _counters.append(count)


def count_given(actor: Actor) -> Tally:
    """Return how everything stands that the actor's units gave and the actor follows."""
    return _counters[0](actor) if _counters else tally(given_by(actor))
