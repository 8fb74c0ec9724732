"""Work over time, by unit or by person. People only where the actor leads or sees the work of their unit."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, within
from sauro.agenda.enums import RowsBy
from sauro.agenda.lanes import Bar, Placed, bar_of, place
from sauro.common.clock import VIETNAM
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.querysets import TimedAssignment, alive_between

ROWS_PER_PAGE = 15
LANES = 6
# Candidates for the lanes of one row: those due first. Short ones share a lane, so more than the lanes may fit.
_CANDIDATES = 24


@dataclass(frozen=True, slots=True)
class Shown:
    """The days shown, both included, and the day that is today."""

    first: dt.date
    last: dt.date
    today: dt.date


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A unit or a person with the work they had in the days shown. ``number`` counts it, ``bars`` may be fewer.

    ``key`` is the unit's code or the identity of the post (empty: nobody named yet), ``detail`` the unit of a post.
    """

    key: str
    name: str
    detail: str
    number: int
    bars: Sequence[Placed[TimedAssignment]]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of rows, and whether there are more."""

    rows: Sequence[TimelineRow]
    has_more: bool


def line_of_command(actor: Actor) -> Q:
    """Return the condition "work whose people the actor may know by name": that of their own units, and their own."""
    own = Q(person__in=actor.appointment_ids) if actor.appointment_ids else NOBODY
    return own | within(actor, "tasks.view", unit="unit")


def timeline(rows: QuerySet[TimedAssignment], shown: Shown, by: RowsBy, actor: Actor, *, page: int) -> Timeline:
    """Return one page (counted from 1) of the timeline. Takes two queries."""
    alive = rows.filter(alive_between(shown.first, shown.last, today=shown.today))
    if by == RowsBy.PERSON:
        alive = alive.filter(pk__in=alive.filter(line_of_command(actor)).values("pk"))
    heads = _unit_heads(alive, page) if by == RowsBy.UNIT else _person_heads(alive, page)
    field = "unit_id" if by == RowsBy.UNIT else "person_id"
    bars = _bars(alive, field, [head.pk for head in heads[:ROWS_PER_PAGE]], shown)
    found = [
        TimelineRow(head.key, head.name, head.detail, head.number, bars.get(head.pk, ()))
        for head in heads[:ROWS_PER_PAGE]
    ]
    return Timeline(found, len(heads) > ROWS_PER_PAGE)


@dataclass(frozen=True, slots=True)
class _Head:
    pk: UUID | None
    key: str
    name: str
    detail: str
    number: int


def _unit_heads(alive: QuerySet[TimedAssignment], page: int) -> list[_Head]:
    grouped = alive.order_by().values("unit_id", "unit__code", "unit__name").annotate(number=Count("pk"))
    ordered = grouped.order_by("unit__sort_key", "unit__code")
    return [
        _Head(row["unit_id"], row["unit__code"], row["unit__name"], "", row["number"]) for row in ordered[_slice(page)]
    ]


def _person_heads(alive: QuerySet[TimedAssignment], page: int) -> list[_Head]:
    """Work that nobody is in charge of stands first."""
    grouped = alive.order_by().values("person_id", "person__person__full_name", "person__unit__name")
    ordered = grouped.annotate(number=Count("pk")).order_by(
        F("person__person__sort_key").asc(nulls_first=True), "person_id"
    )
    return [
        _Head(
            row["person_id"],
            str(row["person_id"] or ""),
            row["person__person__full_name"] or "",
            row["person__unit__name"] or "",
            row["number"],
        )
        for row in ordered[_slice(page)]
    ]


def _slice(page: int) -> slice:
    start = (page - 1) * ROWS_PER_PAGE
    return slice(start, start + ROWS_PER_PAGE + 1)


def _bars(
    alive: QuerySet[TimedAssignment], field: str, keys: Sequence[UUID | None], shown: Shown
) -> Mapping[UUID | None, list[Placed[TimedAssignment]]]:
    wanted = Q(**{f"{field}__in": [key for key in keys if key is not None]})
    if None in keys:
        wanted |= Q(**{f"{field}__isnull": True})
    order = [F("due_on").asc(nulls_last=True), F("code").asc()]
    ranked = alive.filter(wanted).annotate(place_in_row=Window(RowNumber(), partition_by=F(field), order_by=order))
    found: dict[UUID | None, list[TimedAssignment]] = defaultdict(list)
    for row in ranked.filter(place_in_row__lte=_CANDIDATES).order_by("code"):
        found[getattr(row, field)].append(row)
    return {key: place((_bar(row, shown.today) for row in rows), lanes=LANES) for key, rows in found.items()}


def _bar(row: TimedAssignment, today: dt.date) -> Bar[TimedAssignment]:
    ended = row.handed_in_day if row.state in (State.HANDED_IN, State.CONFIRMED) else None
    if row.state == State.STOPPED and row.closed_at:
        ended = row.closed_at.astimezone(VIETNAM).date()
    given = row.given_at.astimezone(VIETNAM).date()
    return bar_of(row, given=given, due=row.last_day, ended=ended, today=today)
