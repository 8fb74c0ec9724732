"""How many difficulties there are, by who raised them and by who has to answer. Counted from what the actor may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.difficulties.enums import Cause, DifficultyState
from sauro.difficulties.models import Difficulty
from sauro.difficulties.policies import difficulty_policy


@dataclass(frozen=True, slots=True)
class DifficultyFigures:
    """The figures of one unit; ``late`` is part of ``waiting``, ``answered_late`` and ``objective`` of ``answered``."""

    code: str
    name: str
    total: int
    waiting: int
    late: int
    answered: int
    answered_late: int
    objective: int


def figures_by(rows: QuerySet[Difficulty], field: str, *, answered_late: Q) -> Sequence[DifficultyFigures]:
    """Return the figures by the unit in ``field``, most waiting first. Takes one query."""
    waiting, answered = Q(state=DifficultyState.OPEN), Q(state=DifficultyState.ANSWERED)
    counted = rows.exclude(state=DifficultyState.WITHDRAWN).order_by().values(f"{field}__code", f"{field}__name")
    counted = counted.annotate(
        total=Count("pk"),
        waiting=Count("pk", filter=waiting),
        late=Count("pk", filter=waiting & Q(due_on__lt=today())),
        answered=Count("pk", filter=answered),
        answered_late=Count("pk", filter=answered_late),
        objective=Count("pk", filter=answered & Q(cause=Cause.OBJECTIVE)),
    )
    names = ("total", "waiting", "late", "answered", "answered_late", "objective")
    return [
        DifficultyFigures(row[f"{field}__code"], row[f"{field}__name"], **{name: row[name] for name in names})
        for row in counted.order_by("-waiting", f"{field}__sort_key", f"{field}__code")
    ]


SHOWN = 5


def first_to_answer(actor: Actor) -> list[Difficulty]:
    """Return the first few that wait for an answer the actor may give, the most pressing first. Takes one query."""
    rows = difficulty_policy.visible(actor, "answer").filter(state=DifficultyState.OPEN)
    return list(rows.select_related("unit").order_by("due_on", "id")[:SHOWN])


def waiting_for(actor: Actor) -> tuple[int, int]:
    """Return how many wait for an answer that the actor may give, and how many of these are late. Takes one query."""
    rows = difficulty_policy.visible(actor, "answer").filter(state=DifficultyState.OPEN)
    counted = rows.aggregate(waiting=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today())))
    return counted["waiting"], counted["late"]
