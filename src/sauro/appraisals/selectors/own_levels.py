"""Reading the levels people gave themselves."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sauro.access.actor import Actor
from sauro.appraisals.models import OwnLevel
from sauro.appraisals.policies import own_level_policy


def own_level(actor: Actor, year: int) -> OwnLevel | None:
    """Return the level the actor gave themselves for a year."""
    return own_level_policy.visible(actor, "own").filter(year=year).order_by("-stated_at").first()


def own_levels_of(actor: Actor, year: int, appointments: Iterable[UUID]) -> dict[object, OwnLevel]:
    """Return by appointment what people gave themselves, as far as the actor may see it."""
    rows = own_level_policy.visible(actor).filter(year=year, appointment__in=list(appointments))
    return {row.appointment_id: row for row in rows}
