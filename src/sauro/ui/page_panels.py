"""Panels that areas add to the page of an object of another area, which therefore need not know them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model

from sauro.access.actor import Actor

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Panel(Generic[M]):
    """A part of a page: ``context`` returns what its template shows of the object, at a constant number of queries.

    ``script`` and ``style`` name static files that it needs on the page. ``desk_template`` shows the same on the desk
    of the object, where its area has one; empty for no part there.
    """

    name: str
    template: str
    context: Callable[[Actor, M], dict[str, Any]]
    order: int = 100
    script: str = ""
    style: str = ""
    desk_template: str = ""


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """A panel with what it shows for one object."""

    template: str
    data: dict[str, Any]
    script: str = ""
    style: str = ""


class PagePanels(Generic[M]):
    """The panels of one kind of page. Areas register theirs when Django is ready."""

    def __init__(self, page: str) -> None:
        """``page`` names the kind in errors."""
        self._page = page
        self._panels: dict[str, Panel[M]] = {}

    def register(self, panel: Panel[M]) -> None:
        """Add a panel; the same name twice is a programming error."""
        if panel.name in self._panels:
            raise ValueError(f"{self._page} panel {panel.name!r} is registered twice")
        self._panels[panel.name] = panel

    def shown(self, actor: Actor, obj: M) -> list[ShownPanel]:
        """Return the panels of an object in their order."""
        return [
            ShownPanel(one.template, one.context(actor, obj), one.script, one.style) for one in self._ordered()
        ]  # fmt: skip

    def on_desk(self, actor: Actor, obj: M) -> list[ShownPanel]:
        """Return the panels that stand on the desk of an object, in their order."""
        with_part = [one for one in self._ordered() if one.desk_template]
        return [ShownPanel(one.desk_template, one.context(actor, obj)) for one in with_part]

    def _ordered(self) -> list[Panel[M]]:
        return sorted(self._panels.values(), key=lambda panel: (panel.order, panel.name))
