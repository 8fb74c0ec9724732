"""Reading assignments: what the actor may see, and what they have to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.access.policies import within
from sauro.common.clock import today
from sauro.tasks.enums import ChangeAnswer
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.querysets import TimedAssignment, overdue_condition, with_last_day, with_timeliness
from sauro.tasks.timeliness import Timeliness

# Each table more makes the database weigh many more orders of joining them: with the whole among these, planning a page
# took five times as long, and longer than reading it.
_SHOWN_WITH = ("unit", "field", "giver_unit", "person__person", "person__position")


def visible_assignments(actor: Actor) -> QuerySet[TimedAssignment]:
    """Return every assignment the actor may see, with what lists show of it and its timeliness today."""
    rows = assignment_policy.visible(actor).select_related(*_SHOWN_WITH)
    return with_timeliness(rows, today=today())


def my_work(actor: Actor) -> QuerySet[TimedAssignment]:
    """Return what the actor is in charge of, and what waits in their units for somebody to take it over.

    Work kept on behalf of a body without an account is not the office's own: it is followed with what was given.
    """
    mine = Q(person__in=actor.appointment_ids)
    waiting = Q(person__isnull=True) & within(actor, "tasks.lead", unit="unit")
    return visible_assignments(actor).filter(mine | waiting)


def occurrences_of(actor: Actor, head: Assignment) -> list[TimedAssignment]:
    """Return the occurrences of recurring work that the actor may see, newest first."""
    rows = visible_assignments(actor).filter(parent=head, period_first__isnull=False).order_by("-period_first")
    return list(rows)


def to_confirm(actor: Actor) -> QuerySet[TimedAssignment]:
    """Return the products that wait for the actor's word as the giver."""
    return visible_assignments(actor).filter(assignment_policy.condition(actor, "decide"), state="handed_in")


def questioned(actor: Actor) -> QuerySet[TimedAssignment]:
    """Return the assignments whose body asked the giver to look again."""
    return visible_assignments(actor).filter(assignment_policy.condition(actor, "decide"), state="questioned")


def extensions_asked(actor: Actor) -> QuerySet[TimedAssignment]:
    """Return the assignments whose body asked for a later deadline and waits for the actor's answer as the giver."""
    return visible_assignments(actor).filter(
        assignment_policy.condition(actor, "decide"), deadline_changes__answer=ChangeAnswer.PENDING
    )


def given_by(actor: Actor) -> QuerySet[TimedAssignment]:
    """Return what the actor's units gave to others and the actor follows."""
    return visible_assignments(actor).filter(giving_condition(actor))


def giving_condition(actor: Actor) -> Q:
    """Return the condition "given by a unit whose giving the actor follows"."""
    return within(actor, "giving.view", unit="giver_unit")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many assignments stand how against their deadlines. ``total`` is the denominator of every share."""

    counts: dict[str, int]

    @property
    def total(self) -> int:
        """All assignments counted."""
        return sum(self.counts.values())

    def of(self, *kinds: Timeliness) -> int:
        """The number of assignments of the given kinds together."""
        return sum(self.counts.get(str(kind), 0) for kind in kinds)


def tally(rows: QuerySet[TimedAssignment]) -> Tally:
    """Count assignments by timeliness. Takes one query."""
    counted = rows.order_by().values("timeliness").annotate(number=Count("pk"))
    return Tally({row["timeliness"]: row["number"] for row in counted})


@dataclass(frozen=True, slots=True)
class LateObligation:
    """An obligation some of whose bodies are late: how many of all it was given to, and since when."""

    obligation_id: UUID
    wording: str
    source_text: str
    due_on: dt.date
    late: int


def late_obligations(actor: Actor, *, limit: int) -> list[LateObligation]:
    """Return the obligations given by the actor's units with the most late bodies. Takes two queries.

    Counting reads an index only; the words are read of those that are shown.
    """
    worst = ask(_latest_obligations, actor, limit)
    given = Assignment.objects.filter(giving_condition(actor))
    # All assignments of an obligation say the same.
    one_each = given.filter(obligation__in=[row["obligation_id"] for row in worst]).order_by("obligation_id")
    said = {
        pk: (wording, source)
        for pk, wording, source in one_each.distinct("obligation_id").values_list(
            "obligation_id", "wording", "source_text"
        )
    }
    return [
        LateObligation(row["obligation_id"], *said[row["obligation_id"]], row["first"], row["number"]) for row in worst
    ]


def _latest_obligations(actor: Actor, limit: int) -> QuerySet[Assignment, Any]:
    given = Assignment.objects.filter(giving_condition(actor), obligation__isnull=False)
    late = with_last_day(given).filter(overdue_condition(today())).order_by()
    grouped = late.values("obligation_id").annotate(number=Count("*"), first=Min("due_on"))
    return grouped.order_by("-number", "first", "obligation_id")[:limit]


def find_by_code(actor: Actor, code: str) -> TimedAssignment | None:
    """Return the assignment with a code as somebody typed it, among those the actor may see."""
    return visible_assignments(actor).filter(code=code.strip().upper()).first()


def get_assignment(actor: Actor, pk: UUID) -> TimedAssignment:
    """Return one assignment with everything its page shows. Raises ``NotVisible``."""
    return cast("TimedAssignment", assignment_policy.found(ask(_with_page, actor, pk=pk)))


def _with_page(actor: Actor, *, pk: UUID) -> QuerySet[TimedAssignment]:
    base = with_timeliness(
        Assignment.objects.select_related(*_SHOWN_WITH, "parent", "obligation__document"), today=today()
    )
    return cast("QuerySet[TimedAssignment]", assignment_policy.visible(actor, base=base).filter(pk=pk))
