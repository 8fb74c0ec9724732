"""What was true of assignments at the end of a day: read from what is known of them now and from their history."""

from __future__ import annotations

import datetime as dt

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce, TruncDate

from sauro.common.clock import VIETNAM
from sauro.difficulties.enums import Cause, DifficultyState
from sauro.difficulties.models import Difficulty
from sauro.notices.models import Explanation
from sauro.status_reports.enums import Subject
from sauro.status_reports.models import StatusReport
from sauro.tasks.enums import ChangeAnswer, Decision
from sauro.tasks.models import Assignment, DeadlineChange, ProductVersion, ProgressReport

_NO_TEXT = Value("")


def end_of(day: dt.date) -> dt.datetime:
    """Return the first moment after a day in Vietnam."""
    return start_of(day + dt.timedelta(days=1))


def start_of(day: dt.date) -> dt.datetime:
    """Return the first moment of a day in Vietnam."""
    return dt.datetime.combine(day, dt.time(), tzinfo=VIETNAM)


def work_of(report: StatusReport) -> QuerySet[Assignment]:
    """Return the assignments a report is about, whatever their period. Heads of recurring work have no deadline of
    their own and are left out; their occurrences count."""
    rows = Assignment.objects.filter(is_recurring=False, domain=report.domain)
    if report.subject == Subject.RECEIVED:
        return rows.filter(unit_id=report.unit_id)
    rows = rows.filter(giver_unit_id=report.unit_id)
    if report.subject != Subject.DIRECTIVE:
        return rows
    return rows.filter(obligation__document=report.document) if report.document else rows.none()


def with_facts(rows: QuerySet[Assignment], *, first: dt.date | None, as_of: dt.date) -> QuerySet[Assignment]:
    """Narrow to what may belong to the period and annotate what was true at the end of ``as_of``.

    Annotations: ``given_day``, ``closed_day``, ``due_then``, ``handed_in_then`` (a moment), and the reasons that were
    given: ``objective``, ``explained``, ``reported``.
    """
    end = end_of(as_of)
    rows = rows.filter(given_at__lt=end)
    if first is not None:
        rows = rows.filter(Q(closed_at__isnull=True) | Q(closed_at__gte=start_of(first)))
    return rows.annotate(
        given_day=TruncDate("given_at", tzinfo=VIETNAM),
        closed_day=TruncDate("closed_at", tzinfo=VIETNAM),
        due_then=_deadline_before(end),
        handed_in_then=_hand_in_before(end),
        **lateness_reasons(),
    )


def _deadline_before(end: dt.datetime) -> Case:
    """The deadline in force: before the first move of a later day, or today's when none came after."""
    later = DeadlineChange.objects.filter(
        assignment=OuterRef("pk"), answer=ChangeAnswer.GRANTED, answered_at__gte=end
    ).order_by("answered_at", "id")
    return Case(When(Exists(later), then=Subquery(later.values("from_day")[:1])), default=F("due_on"))


def _hand_in_before(end: dt.datetime) -> Subquery:
    """The latest hand-in that had not been returned by then."""
    returned = Q(decision=Decision.RETURNED, decided_at__lt=end)
    standing = ProductVersion.objects.filter(assignment=OuterRef("pk"), handed_in_at__lt=end).exclude(returned)
    return Subquery(standing.order_by("-number").values("handed_in_at")[:1])


def lateness_reasons() -> dict[str, Coalesce]:
    """Words on why work is late, by who said them: the competent person, the body when asked, its last report."""
    mine = OuterRef("pk")
    objective = Difficulty.objects.filter(assignment=mine, state=DifficultyState.ANSWERED, cause=Cause.OBJECTIVE)
    explained = Explanation.objects.filter(assignment=mine, answered_at__isnull=False)
    reported = ProgressReport.objects.filter(assignment=mine)
    found = {
        "objective": objective.order_by("-answered_at").values("text")[:1],
        "explained": explained.order_by("-answered_at").values("answer")[:1],
        "reported": reported.order_by("-reported_at", "-id").values("text")[:1],
    }
    return {name: Coalesce(Subquery(query), _NO_TEXT, output_field=TextField()) for name, query in found.items()}
