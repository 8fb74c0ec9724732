"""How much the people of a unit have to do: by name, and only for those who lead the unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.organizations.models import Appointment, Unit
from sauro.reporting.selectors.figures import Figures, figures_of
from sauro.reporting.selectors.scope import Reader, count_rows
from sauro.tasks.enums import DOING_STATES, AssignmentState


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """What one post is in charge of and has not ended. ``post`` is None for work nobody is in charge of yet."""

    post: Appointment | None
    figures: Figures


def leads(actor: Actor, unit: Unit) -> bool:
    """Tell whether the people of the unit are in the actor's line of command."""
    return actor.holds_for("tasks.lead", unit.path, unit.domain)


def people_of(reader: Reader, unit: Unit) -> Sequence[PersonLoad]:
    """Return the loads of the people of a unit that the actor leads, the heaviest first. Takes two queries."""
    if not leads(reader.actor, unit):
        return []
    open_states = (*DOING_STATES, AssignmentState.HANDED_IN)
    rows = reader.rows().filter(unit=unit, state__in=open_states)
    counts = count_rows(rows, ("person_id",), reader.today)
    posts = Appointment.objects.select_related("person", "position").in_bulk([key for (key,) in counts if key])
    loads = [PersonLoad(_post(posts, key), figures_of(numbers)) for (key,), numbers in counts.items()]
    return sorted(loads, key=lambda load: (load.post is None, -load.figures.doing, _name(load)))


def _post(posts: dict[UUID, Appointment], key: UUID | None) -> Appointment | None:
    return posts.get(key) if key else None


def _name(load: PersonLoad) -> str:
    return load.post.person.sort_key if load.post else ""
