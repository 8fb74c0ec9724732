"""The table of periods: an office and a year at a time, made by kind and edited row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import VIETNAM, today
from sauro.common.errors import NotAllowed
from sauro.periods.enums import PeriodKind
from sauro.periods.forms import PeriodForm, YearForm
from sauro.periods.models import Period
from sauro.periods.selectors.periods import get_period, offices_of, year_of_periods
from sauro.periods.services.making import FIRST_YEAR, LAST_YEAR, PeriodEdit, edit_period, make_year


@require_safe
@login_required
def period_start(request: ActorRequest) -> HttpResponse:
    """Lead to this year of the first office whose periods the actor sees."""
    offices = offices_of(request.actor)
    if not offices:
        raise NotAllowed("not-allowed", _("Tài khoản của bạn không được xem bảng kỳ."))
    return redirect("period-year", pk=offices[0].pk, year=today().year)


@require_safe
@login_required
def period_year(request: ActorRequest, pk: UUID, year: int) -> HttpResponse:
    """Show a year."""
    return _page(request, pk, year, YearForm(initial={"year": year}))


@require_POST
@login_required
def period_make(request: ActorRequest, pk: UUID, year: int) -> HttpResponse:
    """Make the periods of one kind; a refusal is shown on the page of the year."""
    form = YearForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, year, form, status=422)
    kind, wanted = PeriodKind(form.cleaned_data["kind"]), form.cleaned_data["year"]
    with form.showing_refusals():
        made = make_year(actor=request.actor, unit_id=pk, kind=kind, year=wanted)
        text = _("Đã lập %(count)s kỳ. Hãy xem lại từng kỳ và sửa nếu cần.") if made else _("Các kỳ này đã có đủ.")
        messages.success(request, text % {"count": len(made)})
        return redirect("period-year", pk=pk, year=wanted)
    return _page(request, pk, year, form, status=422)


@require_http_methods(["GET", "POST"])
@login_required
def period_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a period, or move it."""
    period = get_period(request.actor, pk)
    form = PeriodForm(request.POST) if request.method == "POST" else PeriodForm(initial=_held(period))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            edit_period(actor=request.actor, period_id=pk, edit=_edit(form.cleaned_data))
            messages.success(request, _("Đã ghi kỳ. Các đợt báo cáo đã mở giữ nguyên ngày của mình."))
            return redirect(f"{reverse('period-year', args=[period.owner_unit_id, period.year])}#{period.pk}")
    status = 422 if form.is_bound else 200
    return render(request, "periods/edit.html", {"period": period, "form": form}, status=status)


def _edit(held: Mapping[str, Any]) -> PeriodEdit:
    closes_at = dt.datetime.combine(held["closing_day"], held["closing_time"], tzinfo=VIETNAM)
    return PeriodEdit(held["first"], held["last"], closes_at, held["label"])


def _held(period: Period) -> dict[str, Any]:
    closes = period.closes_at.astimezone(VIETNAM)
    return {
        "label": period.label,
        "first": period.first,
        "last": period.last,
        "closing_day": closes.date(),
        "closing_time": closes.time(),
    }


def _page(request: ActorRequest, pk: UUID, year: int, form: YearForm, *, status: int = 200) -> HttpResponse:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    shown = year_of_periods(request.actor, pk, year)
    context = {
        "shown": shown,
        "offices": offices_of(request.actor),
        "form": form,
        "today": today(),
        "previous": year - 1 if year > FIRST_YEAR else None,
        "next": year + 1 if year < LAST_YEAR else None,
    }
    return render(request, "periods/year.html", context, status=status)
