"""The register of what the system can fill in by itself: each source has a name, says what it counts, and counts it.

A source counts for many units at once and returns the codes of the rows behind every number, so that a number always
opens its list and can be compared with what the same list holds later. Another area adds a source with
:func:`register_source`; definitions name sources by code.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.utils.functional import Promise

from sauro.common.clock import today


class RowKind(StrEnum):
    """What the rows behind a number are."""

    ASSIGNMENTS = "assignments"
    DIFFICULTIES = "difficulties"


@dataclass(frozen=True, slots=True)
class Window:
    """The days a figure is about, both included. ``last`` is also the day as of which states are told."""

    first: dt.date
    last: dt.date


def window_of(first: dt.date, last: dt.date) -> Window:
    """Return the window of a period as of now: while it runs, states are told as of today."""
    return Window(first, max(first, min(last, today())))


CountedRows = Mapping[UUID, Sequence[str]]
Count = Callable[[Collection[UUID], Window], CountedRows]


@dataclass(frozen=True, slots=True)
class FigureSource:
    """``count`` takes the units and the days and returns, per unit that has any, the codes of the rows counted."""

    code: str
    label: str | Promise
    explanation: str | Promise
    rows: RowKind
    count: Count


_SOURCES: dict[str, FigureSource] = {}


def register_source(source: FigureSource) -> None:
    """Add a source; the same code twice is a programming error."""
    if source.code in _SOURCES:
        raise ValueError(f"figure source {source.code!r} is registered twice")
    _SOURCES[source.code] = source


def find_source(code: str) -> FigureSource | None:
    """Return a source, or None when this installation does not have it."""
    return _SOURCES.get(code)


def all_sources() -> list[FigureSource]:
    """Return every source in the order in which they were added."""
    return list(_SOURCES.values())
