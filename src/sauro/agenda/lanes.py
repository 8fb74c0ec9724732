"""Puts bars of work into as few lanes as needed, so that none covers another. Pure arithmetic over days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bar(Generic[T]):
    """The days somebody had a piece of work, both included.

    ``late_from`` is the first day after the deadline when the work ran past it. ``is_endless`` marks open work without
    a deadline: its end is only today.
    """

    item: T
    first: dt.date
    last: dt.date
    late_from: dt.date | None = None
    is_endless: bool = False


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A bar in its lane, counted from 0."""

    bar: Bar[T]
    lane: int


def bar_of(
    item: T,
    *,
    given: dt.date,
    due: dt.date | None,
    ended: dt.date | None,
    today: dt.date,
) -> Bar[T]:
    """Return the bar of one piece of work: from its giving to its hand-in or end; open work reaches to its deadline.

    Work that is late reaches on to today, or to the day it was handed in.
    """
    if ended is not None:
        last = max(given, ended)
        return Bar(item, given, last, _late_from(given, due, last))
    if due is None:
        return Bar(item, given, max(given, today), is_endless=True)
    last = max(given, due, today) if due < today else max(given, due)
    return Bar(item, given, last, _late_from(given, due, today))


def _late_from(given: dt.date, due: dt.date | None, reached: dt.date) -> dt.date | None:
    if due is None or reached <= due:
        return None
    return max(given, due + dt.timedelta(days=1))


def place(bars: Iterable[Bar[T]], *, lanes: int) -> list[Placed[T]]:
    """Place bars by their first day into the first free lane; those for which all ``lanes`` are taken are left out."""
    free_from: list[dt.date] = []
    placed: list[Placed[T]] = []
    for bar in sorted(bars, key=lambda one: (one.first, one.last)):
        lane = next((index for index, day in enumerate(free_from) if day <= bar.first), None)
        after = bar.last + dt.timedelta(days=1)
        if lane is not None:
            free_from[lane] = after
        elif len(free_from) < lanes:
            lane = len(free_from)
            free_from.append(after)
        else:
            continue
        placed.append(Placed(bar, lane))
    return placed
