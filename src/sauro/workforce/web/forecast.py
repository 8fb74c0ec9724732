"""The forecast until 2031: what ends in which period, which posts fall vacant; every number opens its people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.documents.web.file_answers import made_file_answer
from sauro.organizations.models import Unit
from sauro.ui.charts import Chart, ChartKind, Series
from sauro.workforce.enums import Block
from sauro.workforce.rules.forecast import Period, months_of, quarters_of, years_until
from sauro.workforce.selectors.forecast import (
    LAST_YEAR,
    LEAVING,
    Ending,
    Forecast,
    forecast,
    posts_named,
    units_named,
)
from sauro.workforce.services.forecast import Sheet, export_forecast
from sauro.workforce.web.days import written

MONTHS, QUARTERS = "thang", "quy"
MOST_POSTS = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks: the unit, the block, the year (None: all years), and how a year is divided."""

    below: Unit | None
    block: str
    year: int | None
    by: str
    on: dt.date

    @property
    def periods(self) -> list[Period]:
        """The periods asked for."""
        if self.year is None:
            return years_until(self.on, LAST_YEAR)
        return quarters_of(self.year) if self.by == QUARTERS else months_of(self.year)

    def query(self, **more: object) -> str:
        """Return this as a query, with some parts replaced; empty ones are left out."""
        held = {**self._scope, "nam": self.year or "", "theo": self.by, **more}
        return urlencode({key: value for key, value in held.items() if value})

    def people(self, kind: str, period: Period, **more: str) -> str:
        """Return the address of the people of whom something of a kind ends in a period."""
        first = written(max(period.first, self.on)) if period.last >= self.on else ""
        held = {**self._scope, **more, f"{kind}-tu": first, f"{kind}-den": written(period.last)}
        shown = {key: value for key, value in held.items() if value}
        return f"{reverse('forecast-list')}?{urlencode(shown)}"

    @property
    def _scope(self) -> dict[str, str]:
        return {"dv": self.below.code if self.below else "", "khoi": self.block}


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and the people it opens."""

    number: int
    url: str


Line = tuple[str, list[Cell]]


@require_safe
@login_required
def workforce_forecast(request: ActorRequest) -> HttpResponse:
    """Show endings by year, or by quarter or month of one (``?nam=``, ``?theo=``), below a unit, in a block."""
    asked = _asked(request)
    found = forecast(request.actor, asked.on, asked.periods, below=asked.below, block=asked.block)
    names = [period_name(period) for period in asked.periods]
    context = {
        "asked": asked, "found": found, "names": names, "years": range(asked.on.year, LAST_YEAR + 1),
        "blocks": Block.choices, "kinds": _kinds(found, asked), "posts": _posts(found, asked),
        "units": _units(found, asked), "chart": _chart(found, asked, names), "last_year": LAST_YEAR,
        "overdue": _overdue(found, asked), "export": f"{reverse('forecast-export')}?{asked.query()}",
        "is_by_body": asked.below is not None,
    }  # fmt: skip
    return render(request, "workforce/forecast.html", context)


@require_safe
@never_cache
@login_required
def forecast_export(request: ActorRequest) -> FileResponse:
    """Give the same numbers as a workbook."""
    asked = _asked(request)
    found = forecast(request.actor, asked.on, asked.periods, below=asked.below, block=asked.block)
    names = [period_name(period) for period in asked.periods]
    sheets = [
        Sheet(_("Theo loại"), _("Loại"), names, _plain(_kinds(found, asked))),
        Sheet(_("Vị trí trống"), _("Vị trí việc làm"), names, _plain(_posts(found, asked))),
        Sheet(_("Đơn vị"), _("Đơn vị"), names, _plain(_units(found, asked))),
    ]
    about = {_("Phạm vi"): asked.below.name if asked.below else "", _("Khối biên chế"): _block_label(asked.block)}
    file = export_forecast(actor=request.actor, sheets=sheets, about=about, below=asked.below)
    return made_file_answer(file, f"du-bao-{asked.on:%Y%m%d}.xlsx")


def period_name(period: Period) -> str:
    """Return a period in words: a year, "Quý I" or "Tháng 1" of the year shown."""
    if period.last.year != period.first.year or period.first.month + 11 == period.last.month:
        return str(period.number)
    return (
        _("Quý %(number)s") % {"number": period.quarter}
        if period.quarter
        else _("Tháng %(number)d") % {"number": period.number}
    )


def _asked(request: ActorRequest) -> Asked:
    if not request.actor.holds("workforce.view"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem hồ sơ."))
    on, data = today(), request.GET
    year = data.get("nam", "")
    is_year = year.isascii() and year.isdigit() and on.year <= int(year) <= LAST_YEAR
    block = data.get("khoi", "")
    return Asked(
        Unit.objects.filter(code=data.get("dv", "")).first(), block if block in Block.values else "",
        int(year) if is_year else None, data.get("theo", "") if data.get("theo") in (MONTHS, QUARTERS) else "", on,
    )  # fmt: skip


def _kinds(found: Forecast, asked: Asked) -> list[Line]:
    return [
        (str(kind.label), [Cell(found.kinds.get((kind, at), 0), asked.people(kind, period))
                           for at, period in enumerate(found.periods)])
        for kind in Ending
    ]  # fmt: skip


def _posts(found: Forecast, asked: Asked) -> list[Line]:
    wanted = _largest({post for post, _at in found.posts}, found.posts, len(found.periods))
    return [
        (post.title, list(_vacant(found.posts, post.pk, asked, vt=post.code)))
        for post in posts_named(wanted)
    ]  # fmt: skip


def _units(found: Forecast, asked: Asked) -> list[Line]:
    units = units_named(list({unit for unit, _at in found.units if unit is not None}))
    return [
        (unit.name, list(_vacant(found.units, unit.pk, asked, dv=unit.code)))
        for unit in units
    ]  # fmt: skip


def _vacant(
    numbers: Mapping[tuple[UUID, int], int], key: UUID, asked: Asked, **more: str
) -> Iterator[Cell]:  # fmt: skip
    for at, period in enumerate(asked.periods):
        yield Cell(numbers.get((key, at), 0), asked.people(LEAVING, period, **more))


def _largest(keys: set[UUID], numbers: Mapping[tuple[UUID, int], int], periods: int) -> list[UUID]:
    """Return the positions with most vacancies, so many as a page holds."""
    return sorted(keys, key=lambda key: -sum(numbers.get((key, at), 0) for at in range(periods)))[:MOST_POSTS]


def _overdue(found: Forecast, asked: Asked) -> list[tuple[str, Cell]]:
    yesterday = asked.on - dt.timedelta(days=1)
    before = Period(yesterday, yesterday, 0)
    return [
        (str(kind.label), Cell(found.overdue[kind], asked.people(kind, before)))
        for kind in Ending
        if found.overdue.get(kind)
    ]


def _chart(found: Forecast, asked: Asked, names: Sequence[str]) -> Chart | None:
    if not found.people:
        return None
    series = [Series(kind.label, [found.kinds.get((kind, at), 0) for at in range(len(names))]) for kind in Ending]
    links = [f"?{asked.query(nam=period.first.year)}" for period in found.periods] if asked.year is None else ()
    return Chart(_("Người nghỉ hưu, hết thời hạn"), ChartKind.STACKED_BARS, names, series, _("người"), links)


def _plain(lines: Sequence[Line]) -> list[list[Any]]:
    return [[name, *(cell.number for cell in cells)] for name, cells in lines]


def _block_label(block: str) -> str:
    return str(Block(block).label) if block else _("Tất cả")
