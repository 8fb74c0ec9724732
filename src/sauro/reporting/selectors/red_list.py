"""The red list: overdue assignments themselves, the longest overdue first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.reporting.selectors.scope import BoardScope, Reader
from sauro.tasks.querysets import TimedAssignment, overdue_condition, with_timeliness


@dataclass(frozen=True, slots=True)
class Late:
    """An overdue assignment and for how many days it is."""

    assignment: TimedAssignment
    days: int


def red_list(reader: Reader, *, limit: int) -> list[Late]:
    """Return the worst overdue assignments of the board. Takes one query, answered from an index on the last day."""
    worst = ask(_worst, reader.actor, reader.scope, reader.today, limit)
    return [Late(row, (reader.today - row.last_day).days) for row in worst if row.last_day]


def _worst(actor: Actor, scope: BoardScope, today: dt.date, limit: int) -> QuerySet[TimedAssignment]:
    rows = with_timeliness(Reader(actor, scope, today).rows().select_related("unit"), today=today)
    return rows.filter(overdue_condition(today)).order_by("last_day", "pk")[:limit]
