"""How long work is divided over months: arithmetic over shares and months, without a database.

NĐ 335/2025/NĐ-CP, article 18: long work is split into component units, each with its own output, planned in the month
in which it is due. A month is given by its first day. The shares of all parts together are the whole.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sauro.plans.months import last_day_of, month_of, shifted

WHOLE = 100
"""The shares of all parts of one piece of work, in percent."""

FEWEST_PARTS, MOST_PARTS = 2, 24


@dataclass(frozen=True, slots=True)
class Part:
    """A part as the rule sees it: when it is due, its share in percent, and whether it was delivered."""

    number: int
    month: dt.date
    share: int
    is_delivered: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """How parts stand at the end of a month, in percent of the whole: due by then, delivered, and owed of what was due.

    What was delivered before its month counts as delivered and makes up for nothing that is owed.
    """

    due: int
    delivered: int
    owed: int


def months_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the months from one to another, both among them; none when the second lies before the first."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [shifted(month_of(first), index) for index in range(max(0, count))]


def equal_shares(total: int, count: int) -> list[int]:
    """Return ``count`` whole shares that add up to ``total`` and differ by one at most, larger ones first."""
    each, over = divmod(total, count)
    return [each + (index < over) for index in range(count)]


def due_parts(parts: Sequence[Part], month: dt.date, *, whole_last_day: dt.date | None) -> list[Part]:
    """Return the parts that a plan opened for ``month`` has to hold, earliest first.

    These are the parts of that month and of any before it that were not delivered, so what is owed comes back every
    month. Once the whole is due (``whole_last_day``), everything undelivered is, whatever its month.
    """
    is_whole_due = is_due(whole_last_day, month)
    due = [part for part in parts if not part.is_delivered and (is_whole_due or part.month <= month)]
    return sorted(due, key=lambda part: (part.month, part.number))


def stands_for_itself(parts: Sequence[Part], month: dt.date, *, whole_last_day: dt.date | None) -> bool:
    """Tell whether a plan holds the work as a whole: it is due and has no part left that would stand for it."""
    return is_due(whole_last_day, month) and not due_parts(parts, month, whole_last_day=whole_last_day)


def is_due(last_day: dt.date | None, month: dt.date) -> bool:
    """Tell whether a last day lies in a month or before it."""
    return last_day is not None and last_day <= last_day_of(month)


def last_day_of_part(month: dt.date, *, whole_last_day: dt.date | None) -> dt.date:
    """Return the last day of a part: the end of its month, but not after the last day of the whole."""
    end = last_day_of(month)
    return end if whole_last_day is None else min(end, whole_last_day)


def score_at(parts: Sequence[Part], month: dt.date) -> Score:
    """Return how the parts stand at the end of a month."""
    due = [part for part in parts if part.month <= month]
    return Score(
        due=sum(part.share for part in due),
        delivered=sum(part.share for part in parts if part.is_delivered),
        owed=sum(part.share for part in due if not part.is_delivered),
    )
