"""Menu entry of difficulties, and their parts in the page and the chronicle of an assignment and in the first page."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.difficulties.enums import Cause
from sauro.difficulties.models import Difficulty
from sauro.difficulties.selectors.difficulties import entries_of_difficulties, of_assignment
from sauro.difficulties.selectors.figures import first_to_answer, waiting_for
from sauro.tasks.chronicle import register_source
from sauro.tasks.holdings import register_holding
from sauro.tasks.home_panels import ShownHomePanel, Tile, register_home_panel
from sauro.tasks.models import Assignment
from sauro.tasks.page_panels import Panel, register_panel
from sauro.ui.badges import Tone
from sauro.ui.navigation import NavItem, register


def _of_work(actor: Actor, assignment: Assignment) -> dict[str, Any]:
    """What the page of an assignment shows: its difficulties, and the one that was found to be an objective cause."""
    found = of_assignment(actor, assignment)
    objective = next((one for one in found if one.cause == Cause.OBJECTIVE), None)
    return {"difficulties": found, "objective": objective}


def _to_answer(actor: Actor) -> ShownHomePanel | None:
    """The tiles of the first page: what waits for an answer of the actor's units, and how much of it is late."""
    waiting, late = waiting_for(actor)
    if not waiting:
        return None
    rows = first_to_answer(actor)
    address = reverse("difficulty-list")
    tiles = [Tile(_("Vướng mắc chờ trả lời"), waiting, f"{address}?viec=toi", Tone.SOON, "alert-octagon")]
    if late:
        tiles.append(
            Tile(_("Quá hạn trả lời vướng mắc"), late, f"{address}?viec=toi&qh=co", Tone.LATE, "alert-triangle")
        )
    return ShownHomePanel("difficulties/home_panel.html", tiles, {"rows": rows, "count": waiting})


register(NavItem("difficulties", _("Khó khăn, vướng mắc"), "difficulty-list", "alert-octagon", order=60))
register_holding("difficulties", lambda: Difficulty.objects.filter(assignment=OuterRef("pk")))
register_panel(
    Panel(
        "difficulties",
        "difficulties/assignment_panel.html",
        _of_work,
        order=10,
    )
)
register_source("difficulties", entries_of_difficulties)
register_home_panel("difficulties", _to_answer, order=30)
