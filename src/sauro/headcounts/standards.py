"""What posts demand, for the flat snapshot: the area on the right that keeps standards says it here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from uuid import UUID

TheoryLevels = Callable[[dt.date], Mapping[UUID, int]]
"""Gives, for a day, the least level of political theory that posts demand, by post; posts that demand none are left
out. Levels are places among the choices of the kind of fact, 1 for the least.
"""

_SOURCES: list[TheoryLevels] = []


def register_theory_levels(source: TheoryLevels) -> None:
    """Let a source say what posts demand; a second one is a programming error.

    Whoever registers marks the days of a standard that changes (``headcounts_mark``), in the transaction of the change.
    """
    if _SOURCES:
        raise ValueError("what posts demand of theory is said twice")
    _SOURCES.append(source)


def theory_levels(day: dt.date) -> Mapping[UUID, int]:
    """Return the least level of theory that posts demand on a day; nothing where no area keeps standards."""
    return _SOURCES[0](day) if _SOURCES else {}
