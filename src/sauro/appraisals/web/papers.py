"""Forms and papers of appraisals as downloads, and the level somebody gives themselves."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.appraisals.enums import LevelChoice
from sauro.appraisals.rating_forms import OwnLevelForm
from sauro.appraisals.selectors.own_levels import own_level
from sauro.appraisals.services.own_data import own_data_file
from sauro.appraisals.services.own_levels import state_own_level
from sauro.appraisals.services.papers import (
    MadeFile,
    RatingPaper,
    RoundPaper,
    own_year_file,
    rating_file,
    round_file,
    sheet_file,
)
from sauro.common.clock import YEARS
from sauro.documents.services.composing import PaperKind
from sauro.documents.web.file_answers import made_file_answer


@require_safe
@never_cache
@login_required
def sheet_paper(request: ActorRequest, pk: UUID, kind: str) -> FileResponse:
    """Give the filled form of a month."""
    return answer(sheet_file(actor=request.actor, sheet_id=pk, kind=kind_of(kind)))


@require_safe
@never_cache
@login_required
def own_year_paper(request: ActorRequest, year: int, kind: str) -> FileResponse:
    """Give the actor's own form of a year."""
    return answer(own_year_file(actor=request.actor, year=_year(year), kind=kind_of(kind)))


@require_safe
@never_cache
@login_required
def own_data(request: ActorRequest, year: int) -> FileResponse:
    """Give everything the actor has in appraisals of a year as a workbook."""
    return made_file_answer(*own_data_file(actor=request.actor, year=_year(year)))


@require_safe
@never_cache
@login_required
def rating_paper(request: ActorRequest, pk: UUID, paper: str, kind: str) -> FileResponse:
    """Give a paper of a person's rating."""
    if paper not in list(RatingPaper):
        raise Http404
    return answer(rating_file(actor=request.actor, rating_id=pk, paper=RatingPaper(paper), kind=kind_of(kind)))


@require_safe
@never_cache
@login_required
def round_paper(request: ActorRequest, pk: UUID, paper: str, kind: str) -> FileResponse:
    """Give the minutes or the decision of a round."""
    if paper not in list(RoundPaper):
        raise Http404
    return answer(round_file(actor=request.actor, round_id=pk, paper=RoundPaper(paper), kind=kind_of(kind)))


@require_http_methods(["GET", "POST"])
@login_required
def own_level_state(request: ActorRequest, year: int) -> HttpResponse:
    """Ask for one's own level of a year, or keep it."""
    stated = own_level(request.actor, _year(year))
    initial = {"level": stated.level, "note": stated.note} if stated else {}
    form = OwnLevelForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            state_own_level(actor=request.actor, year=year, level=LevelChoice(held["level"]), note=held["note"])
            messages.success(request, _("Đã ghi mức tự xếp loại. Bạn sửa được đến khi có quyết định."))
            return redirect(f"{reverse('own-sheets')}?nam={year}")
    context = {"form": form, "title": _("Tự xếp loại năm %(year)s") % {"year": year}, "button": _("Ghi"), "own": year}
    return render(request, "appraisals/rating_form.html", context, status=422 if form.is_bound else 200)


def _year(year: int) -> int:
    if year not in YEARS:
        raise Http404
    return year


def kind_of(kind: str) -> PaperKind:
    """Return the kind of file an address names. Raises ``Http404``."""
    if kind not in list(PaperKind):
        raise Http404
    return PaperKind(kind)


def answer(made: MadeFile) -> FileResponse:
    """Return a made file as a download."""
    data, name = made
    return made_file_answer(BytesIO(data), name)
