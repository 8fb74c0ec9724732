"""The monthly parts on the page of an assignment."""

from __future__ import annotations

from typing import Any

from sauro.access.actor import Actor
from sauro.plans.selectors.parts import ShownPart, division_of
from sauro.tasks.badges import badge_of_timeliness
from sauro.tasks.models import Assignment
from sauro.ui.badges import Badge


def parts_panel(actor: Actor, assignment: Assignment) -> dict[str, Any]:
    """Return the parts, each with its mark, and whether the actor may divide the work."""
    division = division_of(actor, assignment)
    return {"division": division, "rows": with_badges(division.parts)}


def with_badges(parts: list[ShownPart]) -> list[tuple[ShownPart, Badge]]:
    """Return parts with the mark of how each stands."""
    return [(shown, badge_of_timeliness(shown.timeliness)) for shown in parts]
