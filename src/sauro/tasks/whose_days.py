"""Whose the days of a piece of work were: the giver's, another unit's, or those of the body itself. No clock.

A day belongs to the giver from a question to its end and from a hand-in to the decision, to another unit while its late
part is waited for, and to the body otherwise. Days are differences of dates, as in ``held_days``: the day of an act
belongs to whoever had the work before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Holder(StrEnum):
    """Who had the work in hand."""

    GIVER = "giver"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Holding:
    """Days in which somebody else than the body had the work, and what about. ``until`` is empty while it lasts."""

    holder: Holder
    about: str
    since: dt.date
    until: dt.date | None = None

    def days(self, today: dt.date) -> int:
        """The whole days of it so far."""
        return max(0, ((self.until or today) - self.since).days)


@dataclass(frozen=True, slots=True)
class WhoseDays:
    """The days from the giving to the end or today, divided. They add up: ``total`` is the sum of the others."""

    total: int
    giver: int
    others: int

    @property
    def body(self) -> int:
        """The days of the body itself."""
        return self.total - self.giver - self.others


def divide_days(holdings: Sequence[Holding], *, given: dt.date, ended: dt.date | None, today: dt.date) -> WhoseDays:
    """Divide the days from ``given`` to ``ended`` (empty: still open). Holdings do not overlap."""
    total = max(0, ((ended or today) - given).days)
    giver = sum(one.days(today) for one in holdings if one.holder is Holder.GIVER)
    others = sum(one.days(today) for one in holdings if one.holder is Holder.OTHER)
    giver = min(giver, total)
    return WhoseDays(total, giver, min(others, total - giver))
