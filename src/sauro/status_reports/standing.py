"""How a piece of work stood at the end of a day, told from what is known of it later. No database, no clock.

A report on October made in November must not change because work was handed in on 3 November. So each fact is taken
as it was at the end of ``as_of``: a hand-in, a closing, a return or a moved deadline of a later day does not count.
The days others held the work are those known today.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sauro.status_reports.enums import Group


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one assignment.

    ``giver_days`` are those of the giver among ``held_days``; ``is_questioned`` says that ``waiting_since`` is the day
    of a question to the giver.

    ``due_on`` is the deadline in force at the end of the day asked for, ``handed_in_on`` the day of the latest hand-in
    up to then that was not returned up to then. ``closed_on`` and ``is_stopped`` say when and how it ended, if ever.
    """

    given_on: dt.date
    due_on: dt.date | None = None
    held_days: int = 0
    handed_in_on: dt.date | None = None
    closed_on: dt.date | None = None
    is_stopped: bool = False
    waiting_since: dt.date | None = None
    giver_days: int = 0
    is_questioned: bool = False

    @property
    def last_day(self) -> dt.date | None:
        """The last day that counts."""
        return self.due_on + dt.timedelta(days=self.held_days) if self.due_on else None


def group_of(facts: Facts, *, first: dt.date | None, as_of: dt.date) -> Group | None:
    """Return the group of the work, or None when it does not belong to the period.

    ``first`` is the first day of the period (None: since ever). Work belongs to it unless it was given after ``as_of``
    or ended before ``first``. It is done in the period in which its product was confirmed, and late by its hand-in.
    """
    if facts.given_on > as_of:
        return None
    if facts.closed_on is not None and facts.closed_on <= as_of:
        if first is not None and facts.closed_on < first:
            return None
        return Group.STOPPED if facts.is_stopped else _done(facts)
    if facts.handed_in_on is not None:
        return Group.WAITING
    return _open(facts, as_of)


def _done(facts: Facts) -> Group:
    reached, last_day = facts.handed_in_on, facts.last_day
    is_late = last_day is not None and reached is not None and reached > last_day
    return Group.DONE_LATE if is_late else Group.DONE_ON_TIME


def _open(facts: Facts, as_of: dt.date) -> Group:
    last_day = facts.last_day
    if last_day is None:
        return Group.NO_DEADLINE
    if facts.waiting_since is not None and facts.waiting_since <= as_of:
        return Group.WAITING_OTHERS
    return Group.OVERDUE if as_of > last_day else Group.IN_TIME


def days_late(facts: Facts, group: Group, *, as_of: dt.date) -> int:
    """Return the whole days past the last day that counts: at the hand-in for what is done, at ``as_of`` else."""
    if facts.last_day is None or group not in (Group.DONE_LATE, Group.OVERDUE):
        return 0
    reached = facts.handed_in_on if group == Group.DONE_LATE and facts.handed_in_on else as_of
    return max(0, (reached - facts.last_day).days)


def days_held(facts: Facts, group: Group, *, as_of: dt.date) -> tuple[int, int]:
    """Return the days in which the giver and in which other units had the work, those that go on at ``as_of`` included.

    From a hand-in to its decision the days are the giver's, also when it was confirmed.
    """
    giver, others = facts.giver_days, facts.held_days - facts.giver_days
    if facts.handed_in_on is not None and group in (Group.WAITING, Group.DONE_ON_TIME, Group.DONE_LATE):
        until = as_of if group == Group.WAITING else facts.closed_on or as_of
        giver += max(0, (until - facts.handed_in_on).days)
    elif facts.waiting_since is not None and group == Group.WAITING_OTHERS:
        going_on = (as_of - facts.waiting_since).days
        giver, others = (giver + going_on, others) if facts.is_questioned else (giver, others + going_on)
    return giver, others
