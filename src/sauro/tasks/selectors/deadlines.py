"""How the deadline of an assignment moved, who held the work, and what that makes of its lateness."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sauro.common.clock import VIETNAM, today
from sauro.tasks.enums import ChangeAnswer, QuestionEnd
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment, DeadlineChange, Question, Wait
from sauro.tasks.parts import awaited_parts, first_counted_day, has_a_giver
from sauro.tasks.selectors.record import waits_of
from sauro.tasks.timeliness import Standing, days_late
from sauro.tasks.whose_days import Holder, Holding, WhoseDays, divide_days


@dataclass(frozen=True, slots=True)
class DeadlineStory:
    """The moves of a deadline and the waits, oldest first, and the parts others still owe.

    ``holdings`` are the times others had the work in hand, each with its days so far, and ``days`` says whose every day
    was. ``days_late`` is measured against the deadline in force, ``days_late_original`` against the first one.
    """

    changes: Sequence[DeadlineChange]
    waits: Sequence[Wait]
    owed_parts: Sequence[Assignment]
    days_late: int
    days_late_original: int
    questions: Sequence[Question]
    holdings: Sequence[tuple[Holding, int]]
    days: WhoseDays

    @property
    def pending(self) -> DeadlineChange | None:
        """The request that waits for the giver's answer."""
        return next((change for change in self.changes if change.answer == ChangeAnswer.PENDING), None)

    @property
    def open_wait(self) -> Wait | None:
        """The wait that goes on."""
        return next((wait for wait in self.waits if wait.ended_at is None), None)


def deadline_story(assignment: Assignment) -> DeadlineStory:
    """Return the story of an assignment that the caller may see. Takes five queries."""
    standing = standing_of(assignment)
    day = today()
    waits = waits_of(assignment)
    questions = list(assignment.questions.all())
    holdings = sorted(_holdings(assignment, questions, waits), key=lambda one: one.since)
    return DeadlineStory(
        changes=list(assignment.deadline_changes.all()),
        waits=waits,
        questions=questions,
        holdings=[(one, one.days(day)) for one in holdings],
        days=divide_days(holdings, given=_day_of(assignment.given_at), ended=_day(assignment.closed_at), today=day),
        owed_parts=_owed(assignment),
        days_late=days_late(assignment.due_on, standing, today=day),
        days_late_original=days_late(assignment.due_original, standing, today=day),
    )


def _owed(assignment: Assignment) -> list[Assignment]:
    may_be_owed = holds(assignment, "below") or holds(assignment, "shared")
    return list(awaited_parts(assignment)) if may_be_owed else []


def standing_of(assignment: Assignment) -> Standing:
    """Return what the timeliness of an assignment is derived from."""
    return Standing(
        state=assignment.state,
        due_on=assignment.due_on,
        handed_in_on=_day(assignment.handed_in_at),
        held_days=assignment.held_days,
        waiting_since=assignment.waiting_since,
        is_recurring=assignment.is_recurring,
    )


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.astimezone(VIETNAM).date() if moment else None


def _day_of(moment: dt.datetime) -> dt.date:
    return moment.astimezone(VIETNAM).date()


def _holdings(assignment: Assignment, questions: Sequence[Question], waits: Sequence[Wait]) -> Iterator[Holding]:
    """Yield the times others had the work. Of a question nobody else answers, and of one taken back, no day counts."""
    for question in questions:
        if question.end != QuestionEnd.TAKEN_BACK and has_a_giver(assignment):
            yield Holding(Holder.GIVER, _("đề nghị xem lại"), _day_of(question.asked_at), _day(question.ended_at))
    for product in assignment.products.all():
        about = _("sản phẩm lần %(number)s chờ quyết định") % {"number": product.number}
        until = _day(product.decided_at) or _day(assignment.closed_at)
        yield Holding(Holder.GIVER, about, _day_of(product.handed_in_at), until)
    for wait in waits:
        since, until = first_counted_day(wait), _day(wait.ended_at)
        yield Holding(Holder.OTHER, wait.part.unit.name, since, max(since, until) if until else None)
