"""What somebody may be asked to explain in a month. It is a question, not a finding, and no score knows of it.

NĐ 335/2025/NĐ-CP Điều 18 khoản 1 điểm c lets work be split and leaves the rest to people. Each function takes facts and
returns what is to be explained as identities, days and numbers, or None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sauro.appraisals.rules.criteria import GENERAL_POINTS
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.rules.splitting import side_by_side
from sauro.appraisals.rules.tasks import Sums, Task

LAST_DAYS = 3
"""A deadline moved so many days before it, or later, is asked about."""
FULL_MONTHS = 3
FEWEST_PEOPLE = 3
SHORTEST_RESULT = 10
"""Fewer characters than this ("xong") tell no result, unless there is a number among them."""

Facts = Mapping[str, object]


class SignCode(StrEnum):
    """What is asked about."""

    SPLIT = "split"
    MOVED = "moved"
    NO_PRODUCT = "no_product"
    ALL_FULL = "all_full"
    ALL_ALIKE = "all_alike"


LINE_CODES = (SignCode.SPLIT, SignCode.MOVED, SignCode.NO_PRODUCT)
"""Those that one sheet tells by its own lines."""


@dataclass(frozen=True, slots=True)
class Move:
    """A deadline of the month moved from one day to a later one. ``moved_on``: the day on which it was set."""

    item: str
    from_day: dt.date
    to_day: dt.date
    moved_on: dt.date


@dataclass(frozen=True, slots=True)
class Result:
    """What a finished line left behind. ``has_file``: a file, an address or figures; ``words``: what was written."""

    item: str
    has_file: bool
    words: str

    @property
    def tells(self) -> bool:
        """Whether there is something to look at; a number ("45/TTr") leads to it, however short."""
        return self.has_file or len(self.words) >= SHORTEST_RESULT or any(sign.isdigit() for sign in self.words)


@dataclass(frozen=True, slots=True)
class MonthOfOne:
    """A closed month of somebody: the general criteria and the sums."""

    month: dt.date
    general: Fraction
    sums: Sums

    @property
    def is_full(self) -> bool:
        """Whether every criterion is at its most, all that was assigned is done and nothing was deducted."""
        sums = self.sums
        is_done, kept = 0 < sums.assigned <= sums.done, sums.done * 100
        return self.general == GENERAL_POINTS and is_done and sums.quality == kept == sums.progress


def compared_parts(parts: Sequence[Task], settings: Settings) -> tuple[Task, ...]:
    """Return the delivered parts of one work where they failed or were late unlike, so that the whole would give less.

    What is not delivered yet is no part of the comparison: a month that runs would be full of it.
    """
    done = tuple(part for part in parts if part.delivered)
    unlike = len({(part.counted_failures, part.counted_late) for part in done}) > 1
    return done if unlike and not side_by_side(done, settings).same else ()


def split(works: Iterable[Sequence[Task]], settings: Settings) -> Facts | None:
    """Works whose parts in the month failed or were late unlike. The id of a task is that of its line."""
    found = [compared for parts in works if (compared := compared_parts(parts, settings))]
    if not found:
        return None
    return {"items": sorted(part.id for parts in found for part in parts), "works": len(found)}


def moved_deadlines(moves: Iterable[Move]) -> Facts | None:
    """Deadlines that the same unit moved when they had passed or were about to."""
    last_days = dt.timedelta(LAST_DAYS)
    found = [one for one in moves if one.to_day > one.from_day and one.moved_on >= one.from_day - last_days]
    if not found:
        return None
    ordered = sorted(found, key=lambda one: (one.item, one.moved_on))
    return {
        "items": sorted({one.item for one in ordered}),
        "moves": [
            [one.item, one.from_day.isoformat(), one.to_day.isoformat(), one.moved_on.isoformat()] for one in ordered
        ],
    }


def without_product(results: Iterable[Result]) -> Facts | None:
    """Finished lines with neither file nor result."""
    items = sorted(one.item for one in results if not one.tells)
    return {"items": items} if items else None


def all_full(months: Sequence[MonthOfOne]) -> Facts | None:
    """The last closed months in a row, each of them full. ``months`` are those of one person, in order."""
    last = months[-FULL_MONTHS:]
    in_a_row = {one.month.year * 12 + one.month.month - number for number, one in enumerate(last)}
    if len(last) < FULL_MONTHS or len(in_a_row) > 1 or not all(one.is_full for one in last):
        return None
    return {"months": [f"{one.month:%Y-%m}" for one in last]}


def all_alike(points: Sequence[Fraction | None]) -> Facts | None:
    """Everybody of a unit has the most in the general criteria. ``points``: of each; None for who is not confirmed."""
    if len(points) < FEWEST_PEOPLE or any(one != GENERAL_POINTS for one in points):
        return None
    return {"people": len(points)}
