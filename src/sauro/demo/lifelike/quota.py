"""Keeps a history as large as was asked for: tells which of the planned directives are issued at all.

What a directive leads to is known only in the end: parts are passed on, recurring work stops. So a few more are planned
than are needed, and each is issued or not by what those before it led to.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

SURPLUS = 1.25
"""So much is planned for each task that is wanted."""

_PARTS_OF_ONE, _SURE_AFTER = 0.33, 100
"""Parts that are passed on for one work that can be, before the history tells better."""
_DAYS_ON_DESK = 4
_CLOSENESS = 1.15


@dataclass(frozen=True, slots=True)
class Expected:
    """Assignments that come without parts, and how many of them a unit leads that has others below it."""

    works: float = 0.0
    splittable: float = 0.0

    def __add__(self, other: Expected) -> Expected:
        return Expected(self.works + other.works, self.splittable + other.splittable)

    def times(self, factor: float) -> Expected:
        """Return so many times as much."""
        return Expected(self.works * factor, self.splittable * factor)


class Quota:
    """Counts what there is and what is to come; ``until`` is the present, when what lies on a desk stays there."""

    def __init__(self, tasks: int, until: dt.datetime) -> None:
        self._wanted, self._until = tasks, until
        self._planned = self._issued = Expected()
        self._parts = self._given = self._owed = 0.0
        self._desk = Expected()

    def plan(self, expected: Expected) -> None:
        """Count a directive that may be issued."""
        self._planned += expected

    @property
    def is_planned(self) -> bool:
        """Whether enough may be issued."""
        return self._total(self._planned) >= self._wanted * SURPLUS

    def issue(self, expected: Expected, at: dt.datetime) -> Expected | None:
        """Tell whether a planned directive is issued: what is counted for it until it is sent, or nothing."""
        counted = expected.times(min(1.0, (self._until - at) / dt.timedelta(days=_DAYS_ON_DESK)))
        missing, planned, own = self._missing, self._total(self._planned), self._total(counted)
        self._planned += expected.times(-1)
        if missing <= 0 or own > missing * _CLOSENESS + 1 or expected.works > self.room:
            return None
        self._owed += missing * own / max(planned, own)
        if self._owed < own / 2:
            return None
        self._owed -= own
        self._issued += counted
        self._desk += expected + counted.times(-1)
        return counted

    def note_sent(self, planned: Expected, counted: Expected, sent: Expected) -> None:
        """Count what a directive came to, or will, in the place of what was counted for it when it was issued."""
        self._issued += sent + counted.times(-1)
        self._desk += counted + planned.times(-1)

    @property
    def room(self) -> float:
        """How many assignments there may be beside those there are and those that surely come."""
        return self._wanted - self._issued.works - self._desk.works - self._parts

    def note_part(self) -> None:
        """Count a part that was passed on."""
        self._parts += 1

    def note_given(self) -> None:
        """Count a work that can be passed on, now that it was given."""
        self._given += 1

    def note_lost(self, expected: Expected) -> None:
        """Take off what will not come any more."""
        self._issued += expected.times(-1)

    def _total(self, expected: Expected) -> float:
        return expected.works + expected.splittable * self._rate

    @property
    def _rate(self) -> float:
        """Parts of one work that can be passed on."""
        return (self._parts + _PARTS_OF_ONE * _SURE_AFTER) / (self._given + _SURE_AFTER)

    @property
    def _missing(self) -> float:
        to_come = self._issued.splittable - self._given
        return self._wanted - self._issued.works - self._parts - to_come * self._rate
