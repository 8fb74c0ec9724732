"""Finding assignments among those the actor may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet

from sauro.access.actor import Actor
from sauro.organizations.policies import unit_policy
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.work import given_by, my_work, questioned, to_confirm, visible_assignments
from sauro.tasks.transitions import OPEN_STATES
from vanban.text.normalize import fold


class Reach(StrEnum):
    """Which assignments a search starts from, all within what the actor may see."""

    ALL = "all"
    MINE = "mine"
    GIVEN = "given"
    TO_CONFIRM = "to-confirm"
    QUESTIONED = "questioned"


_ROWS: Mapping[Reach, Callable[[Actor], QuerySet[Assignment]]] = {
    Reach.ALL: visible_assignments,
    Reach.MINE: my_work,
    Reach.GIVEN: given_by,
    Reach.TO_CONFIRM: to_confirm,
    Reach.QUESTIONED: questioned,
}


@dataclass(frozen=True, slots=True)
class AssignmentFilter:
    """What is asked of a list of assignments; an empty value asks nothing. Both ends of a range are included."""

    reach: Reach = Reach.ALL
    words: str = ""
    state: str = ""
    timeliness: str = ""
    role: str = ""
    is_open: bool | None = None
    unit_id: UUID | None = None
    giver_unit_id: UUID | None = None
    due_from: dt.date | None = None
    due_to: dt.date | None = None


def find_assignments(actor: Actor, asked: AssignmentFilter) -> QuerySet[Assignment]:
    """Return the assignments that answer the filter. A unit stands for everything below it as well."""
    condition = Q()
    for word in fold(asked.words).split():
        condition &= Q(search_key__contains=word)
    exact = {"state": asked.state, "timeliness": asked.timeliness, "role": asked.role}
    ends = {"due_on__gte": asked.due_from, "due_on__lte": asked.due_to}
    condition &= Q(**{name: value for name, value in {**exact, **ends}.items() if value})
    if asked.is_open is not None:
        is_open = Q(state__in=sorted(OPEN_STATES))
        condition &= is_open if asked.is_open else ~is_open
    for lookup, unit_id in (("unit", asked.unit_id), ("giver_unit", asked.giver_unit_id)):
        if unit_id is not None:
            condition &= Q(**{f"{lookup}__path__startswith": unit_policy.get_visible(actor, unit_id).path})
    return _ROWS[asked.reach](actor).filter(condition)
