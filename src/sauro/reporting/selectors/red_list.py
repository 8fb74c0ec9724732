"""The red list: overdue assignments themselves, the longest overdue first."""

from __future__ import annotations

from dataclasses import dataclass

from sauro.reporting.selectors.scope import Reader
from sauro.tasks.querysets import TimedAssignment, overdue_condition, with_timeliness


@dataclass(frozen=True, slots=True)
class Late:
    """An overdue assignment and for how many days it is."""

    assignment: TimedAssignment
    days: int


def red_list(reader: Reader, *, limit: int) -> list[Late]:
    """Return the worst overdue assignments of the board. Takes one query, answered from an index on the last day."""
    rows = with_timeliness(reader.rows().select_related("unit"), today=reader.today)
    worst = rows.filter(overdue_condition(reader.today)).order_by("last_day", "pk")[:limit]
    return [Late(row, (reader.today - row.last_day).days) for row in worst if row.last_day]
