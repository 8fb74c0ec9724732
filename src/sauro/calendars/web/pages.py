"""The working-day calendar: a page per year, days entered and removed, the year confirmed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.calendars.enums import DayKind
from sauro.calendars.forms import CalendarDayForm
from sauro.calendars.selectors.working_days import half_days
from sauro.calendars.selectors.years import get_year
from sauro.calendars.services.editing import (
    FIRST_YEAR,
    LAST_YEAR,
    confirm_year,
    remove_day,
    set_day,
    set_saturday_mornings,
)
from sauro.common.clock import today
from sauro.common.errors import NotAllowed


@require_safe
@login_required
def this_year(request: ActorRequest) -> HttpResponse:
    """Lead to the year that is."""
    return redirect("calendar-year", year=today().year)


@require_safe
@login_required
def calendar_year(request: ActorRequest, year: int) -> HttpResponse:
    """Show a year."""
    return _page(request, year, CalendarDayForm())


@require_POST
@login_required
def day_add(request: ActorRequest, year: int) -> HttpResponse:
    """Enter a day; a refusal is shown on the page of the year."""
    form = CalendarDayForm(request.POST)
    _require_manager(request)
    if not form.is_valid():
        return _page(request, year, form, status=422)
    held = form.cleaned_data
    kind = DayKind(held.pop("kind"))
    with form.showing_refusals():
        row = set_day(actor=request.actor, kind=kind, **held)
        messages.success(request, _("Đã ghi. Khi đã đủ ngày, hãy xác nhận lại lịch của năm."))
        return redirect("calendar-year", year=row.day.year)
    return _page(request, year, form, status=422)


@require_POST
@login_required
def day_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a day out."""
    year = remove_day(actor=request.actor, day_id=pk)
    messages.success(request, _("Đã bỏ. Khi đã đủ ngày, hãy xác nhận lại lịch của năm."))
    return redirect("calendar-year", year=year)


@require_POST
@login_required
def year_confirm(request: ActorRequest, year: int) -> HttpResponse:
    """Confirm that a year is complete, or open it again."""
    is_complete = request.POST.get("complete") == "1"
    confirm_year(actor=request.actor, year=year, is_complete=is_complete)
    messages.success(request, _("Đã xác nhận lịch của năm.") if is_complete else _("Đã mở lại lịch của năm."))
    return redirect("calendar-year", year=year)


@require_POST
@login_required
def year_saturdays(request: ActorRequest, year: int) -> HttpResponse:
    """Say whether Saturday mornings of a year are worked."""
    set_saturday_mornings(actor=request.actor, year=year, worked=request.POST.get("worked") == "1")
    messages.success(request, _("Đã ghi. Khi đã đủ ngày, hãy xác nhận lại lịch của năm."))
    return redirect("calendar-year", year=year)


def _require_manager(request: ActorRequest) -> None:
    if not request.actor.holds("calendar.manage"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền sửa lịch làm việc."))


def _page(request: ActorRequest, year: int, form: CalendarDayForm, *, status: int = 200) -> HttpResponse:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    actor = request.actor
    if not actor.grants:
        raise NotAllowed("not-allowed", _("Tài khoản của bạn chưa có vai trò nào."))
    page = get_year(actor=actor, year=year)
    context = {
        "page": page,
        "form": form,
        "halves": half_days(),
        "previous": year - 1 if year > FIRST_YEAR else None,
        "next": year + 1 if year < LAST_YEAR else None,
    }
    return render(request, "calendars/year.html", context, status=status)
