"""The page of a monthly sheet, the sheets of one's own year, and reckoning at once."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.appraisals.badges import item_badges, state_badge
from sauro.appraisals.criteria_words import words_of
from sauro.appraisals.forms import claimable, written_points
from sauro.appraisals.month_choices import period_choices
from sauro.appraisals.next_steps import next_step
from sauro.appraisals.rules.figures import UNIT, plain, shown
from sauro.appraisals.selectors.cadres import own_file
from sauro.appraisals.selectors.fair_play import fair_play
from sauro.appraisals.selectors.looks import looks_of_others
from sauro.appraisals.selectors.own_levels import own_level
from sauro.appraisals.selectors.own_year import PersonYear, year_of_person
from sauro.appraisals.selectors.ratings import own_ratings
from sauro.appraisals.selectors.regulations import days_of
from sauro.appraisals.selectors.sheets import SheetPage, ShownItem, get_sheet, get_sheet_page
from sauro.appraisals.selectors.waiting import waiting_for
from sauro.appraisals.services.looking import note_look
from sauro.appraisals.services.signs import note_signs_seen
from sauro.appraisals.services.stating import reckon_now
from sauro.appraisals.web.signs import fair_context
from sauro.audit.models import AuditEvent
from sauro.common.clock import YEARS, today


@require_safe
@login_required
def sheet_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a sheet with its work, its points and how they came about; somebody else's look is on record."""
    page = get_sheet_page(request.actor, pk)
    is_own, fair = "own" in page.may, fair_play(request.actor, page)
    if not is_own:
        note_look(actor=request.actor, sheet=page.sheet)
    elif any(one.sign.seen_at is None for one in fair.signs):
        note_signs_seen(actor=request.actor, sheet=page.sheet)
    looks = looks_of_others(request.actor, [page.sheet.pk]) if is_own else ()
    context = sheet_context(page, looks) | fair_context(fair) | {"is_own": is_own}
    if "judge" in page.may:
        context["waiting"] = waiting_for(request.actor)[1]
    return render(request, "appraisals/sheet.html", context)


def sheet_context(page: SheetPage, looks: Sequence[AuditEvent] = ()) -> dict[str, object]:
    """Return what the page of a sheet needs. ``looks``: who else opened it, for the person alone."""
    sheet = page.sheet
    appraisal = page.appraisal
    return {
        "page": page,
        "sheet": sheet,
        "state": state_badge(sheet),
        "lines": [_line(item) for item in page.items],
        "criteria": [
            (words_of(code), _points(sheet.own_points, code), _points(sheet.points, code))
            for code, _most in page.limits
        ],
        "score": shown(appraisal.score.score) if appraisal and appraisal.score.score is not None else "",
        "trace": appraisal.lines if appraisal else (),
        "looks": looks,
        "undecided": sum(item.is_undecided for item in page.items),
        "next_step": next_step(sheet, page.may, days_of(sheet)),
    }


def _points(points: dict[str, str], code: str) -> str:
    return written_points(points.get(code, ""))


def _line(item: ShownItem) -> dict[str, object]:
    return {
        "shown": item,
        "units": plain(Fraction(item.item.units, UNIT)) if item.item.units else "",
        "marks": list(item_badges(item.item)),
        "may_claim": bool(claimable(item.item, item.claims)),
    }


@require_safe
@login_required
def own_sheets(request: ActorRequest) -> HttpResponse:
    """Show the actor's own year: month by month, with means of quarters, halves and the year."""
    asked = request.GET.get("nam", "")
    this_year = today().year
    year = int(asked) if asked.isascii() and asked.isdigit() and int(asked) in YEARS else this_year
    own = year_of_person(request.actor, year)
    ratings = own_ratings(request.actor)
    context = {
        "is_rated": any(one.round.year == year for one in ratings),
        "year": year, "own": own, "means": _means(own, year), "is_this_year": year == this_year,
        "ratings": ratings, "stated": own_level(request.actor, year),
        "file": own_file(request.actor),
    }  # fmt: skip
    return render(request, "appraisals/own_year.html", context)


def _means(own: PersonYear, year: int) -> list[tuple[str, str, str]]:
    """Return the means of quarters and halves: in words, the value, and the address of their months."""
    quarters = [_("Trung bình quý %(quarter)s") % {"quarter": quarter} for quarter in ("I", "II", "III", "IV")]
    halves = [_("Trung bình 6 tháng đầu năm"), _("Trung bình 6 tháng cuối năm")]
    offered = {code for code, _name in period_choices()}
    codes = [f"{year}-{period}" for period in ("q1", "q2", "q3", "q4", "h1", "h2")]
    urls = [f"{reverse('sheet-list')}?cua=toi&th={code}" if code in offered else "" for code in codes]
    return list(zip([*quarters, *halves], [*own.quarters, *own.halves], urls, strict=False))


@require_POST
@login_required
def sheet_reckon(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Bring a sheet in step with the work at once."""
    get_sheet(request.actor, pk)
    reckon_now(actor=request.actor, sheet_id=pk)
    messages.success(request, _("Đã tính lại theo công việc đến lúc này."))
    return redirect("sheet-detail", pk=pk)
