"""The pages of the yearly rating: rounds, one person's rating, complaints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.appraisals import rating_forms as forms
from sauro.appraisals.enums import LevelChoice, Rated
from sauro.appraisals.models import Rating
from sauro.appraisals.policies import rating_policy, round_policy
from sauro.appraisals.rating_tables import round_badge
from sauro.appraisals.selectors.own_levels import own_levels_of
from sauro.appraisals.selectors.proposing import merit_of
from sauro.appraisals.selectors.ratings import get_rating, get_round, ratings_of, reasons_of
from sauro.appraisals.services import complaints, rating
from sauro.appraisals.web.complaints import complain_step, complaints_shown
from sauro.appraisals.web.steps import Step, take_step
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.ui.forms import PageForm

_FORM = "appraisals/rating_form.html"

ROUND_ACTS: Mapping[str, Step] = {
    "hop": Step(
        gettext_lazy("Biên bản họp, ý kiến cấp ủy"), gettext_lazy("Ghi"), gettext_lazy("Đã ghi, đã đề xuất lại."),
        "keep",
        forms.meeting_form,
        lambda actor, pk, form: rating.hold_meeting(actor=actor, round_id=pk, meeting=form.meeting),
    ),
    "quyet-dinh": Step(
        gettext_lazy("Quyết định xếp loại"), gettext_lazy("Quyết định"),
        gettext_lazy("Đã quyết định. Mỗi người xem được mức và điểm của mình; mức được công khai trong đơn vị."),
        "decide",
        lambda _found, data: forms.RoundDecisionForm(data, initial={"decided_on": today()}),
        lambda actor, pk, form: rating.decide_round(actor=actor, round_id=pk, **form.cleaned_data),
    ),
}  # fmt: skip


def _level(service: Callable[..., object]) -> Callable[[Actor, UUID, Any], object]:
    def do(actor: Actor, pk: UUID, form: Any) -> object:
        held = form.cleaned_data
        return service(actor=actor, rating_id=pk, level=LevelChoice(held["level"]), reason=held["reason"])

    return do


def _level_form(one: Rating, data: Any) -> PageForm:
    return forms.LevelForm(data, initial={"level": one.level or one.proposed, "reason": one.reason})


RATING_ACTS: Mapping[str, Step] = {
    "ket-luan": Step(
        gettext_lazy("Kết luận, kỷ luật trong năm"), gettext_lazy("Ghi"), gettext_lazy("Đã ghi, đã đề xuất lại."),
        "keep",
        lambda one, data: forms.FindingsForm(data, initial=one.findings),
        lambda actor, pk, form: rating.set_findings(actor=actor, rating_id=pk, **form.cleaned_data),
    ),
    "muc": Step(
        gettext_lazy("Chọn mức xếp loại"), gettext_lazy("Chọn"), gettext_lazy("Đã chọn mức."), "decide", _level_form,
        _level(rating.choose_level),
    ),
    "quyet-dinh-lai": Step(
        gettext_lazy("Quyết định lại mức xếp loại"), gettext_lazy("Quyết định lại"),
        gettext_lazy("Đã thay mức xếp loại."), "decide", _level_form, _level(complaints.replace_level),
    ),
    "kien-nghi": complain_step(Rated.PERSON),
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def round_new(request: ActorRequest) -> HttpResponse:
    """Ask which body and year, or begin the round."""
    if not request.actor.holds("ratings.keep"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền chuẩn bị xếp loại."))
    form = forms.RoundForm(request.POST if request.method == "POST" else None, initial={"year": today().year})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = rating.prepare_round(actor=request.actor, unit_id=held["unit"], year=held["year"])
            messages.success(request, _("Đã lập danh sách và đề xuất mức theo điểm các tháng."))
            return redirect("rating-round-detail", pk=made.pk)
    context = {"form": form, "title": _("Chuẩn bị xếp loại năm"), "button": _("Lập")}
    return render(request, _FORM, context, status=422 if form.is_bound else 200)


@require_safe
@login_required
def round_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a round: everybody's score, proposed and chosen level, and how many may stand highest."""
    found = get_round(request.actor, pk)
    rows = ratings_of(found)
    stated = own_levels_of(request.actor, found.year, [one.appointment_id for one in rows])
    levels = [one.level or one.proposed for one in rows]
    counts = [(choice.label, levels.count(choice)) for choice in LevelChoice]
    base = levels.count(LevelChoice.XS) + levels.count(LevelChoice.TOT)
    context = {
        "found": found,
        "state": round_badge(found),
        "rows": [(one, stated.get(one.appointment_id)) for one in rows],
        "counts": counts,
        "most": merit_of(found).most(base),
        "may": round_policy.allowed(request.actor, ("keep", "decide"), found),
    }
    return render(request, "appraisals/round.html", context)


@require_POST
@login_required
def round_reckon(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Propose anew from the sheets as they are now."""
    rating.reckon_round(actor=request.actor, round_id=pk)
    messages.success(request, _("Đã đề xuất lại theo phiếu các tháng đến lúc này."))
    return redirect("rating-round-detail", pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def round_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a round, or do it."""
    step = ROUND_ACTS.get(act)
    if step is None:
        raise Http404
    found = get_round(request.actor, pk)
    round_policy.require(request.actor, step.action, found)
    return take_step(request, step, found, back="rating-round-detail", template=_FORM, context={"found": found})


@require_safe
@login_required
def rating_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a person's rating: the person once it is decided, and whoever prepares or decides it."""
    one = get_rating(request.actor, pk)
    context = {
        "one": one,
        "found": one.round,
        "reasons": reasons_of(one),
        "stated": own_levels_of(request.actor, one.round.year, [one.appointment_id]).get(one.appointment_id),
        **complaints_shown(one),
        "may": rating_policy.allowed(request.actor, ("own", "keep", "decide"), one),
    }
    return render(request, "appraisals/rating.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def rating_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a rating, or do it."""
    step = RATING_ACTS.get(act)
    if step is None:
        raise Http404
    one = get_rating(request.actor, pk)
    rating_policy.require(request.actor, step.action, one)
    context = {"found": one.round, "one": one}
    return take_step(request, step, one, back="rating-detail", template=_FORM, context=context)
