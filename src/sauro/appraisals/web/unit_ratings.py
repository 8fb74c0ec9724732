"""The pages of the yearly rating of units: rounds, one unit's rating, the works behind its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.appraisals import unit_rating_forms as forms
from sauro.appraisals.enums import LevelChoice, Rated
from sauro.appraisals.models import UnitRating
from sauro.appraisals.policies import unit_rating_policy, unit_round_policy
from sauro.appraisals.rating_forms import LevelForm, RoundDecisionForm
from sauro.appraisals.selectors.proposing_units import circles_of
from sauro.appraisals.selectors.unit_facts import WorkKind
from sauro.appraisals.selectors.unit_ratings import (
    get_unit_rating,
    get_unit_round,
    targets_of,
    unit_ratings_of,
    unit_reasons_of,
    works_of,
)
from sauro.appraisals.services import unit_rating
from sauro.appraisals.services.papers import RoundPaper
from sauro.appraisals.services.unit_papers import unit_notice_file, unit_round_file
from sauro.appraisals.unit_rating_tables import unit_round_badge
from sauro.appraisals.web.complaints import complain_step, complaints_shown
from sauro.appraisals.web.papers import answer, kind_of
from sauro.appraisals.web.steps import Step, take_step
from sauro.common.clock import today
from sauro.common.errors import NotAllowed

_FORM = "appraisals/unit_form.html"


def _level(actor: Actor, pk: UUID, form: Any) -> object:
    held = form.cleaned_data
    return unit_rating.choose_unit_level(
        actor=actor, rating_id=pk, level=LevelChoice(held["level"]), reason=held["reason"]
    )


ROUND_ACTS: Mapping[str, Step] = {
    "cach-tinh": Step(
        gettext_lazy("Cách tính, tỷ lệ xuất sắc"), gettext_lazy("Ghi"), gettext_lazy("Đã ghi, đã đề xuất lại."), "keep",
        lambda found, data: forms.WaysForm(data, initial=forms.ways_of(found)),
        lambda actor, pk, form: unit_rating.set_unit_ways(actor=actor, round_id=pk, ways=form.ways),
    ),
    "quyet-dinh": Step(
        gettext_lazy("Quyết định xếp loại đơn vị"), gettext_lazy("Quyết định"),
        gettext_lazy("Đã quyết định. Mỗi đơn vị xem được mức và căn cứ của mình."), "decide",
        lambda _found, data: RoundDecisionForm(data, initial={"decided_on": today()}),
        lambda actor, pk, form: unit_rating.decide_units(actor=actor, round_id=pk, **form.cleaned_data),
    ),
}  # fmt: skip

RATING_ACTS: Mapping[str, Step] = {
    "can-cu": Step(
        gettext_lazy("Kết luận, khắc phục, bất khả kháng"), gettext_lazy("Ghi"),
        gettext_lazy("Đã ghi, đã đề xuất lại."), "keep",
        lambda one, data: forms.StatedForm(data, initial=forms.stated_of(one)),
        lambda actor, pk, form: unit_rating.state_unit_facts(actor=actor, rating_id=pk, stated=form.stated),
    ),
    "muc": Step(
        gettext_lazy("Chọn mức xếp loại của đơn vị"), gettext_lazy("Chọn"), gettext_lazy("Đã chọn mức."), "decide",
        lambda one, data: LevelForm(data, initial={"level": one.level or one.proposed, "reason": one.reason}),
        _level,
    ),
    "kien-nghi": complain_step(Rated.UNIT),
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def unit_round_new(request: ActorRequest) -> HttpResponse:
    """Ask which body and year, or begin the round."""
    if not request.actor.holds("ratings.keep"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền chuẩn bị xếp loại."))
    form = forms.UnitRoundForm(request.POST if request.method == "POST" else None, initial={"year": today().year})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = unit_rating.prepare_units(actor=request.actor, unit_id=held["unit"], year=held["year"])
            messages.success(request, _("Đã lập danh sách đơn vị, lấy số liệu và đề xuất mức."))
            return redirect("unit-round-detail", pk=made.pk)
    context = {"form": form, "title": _("Chuẩn bị xếp loại đơn vị"), "button": _("Lập")}
    return render(request, _FORM, context, status=422 if form.is_bound else 200)


@require_safe
@login_required
def unit_round_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a round: the numbers, the proposed and the chosen level of each unit, and how many may stand highest."""
    found = get_unit_round(request.actor, pk)
    rows = unit_ratings_of(found)
    levels = [one.level or one.proposed for one in rows]
    context = {
        "found": found,
        "state": unit_round_badge(found),
        "rows": rows,
        "counts": [(choice.label, levels.count(choice)) for choice in LevelChoice],
        "circles": circles_of(found, rows),
        "unscored": sum(not one.highest for one in rows),
        "may": unit_round_policy.allowed(request.actor, ("keep", "decide"), found),
    }
    return render(request, "appraisals/unit_round.html", context)


@require_POST
@login_required
def unit_round_reckon(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take the facts anew and propose anew."""
    unit_rating.reckon_units(actor=request.actor, round_id=pk)
    messages.success(request, _("Đã lấy lại số liệu đến hôm nay và đề xuất lại."))
    return redirect("unit-round-detail", pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def unit_round_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a round, or do it."""
    step = ROUND_ACTS.get(act)
    if step is None:
        raise Http404
    found = get_unit_round(request.actor, pk)
    unit_round_policy.require(request.actor, step.action, found)
    return take_step(request, step, found, back="unit-round-detail", template=_FORM, context={"found": found})


@require_safe
@never_cache
@login_required
def round_paper(request: ActorRequest, pk: UUID, paper: str, kind: str) -> FileResponse:
    """Give the minutes of a round, or the decision with its list."""
    if paper not in list(RoundPaper):
        raise Http404
    return answer(unit_round_file(actor=request.actor, round_id=pk, paper=RoundPaper(paper), kind=kind_of(kind)))


@require_safe
@never_cache
@login_required
def notice_paper(request: ActorRequest, pk: UUID, kind: str) -> FileResponse:
    """Give the notice of a decided level to its unit."""
    return answer(unit_notice_file(actor=request.actor, rating_id=pk, kind=kind_of(kind)))


@require_safe
@login_required
def unit_rating_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a unit's rating: those who prepare or decide it, and the unit itself once it is decided."""
    one = get_unit_rating(request.actor, pk)
    context = {
        "one": one,
        "found": one.round,
        "numbers": _numbers(one),
        "reasons": unit_reasons_of(one),
        "targets": targets_of(request.actor, one),
        **complaints_shown(one),
        "may": unit_rating_policy.allowed(request.actor, ("own", "keep", "decide"), one),
    }
    return render(request, "appraisals/unit_rating.html", context)


@require_safe
@login_required
def unit_rating_works(request: ActorRequest, pk: UUID, kind: str) -> HttpResponse:
    """List the works a number counts."""
    if kind not in list(WorkKind):
        raise Http404
    one = get_unit_rating(request.actor, pk)
    label = next(words for words, _number, asked in _numbers(one) if asked == kind)
    context = {"one": one, "found": one.round, "label": label, "works": works_of(request.actor, one, WorkKind(kind))}
    return render(request, "appraisals/unit_works.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def unit_rating_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a unit's rating, or do it."""
    step = RATING_ACTS.get(act)
    if step is None:
        raise Http404
    one = get_unit_rating(request.actor, pk)
    unit_rating_policy.require(request.actor, step.action, one)
    context = {"found": one.round, "one": one}
    return take_step(request, step, one, back="unit-rating-detail", template=_FORM, context=context)


def _numbers(one: UnitRating) -> list[tuple[str, int, str]]:
    """The numbers of works in words, with the list each opens."""
    return [
        (_("Nhiệm vụ của năm"), one.tasks, WorkKind.TASKS.value),
        (_("Đã hoàn thành"), one.done, WorkKind.DONE.value),
        (_("Đúng hạn, bảo đảm chất lượng"), one.good, WorkKind.GOOD.value),
        (_("Chậm"), one.late, WorkKind.LATE.value),
        (_("Nộp trước hạn, không bị trả lại"), one.early, WorkKind.EARLY.value),
    ]
