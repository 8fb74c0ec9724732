"""How the deadline of an assignment moved, who held the work, and what that makes of its lateness."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sauro.common.clock import VIETNAM, today
from sauro.tasks.enums import ChangeAnswer
from sauro.tasks.models import Assignment, DeadlineChange, Wait
from sauro.tasks.parts import awaited_parts
from sauro.tasks.timeliness import Standing, days_late


@dataclass(frozen=True, slots=True)
class DeadlineStory:
    """The moves of a deadline and the waits, oldest first, and the parts others still owe.

    ``days_late`` is measured against the deadline in force, ``days_late_original`` against the first one.
    """

    changes: Sequence[DeadlineChange]
    waits: Sequence[Wait]
    owed_parts: Sequence[Assignment]
    days_late: int
    days_late_original: int

    @property
    def pending(self) -> DeadlineChange | None:
        """The request that waits for the giver's answer."""
        return next((change for change in self.changes if change.answer == ChangeAnswer.PENDING), None)

    @property
    def open_wait(self) -> Wait | None:
        """The wait that goes on."""
        return next((wait for wait in self.waits if wait.ended_at is None), None)


def deadline_story(assignment: Assignment) -> DeadlineStory:
    """Return the story of an assignment that the caller may see. Takes three queries."""
    standing = standing_of(assignment)
    day = today()
    return DeadlineStory(
        changes=list(assignment.deadline_changes.all()),
        waits=list(assignment.waits.select_related("part__unit")),
        owed_parts=list(awaited_parts(assignment)),
        days_late=days_late(assignment.due_on, standing, today=day),
        days_late_original=days_late(assignment.due_original, standing, today=day),
    )


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
