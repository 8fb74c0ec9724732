"""Complaining about a decided level, and answering: the same for people, units and cadres."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.appraisals.enums import ComplaintState, Rated
from sauro.appraisals.models import PeriodReview, Rating, UnitRating
from sauro.appraisals.policies import complaint_policy
from sauro.appraisals.rating_forms import ComplainForm, ComplaintAnswerForm
from sauro.appraisals.selectors.complaints import get_complaint
from sauro.appraisals.services.complaints import answer_complaint, complain
from sauro.appraisals.web.steps import Step

PAGES = {Rated.PERSON: "rating-detail", Rated.UNIT: "unit-rating-detail", Rated.CADRE: "cadre-period-detail"}
"""The page of what a complaint is about."""


def complain_step(rated: Rated) -> Step:
    """Return the act of complaining about a level of one kind."""
    return Step(
        gettext_lazy("Kiến nghị về mức xếp loại"), gettext_lazy("Gửi"),
        gettext_lazy("Đã gửi. Người có thẩm quyền trả lời trong 07 ngày làm việc."), "own",
        lambda _one, data: ComplainForm(data),
        lambda actor, pk, form: complain(actor=actor, rated=rated, rated_id=pk, **form.cleaned_data),
    )  # fmt: skip


def complaints_shown(one: Rating | UnitRating | PeriodReview) -> dict[str, object]:
    """Return what the page of a level shows of its complaints, and whether another one can be made."""
    held = list(one.complaints.all())
    is_free = bool(one.level) and all(complaint.state != ComplaintState.OPEN for complaint in held)
    return {"complaints": held, "may_complain": is_free}


@require_http_methods(["GET", "POST"])
@login_required
def complaint_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a complaint for an answer, or answer it."""
    complaint = get_complaint(request.actor, pk)
    complaint_policy.require(request.actor, "decide", complaint)
    form = ComplaintAnswerForm(request.POST if request.method == "POST" else None, complaint=complaint)
    page = PAGES[complaint.rated]
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            answer_complaint(actor=request.actor, complaint_id=pk, answer=form.said)
            messages.success(request, _("Đã giải quyết kiến nghị."))
            return redirect(page, pk=complaint.about.pk)
    context = {
        "form": form, "title": _("Giải quyết kiến nghị"), "button": _("Trả lời"), "complaint": complaint,
        "page": page, "text": complaint.text,
    }  # fmt: skip
    return render(request, "appraisals/complaint_form.html", context, status=422 if form.is_bound else 200)
