"""The pages of cadres: their ratings by period, what was said of them, and the file of one of them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.appraisals import cadre_forms as forms
from sauro.appraisals.cadre_policies import keeps_cadres, period_review_policy, review_policy
from sauro.appraisals.cadre_tables import PERIODS, REVIEWS, kind_badge, term_badge
from sauro.appraisals.enums import CadreFact, Rated
from sauro.appraisals.models import PeriodReview, Review
from sauro.appraisals.rules.figures import plain
from sauro.appraisals.selectors.cadre_shares import room_words, rooms_of
from sauro.appraisals.selectors.cadres import file_of, get_cadre, get_period, get_review, sentences_of
from sauro.appraisals.selectors.looks import looks_at_cadre
from sauro.appraisals.services import cadre_periods, cadre_reviews
from sauro.appraisals.services.cadre_papers import period_file
from sauro.appraisals.services.looking import note_look_at_file, note_look_at_period, note_look_at_review
from sauro.appraisals.web.complaints import complain_step, complaints_shown
from sauro.appraisals.web.papers import answer, kind_of
from sauro.appraisals.web.steps import Step, take_step
from sauro.audit.models import AuditEvent
from sauro.audit.registry import event_label
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.ui.forms import PageForm
from sauro.ui.lists.view import list_view

_FORM = "appraisals/cadre_form.html"
_PERIODS, _REVIEWS = list_view(PERIODS), list_view(REVIEWS)


PERIOD_ACTS: Mapping[str, Step] = {
    "can-cu": Step(
        gettext_lazy("Căn cứ xếp loại"), gettext_lazy("Ghi"), gettext_lazy("Đã ghi, đã đề xuất lại."), "keep",
        lambda one, data: forms.FactsForm(data, initial={"facts": one.facts}),
        lambda actor, pk, form: cadre_periods.set_cadre_facts(actor=actor, period_id=pk, **form.cleaned_data),
    ),
    "y-kien": Step(
        gettext_lazy("Ý kiến tham gia"), gettext_lazy("Ghi"), gettext_lazy("Đã ghi ý kiến."), "keep",
        lambda one, data: forms.OpinionForm(data, initial={"opinion": one.opinion}),
        lambda actor, pk, form: cadre_periods.set_opinion(actor=actor, period_id=pk, **form.cleaned_data),
    ),
    "quyet-dinh": Step(
        gettext_lazy("Quyết định của cấp ủy"), gettext_lazy("Quyết định"),
        gettext_lazy("Đã quyết định. Cán bộ xem được ở Điểm đánh giá của tôi."), "decide",
        lambda one, data: forms.CadreDecisionForm(
            data, rooms=rooms_of(one), initial={"level": one.proposed, "decided_on": today()}
        ),
        lambda actor, pk, form: cadre_periods.decide_period(actor=actor, period_id=pk, decided=form.decided),
    ),
    "kien-nghi": complain_step(Rated.CADRE),
}  # fmt: skip
REVIEW_ACTS: Mapping[str, Step] = {
    "tra-loi": Step(
        gettext_lazy("Ý kiến của tôi"), gettext_lazy("Gửi"), gettext_lazy("Đã ghi ý kiến của bạn."), "own",
        lambda one, data: forms.ReplyForm(data, initial={"reply": one.reply}),
        lambda actor, pk, form: cadre_reviews.reply_to_review(actor=actor, review_id=pk, **form.cleaned_data),
    ),
    "ket-thuc": Step(
        gettext_lazy("Kết thúc sớm"), gettext_lazy("Kết thúc"),
        gettext_lazy("Đã kết thúc. Nội dung chỉ còn trong hồ sơ của cán bộ."), "keep",
        lambda _one, data: forms.EndForm(data),
        lambda actor, pk, form: cadre_reviews.end_review(actor=actor, review_id=pk, **form.cleaned_data),
    ),
}  # fmt: skip


@require_safe
@login_required
def period_list(request: ActorRequest) -> HttpResponseBase:
    """List the ratings of cadres one keeps records of."""
    _require_keeper(request.actor)
    return _PERIODS(request)


@require_safe
@login_required
def review_list(request: ActorRequest) -> HttpResponseBase:
    """List the reviews in force of cadres one keeps records of."""
    _require_keeper(request.actor)
    return _REVIEWS(request)


@require_http_methods(["GET", "POST"])
@login_required
def period_new(request: ActorRequest) -> HttpResponse:
    """Ask whose rating, and for when, or begin it."""
    _require_keeper(request.actor)
    data, day = request.POST if request.method == "POST" else None, today()
    initial = {"year": day.year, "cadre": request.GET.get("can-bo", "")}
    form = forms.PeriodForm(data, actor=request.actor, initial=initial)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = cadre_periods.prepare_period(
                actor=request.actor, appointment_id=held["cadre"], committee_id=held["committee"], year=held["year"],
                period=held["period"],
            )  # fmt: skip
            messages.success(request, _("Đã lập, đã đề xuất mức theo quy định."))
            return redirect("cadre-period-detail", pk=made.pk)
    return _form(request, form, {"title": _("Chuẩn bị xếp loại cán bộ"), "button": _("Lập"), "list": "period"})


@require_http_methods(["GET", "POST"])
@login_required
def review_new(request: ActorRequest) -> HttpResponse:
    """Ask what was decided of whom, or record it."""
    _require_keeper(request.actor)
    data = request.POST if request.method == "POST" else None
    initial = {"decided_on": today(), "cadre": request.GET.get("can-bo", "")}
    form = forms.ReviewForm(data, actor=request.actor, initial=initial)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = cadre_reviews.record_review(
                actor=request.actor, appointment_id=held["cadre"], committee_id=held["committee"], decided=form.decided
            )
            messages.success(request, _("Đã ghi. Cán bộ đọc được và nêu ý kiến ở Điểm đánh giá của tôi."))
            return redirect("cadre-review-detail", pk=made.pk)
    context = {"title": _("Ghi biểu dương, nhắc nhở, cảnh báo"), "button": _("Ghi"), "list": "review"}
    return _form(request, form, context)


@require_safe
@login_required
def period_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the rating of a period: those who keep it, and the person once it is decided."""
    one = get_period(request.actor, pk)
    may = period_review_policy.allowed(request.actor, ("own", "keep", "decide"), one)
    if "own" not in may:
        note_look_at_period(actor=request.actor, period=one)
    context = {
        "one": one, "state": term_badge(one), "reasons": sentences_of(one),
        **{name: plain(Fraction(getattr(one, name), 100)) for name in ("done", "on_time", "late")},
        "facts": [str(label) for code, label in CadreFact.choices if code in one.facts],
        **complaints_shown(one),
        "rooms": [room_words(room) for room in rooms_of(one)] if "keep" in may and not one.level else (),
        "may": may, "looks": _looks(request.actor, one) if "own" in may else None,
    }  # fmt: skip
    return render(request, "appraisals/cadre_period.html", context)


@require_POST
@login_required
def period_reckon(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take score and work from the sheets as they are now."""
    cadre_periods.reckon_period(actor=request.actor, period_id=pk)
    messages.success(request, _("Đã tính lại theo phiếu các tháng đến lúc này."))
    return redirect("cadre-period-detail", pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def period_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a rating, or do it."""
    step = PERIOD_ACTS.get(act)
    if step is None:
        raise Http404
    one = get_period(request.actor, pk)
    period_review_policy.require(request.actor, step.action, one)
    context = {"one": one, "back": "cadre-period-detail"}
    return take_step(request, step, one, back="cadre-period-detail", template=_FORM, context=context)


@require_safe
@never_cache
@login_required
def period_paper(request: ActorRequest, pk: UUID, kind: str) -> FileResponse:
    """Give the form of a period."""
    return answer(period_file(actor=request.actor, period_id=pk, kind=kind_of(kind)))


@require_safe
@login_required
def review_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a review to the person and to those who keep it."""
    one = get_review(request.actor, pk)
    may = review_policy.allowed(request.actor, ("own", "keep"), one)
    if "own" not in may:
        note_look_at_review(actor=request.actor, review=one)
    context = {
        "one": one, "mark": kind_badge(one), "is_in_force": one.is_in_force(today()), "may": may,
        "looks": _looks(request.actor, one) if "own" in may else None,
    }  # fmt: skip
    return render(request, "appraisals/cadre_review.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def review_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a review, or do it."""
    step = REVIEW_ACTS.get(act)
    if step is None:
        raise Http404
    one = get_review(request.actor, pk)
    review_policy.require(request.actor, step.action, one)
    context = {"one": one, "back": "cadre-review-detail"}
    return take_step(request, step, one, back="cadre-review-detail", template=_FORM, context=context)


@require_safe
@login_required
def cadre_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the file of a cadre, what is no longer in force too."""
    cadre = get_cadre(request.actor, pk)
    note_look_at_file(actor=request.actor, cadre=cadre)
    return render(request, "appraisals/cadre_file.html", {"cadre": cadre, "file": file_of(request.actor, cadre)})


def _looks(actor: Actor, one: PeriodReview | Review) -> list[tuple[AuditEvent, str]]:
    return [(event, str(event_label(event.code))) for event in looks_at_cadre(actor, [one])]


def _require_keeper(actor: Actor) -> None:
    if not keeps_cadres(actor):
        raise NotAllowed("not-allowed", _("Bạn không giữ hồ sơ cán bộ của cấp ủy."))


def _form(request: ActorRequest, form: PageForm, context: Mapping[str, object]) -> HttpResponse:
    held = {"form": form, **context}
    return render(request, _FORM, held, status=422 if form.is_bound else 200)
