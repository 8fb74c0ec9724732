"""The timeline: units or people by weeks, a bar per assignment, drawn on the server with a table behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sauro.agenda.enums import RowsBy
from sauro.agenda.lanes import Placed
from sauro.agenda.selectors.timeline import Shown, TimelineRow, timeline
from sauro.common.clock import VIETNAM, today
from sauro.tasks.badges import light_badge
from sauro.tasks.filters import NOBODY_IN_CHARGE
from sauro.tasks.lights import Light
from sauro.tasks.querysets import TimedAssignment
from sauro.ui.badges import Badge
from sauro.ui.lists.faces import Drawn, FaceRequest
from sauro.ui.lists.state import Params

WEEK_WIDTHS = {8: 112, 13: 72, 26: 40}
"""Weeks that can be shown, with the width of one in units of the drawing."""
USUAL_WEEKS = 13
WEEKS_BEFORE = 4
LANE = 20
BAR = 16
_LABEL_WIDTH = 60
_WEEK = dt.timedelta(days=7)
_FIRST, _LAST = dt.date(2000, 1, 3), dt.date(2099, 1, 5)


@dataclass(frozen=True, slots=True)
class BarShown:
    """A bar in units of the drawing; ``late`` is where its late part begins and how wide it is."""

    row: TimedAssignment
    url: str
    light: Badge
    css: str
    given: dt.date
    x: float
    y: int
    width: float
    late: tuple[float, float] | None
    is_endless: bool
    has_label: bool


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row: its heading leads to the list of its work, and ``more`` is what was not drawn."""

    name: str | Promise
    detail: str
    number: int
    url: str
    height: int
    bars: Sequence[BarShown]
    more: int


@dataclass(frozen=True, slots=True)
class Scale:
    """How days become places in the drawing."""

    shown: Shown
    weeks: int

    @property
    def width(self) -> int:
        """The width of the whole drawing."""
        return self.weeks * WEEK_WIDTHS[self.weeks]

    def x(self, day: dt.date) -> float:
        """The place where a day begins, kept within the drawing."""
        place = (day - self.shown.first).days * WEEK_WIDTHS[self.weeks] / 7
        return round(min(max(place, 0), self.width), 1)

    def ticks(self) -> list[tuple[float, dt.date]]:
        """Every week with its place."""
        mondays = [self.shown.first + number * _WEEK for number in range(self.weeks)]
        return [(self.x(monday), monday) for monday in mondays]


def draw_timeline(asked: FaceRequest) -> Drawn:
    """Draw the weeks asked for, else those around today."""
    scale = read_scale(asked.data)
    by = _rows_by(asked)
    page = _page(asked.data.get("trang", ""))
    found = timeline(asked.rows, scale.shown, by, asked.actor, page=page)
    keep = _keep(by, scale)
    context = {
        "scale": scale,
        "ticks": scale.ticks(),
        "today_x": scale.x(today()) if scale.shown.first <= today() <= scale.shown.last else None,
        "rows": [_shown_row(asked, row, scale, by) for row in found.rows],
        "by": by,
        "kinds": _kinds(asked, scale),
        "lengths": [(weeks, asked.state.query(_keep(by, _with_weeks(scale, weeks)))) for weeks in WEEK_WIDTHS],
        "previous": _turned(asked, by, scale, -1),
        "next": _turned(asked, by, scale, 1),
        "present": asked.state.query([one for one in keep if one[0] != "tu"]),
        "previous_rows": asked.state.query([*keep, ("trang", str(page - 1))]) if page > 1 else "",
        "next_rows": asked.state.query([*keep, ("trang", str(page + 1))]) if found.has_more else "",
    }
    return Drawn(context, keep)


def read_scale(data: Mapping[str, str]) -> Scale:
    """Read the first week (``tu``, any day of it) and the number of weeks (``so-tuan``); nonsense is the usual."""
    text = data.get("so-tuan", "")
    weeks = int(text) if text in {str(one) for one in WEEK_WIDTHS} else USUAL_WEEKS
    day = _day(data.get("tu", "")) or today() - WEEKS_BEFORE * _WEEK
    first = day - dt.timedelta(days=day.weekday())
    return Scale(Shown(first, first + weeks * _WEEK - dt.timedelta(days=1), today()), weeks)


def _day(text: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if _FIRST <= day <= _LAST else None


def _page(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= 999 else 1


def _rows_by(asked: FaceRequest) -> RowsBy:
    wants_people = asked.data.get("hang") == RowsBy.PERSON
    return RowsBy.PERSON if wants_people and _knows_people(asked) else RowsBy.UNIT


def _knows_people(asked: FaceRequest) -> bool:
    return bool(asked.actor.scopes("tasks.view") or asked.actor.appointment_ids)


def _keep(by: RowsBy, scale: Scale) -> Params:
    """The timeline's own part of the address, usual values left out."""
    keep: Params = [("hang", str(by))] if by != RowsBy.UNIT else []
    if scale.weeks != USUAL_WEEKS:
        keep.append(("so-tuan", str(scale.weeks)))
    usual = today() - WEEKS_BEFORE * _WEEK
    if scale.shown.first != usual - dt.timedelta(days=usual.weekday()):
        keep.append(("tu", scale.shown.first.isoformat()))
    return keep


def _kinds(asked: FaceRequest, scale: Scale) -> list[tuple[RowsBy, str]]:
    offered = list(RowsBy) if _knows_people(asked) else [RowsBy.UNIT]
    return [(kind, asked.state.query(_keep(kind, scale))) for kind in offered]


def _with_weeks(scale: Scale, weeks: int) -> Scale:
    return read_scale({"tu": scale.shown.first.isoformat(), "so-tuan": str(weeks)})


def _turned(asked: FaceRequest, by: RowsBy, scale: Scale, step: int) -> str:
    """The address half the weeks further, or nothing beyond the calendar."""
    first = scale.shown.first + step * (scale.weeks // 2) * _WEEK
    if not _FIRST <= first <= _LAST:
        return ""
    return asked.state.query(_keep(by, read_scale({"tu": first.isoformat(), "so-tuan": str(scale.weeks)})))


def _shown_row(asked: FaceRequest, row: TimelineRow, scale: Scale, by: RowsBy) -> RowShown:
    narrowed = [("dv", row.key), ("dv-rieng", "1")] if by == RowsBy.UNIT else [("ng", row.key or NOBODY_IN_CHARGE)]
    ends = [("kg-tu", f"{scale.shown.first:%d/%m/%Y}"), ("kg-den", f"{scale.shown.last:%d/%m/%Y}")]
    lanes = max((placed.lane for placed in row.bars), default=0) + 1
    return RowShown(
        name=row.name or _("Chưa phân công"),
        detail=row.detail,
        number=row.number,
        url=asked.list_address(*narrowed, *ends),
        height=lanes * LANE + 4,
        bars=[_shown_bar(placed, scale) for placed in row.bars],
        more=row.number - len(row.bars),
    )


def _shown_bar(placed: Placed[TimedAssignment], scale: Scale) -> BarShown:
    bar, row = placed.bar, placed.bar.item
    after = bar.last + dt.timedelta(days=1)
    x, end = scale.x(bar.first), scale.x(after)
    late = None
    if bar.late_from is not None:
        late_x = scale.x(bar.late_from)
        late = (late_x, round(end - late_x, 1))
    return BarShown(
        row=row,
        url=reverse("assignment-detail", args=[row.pk]),
        light=light_badge(row),
        css=Light(row.light).value,
        given=row.given_at.astimezone(VIETNAM).date(),
        x=x,
        y=placed.lane * LANE + 4,
        width=max(round(end - x, 1), 3),
        late=late,
        is_endless=bar.is_endless,
        has_label=end - x >= _LABEL_WIDTH,
    )
