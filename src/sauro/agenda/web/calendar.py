"""The calendar of deadlines: a month or a week, with holidays and lights; every count opens its list."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sauro.agenda.selectors.calendar import Day, deadlines
from sauro.common.clock import today
from sauro.tasks.badges import LIGHT_LOOKS
from sauro.tasks.lights import Light
from sauro.tasks.querysets import TimedAssignment
from sauro.ui.badges import Badge
from sauro.ui.lists.faces import Drawn, FaceRequest
from sauro.ui.lists.state import Params

SHOWN_IN_MONTH = 2
SHOWN_IN_WEEK = 12
_WEEK = dt.timedelta(days=7)
# The calendar turns pages between these years; further away there is neither work nor a working-day calendar.
_FIRST, _LAST = dt.date(2000, 1, 3), dt.date(2099, 12, 1)


@dataclass(frozen=True, slots=True)
class LightCount:
    """How many deadlines of a day have a light, and where they are."""

    badge: Badge
    label: str | Promise
    number: int
    url: str


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day ready for the page. ``tone`` is worked, weekend, off or moved."""

    date: dt.date
    tone: str
    name: str
    is_today: bool
    is_outside: bool
    total: int
    url: str
    lights: Sequence[LightCount]
    rows: Sequence[tuple[TimedAssignment, str, Badge]]
    more: int


@dataclass(frozen=True, slots=True)
class Span:
    """What is shown: one month in whole weeks, or one week. ``keep`` is its part of the address."""

    first: dt.date
    last: dt.date
    month: dt.date | None
    keep: Params

    @property
    def start(self) -> dt.date:
        """The day the span is named after."""
        return self.month or self.first


def draw_calendar(asked: FaceRequest) -> Drawn:
    """Draw the month or week asked for, else the present month."""
    span = read_span(asked.data.get("thang", ""), asked.data.get("tuan", ""))
    shown = SHOWN_IN_MONTH if span.month else SHOWN_IN_WEEK
    found = deadlines(asked.rows, span.first, span.last, shown=shown)
    days = [_shown(asked, day, span) for day in found.days]
    context = {
        "span": span,
        "weeks": [days[start : start + 7] for start in range(0, len(days), 7)],
        "total": sum(day.total for day in days if not day.is_outside),
        "previous": _turned(asked, span, -1),
        "next": _turned(asked, span, 1),
        "present": asked.state.query([] if span.month else [("tuan", f"{today():%Y-%m-%d}")]),
        "other": _other_length(asked, span),
        "without_deadline": found.without_deadline,
        "without_deadline_url": asked.list_address(("hinh", "no_deadline"), without=("h-tu", "h-den")),
    }
    return Drawn(context, span.keep)


def read_span(month: str, week: str) -> Span:
    """Read ``2026-03`` or ``2026-03-02``; what makes no sense is the present month."""
    day = _parsed(week, "%Y-%m-%d")
    if day is not None:
        monday = day - dt.timedelta(days=day.weekday())
        return Span(monday, monday + dt.timedelta(days=6), None, [("tuan", f"{monday:%Y-%m-%d}")])
    first = _parsed(month, "%Y-%m") or today().replace(day=1)
    weeks = months.Calendar().monthdatescalendar(first.year, first.month)
    return Span(weeks[0][0], weeks[-1][-1], first, [("thang", f"{first:%Y-%m}")])


def _parsed(text: str, pattern: str) -> dt.date | None:
    try:
        day = dt.datetime.strptime(text, pattern).date()  # noqa: DTZ007 -- a day has no zone
    except ValueError:
        return None
    return day if _FIRST <= day <= _LAST else None


def _turned(asked: FaceRequest, span: Span, step: int) -> str:
    """The address one month or week further, or nothing beyond the calendar."""
    if span.month:
        index = span.month.year * 12 + span.month.month - 1 + step
        there = dt.date(index // 12, index % 12 + 1, 1)
        keep = [("thang", f"{there:%Y-%m}")]
    else:
        there = span.first + step * _WEEK
        keep = [("tuan", f"{there:%Y-%m-%d}")]
    return asked.state.query(keep) if _FIRST <= there <= _LAST else ""


def _other_length(asked: FaceRequest, span: Span) -> str:
    """The week in a month, or the month of a week."""
    if span.month is None:
        return asked.state.query([("thang", f"{span.first + dt.timedelta(days=3):%Y-%m}")])
    inside = today() if span.month == today().replace(day=1) else span.month
    return asked.state.query([("tuan", f"{inside - dt.timedelta(days=inside.weekday()):%Y-%m-%d}")])


def _shown(asked: FaceRequest, day: Day, span: Span) -> DayShown:
    date = day.cell.day or span.first
    written = f"{date:%d/%m/%Y}"
    on_day = (("h-tu", written), ("h-den", written))
    return DayShown(
        date=date,
        tone=day.cell.state,
        name=day.cell.name or (_("Nghỉ lễ") if day.cell.state == "off" else ""),
        is_today=date == today(),
        is_outside=span.month is not None and date.month != span.month.month,
        total=day.total,
        url=asked.list_address(*on_day),
        lights=[
            LightCount(_mark(light), light.label, number, asked.list_address(*on_day, ("mau", light)))
            for light, number in day.lights.items()
        ],
        rows=[(row, reverse("assignment-detail", args=[row.pk]), _mark(Light(row.light))) for row in day.rows],
        more=day.more,
    )


def _mark(light: Light) -> Badge:
    return Badge(light.label, *LIGHT_LOOKS[light])
