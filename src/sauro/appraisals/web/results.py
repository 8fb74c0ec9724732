"""The page of results of units: distribution, twelve months, the year, and units alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.appraisals.enums import LevelChoice
from sauro.appraisals.forms import ResultsForm
from sauro.appraisals.selectors.results import (
    TARGET_PERCENT,
    Place,
    UnitResults,
    unit_results,
    visible_result_units,
)
from sauro.appraisals.selectors.unit_ratings import openable
from sauro.appraisals.tables import TOLD, WORKED
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.organizations.models import Unit
from sauro.plans.months import month_of, read_month, shifted
from sauro.ui.badges import Tone
from sauro.ui.charts import Chart, ChartKind, Series

_BANDS = ("excellent", "good", "completed", "failed")


@require_safe
@login_required
def results(request: ActorRequest) -> HttpResponse:
    """Show the results of a unit the actor asks for, or of the highest one they see."""
    units = visible_result_units(request.actor)
    usual = units.filter(pk__in=[request.actor.unit_id]).first() or units.order_by("path").first()
    if usual is None:
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem kết quả đánh giá của đơn vị nào."))
    data = request.GET.copy()
    data.setdefault("thang", f"{shifted(month_of(today()), -1):%Y-%m}")
    data.setdefault("dv", str(usual.pk))
    form = ResultsForm(data)
    month, unit = _asked(form, usual, units)
    form.fields["dv"].widget.text = unit.name
    found = unit_results(request.actor, unit, month)
    context = {
        "form": form, "found": found, "target": TARGET_PERCENT, "levels": [choice.label for choice in LevelChoice],
        "rows": [_row(found, place) for place in found.of_month.places], "charts": list(_charts(found)),
        "told_url": _sheets(month, unit, TOLD), "worked_url": _sheets(month, unit, WORKED),
        "opened": openable(request.actor, [rating.pk for _unit, rating in found.unit_levels]),
    }  # fmt: skip
    return render(request, "appraisals/results.html", context, status=200 if form.is_valid() else 422)


def _asked(form: ResultsForm, usual: Unit, units: object) -> tuple[dt.date, Unit]:
    form.is_valid()
    month = read_month(form.cleaned_data.get("thang") or "") or shifted(month_of(today()), -1)
    asked = form.cleaned_data.get("dv")
    unit = units.filter(pk=asked).first() if asked else None  # type: ignore[attr-defined]  # rows of units
    if asked and unit is None:
        form.add_error("dv", _("Không tìm thấy đơn vị này, hoặc bạn không có quyền xem kết quả của nó."))
    return month, unit or usual


def _sheets(month: dt.date, unit: Unit, standing: str, *, alone: bool = False, band: str = "") -> str:
    """Return the address of the list of exactly the sheets behind a number."""
    asked = {"th": f"{month:%Y-%m}", "dv": unit.code, "tinh-trang": standing}
    asked |= {"dv-rieng": "1"} if alone else {}
    asked |= {"xep": band} if band else {}
    return f"{reverse('sheet-list')}?{urlencode(asked)}"


def _row(found: UnitResults, place: Place) -> dict[str, object]:
    """A line of the table; numbers open their list where every sheet behind them may be seen."""
    levels, month, unit, alone = place.result.levels, found.month, place.unit, place.is_itself

    def sheets(standing: str, band: str = "") -> str:
        return _sheets(month, unit, standing, alone=alone, band=band) if found.is_whole else ""

    return {
        "place": place,
        "url": "" if alone else f"?{urlencode({'thang': f'{month:%Y-%m}', 'dv': str(unit.pk)})}",
        "told_url": sheets(TOLD),
        "worked_url": sheets(WORKED),
        "levels": [(number, sheets(TOLD, band)) for number, band in zip(levels, _BANDS, strict=True)]
        if levels is not None
        else None,
    }


def _charts(found: UnitResults) -> Iterator[Chart]:
    total = found.of_month.total
    if total.levels is not None and total.people:
        yield Chart(
            title=_("Phân bố điểm tháng %(month)s") % {"month": f"{found.month:%m/%Y}"},
            kind=ChartKind.BARS,
            categories=[_("Từ 90"), _("70 đến dưới 90"), _("50 đến dưới 70"), _("Dưới 50")],
            series=[Series(_("Số người"), list(total.levels))],
            links=[_sheets(found.month, found.unit, TOLD, band=band) for band in _BANDS],
            unit=_("người"),
        )
    known = [(month, result) for month, result in found.trend if result.percent_good is not None]
    if len(known) > 1:
        yield Chart(
            title=_("Tỷ lệ từ 70 điểm trở lên qua các tháng"),
            kind=ChartKind.LINES,
            categories=[f"{month:%m/%Y}" for month, _result in known],
            series=[
                Series(_("Đạt từ 70 điểm"), [float(result.percent_good or 0) for _month, result in known], Tone.ACTIVE),
                Series(_("Mục tiêu"), [TARGET_PERCENT for _one in known], Tone.DONE),
            ],
            unit="%",
        )
