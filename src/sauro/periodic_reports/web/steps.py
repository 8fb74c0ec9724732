"""The steps of a report's life, behind its buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.periodic_reports.forms import DueForm, IssueForm, ReasonForm, ReturnForm
from sauro.periodic_reports.selectors.reports import get_report
from sauro.periodic_reports.services import steps
from sauro.periodic_reports.services.rounds import set_due
from sauro.periodic_reports.services.steps import Issue
from sauro.periodic_reports.transitions import Step
from sauro.periodic_reports.web.reports import report_page
from sauro.ui.forms import PageForm

Act = Callable[[Actor, UUID, Mapping[str, Any]], object]


def _send(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return steps.send_report(actor=actor, report_id=pk, issue=Issue(held["official_number"], held["official_date"]))


def _return(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return steps.return_report(actor=actor, report_id=pk, reason=held["reason"], due_on=held["due_on"])


ACTS: Mapping[Step, tuple[type[PageForm], Act, str | Promise]] = {
    Step.SUBMIT: (
        PageForm, lambda actor, pk, _held: steps.submit_report(actor=actor, report_id=pk),
        _("Đã trình lãnh đạo duyệt."),
    ),
    Step.TAKE_BACK: (
        PageForm, lambda actor, pk, _held: steps.take_back_report(actor=actor, report_id=pk),
        _("Đã rút lại. Sửa xong hãy trình lại."),
    ),
    Step.REFUSE: (
        ReasonForm, lambda actor, pk, held: steps.refuse_report(actor=actor, report_id=pk, reason=held["reason"]),
        _("Đã yêu cầu sửa."),
    ),
    Step.APPROVE: (
        PageForm, lambda actor, pk, _held: steps.approve_report(actor=actor, report_id=pk), _("Đã duyệt."),
    ),
    Step.SEND: (IssueForm, _send, _("Đã gửi. Bản gửi được giữ nguyên, không ai sửa được.")),
    Step.RECALL: (
        ReasonForm, lambda actor, pk, held: steps.recall_report(actor=actor, report_id=pk, reason=held["reason"]),
        _("Đã thu hồi để đính chính. Bản đã gửi vẫn được giữ."),
    ),
    Step.ACCEPT: (
        PageForm, lambda actor, pk, _held: steps.accept_report(actor=actor, report_id=pk), _("Đã nhận báo cáo."),
    ),
    Step.RETURN: (ReturnForm, _return, _("Đã trả lại cho đơn vị.")),
}  # fmt: skip


@require_POST
@login_required
def report_step(request: ActorRequest, pk: UUID, step: str) -> HttpResponse:
    """Take a step; a wrong answer shows the page again with the form open and everything typed kept."""
    if step not in set(Step):
        raise Http404
    get_report(request.actor, pk)
    kind, act, done = ACTS[Step(step)]
    form = kind(request.POST, auto_id=f"id_{step}_%s")
    return _do(request, pk, step, form, act, done)


@require_POST
@login_required
def report_due(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give a unit another last day."""
    get_report(request.actor, pk)
    form = DueForm(request.POST, auto_id="id_han_%s")
    return _do(request, pk, "han", form, _set_due, _("Đã đặt lại hạn."))


def _set_due(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return set_due(actor=actor, report_id=pk, due_on=held["due_on"], reason=held["reason"])


def _do(request: ActorRequest, pk: UUID, key: str, form: PageForm, act: Act, done: str | Promise) -> HttpResponse:
    if form.is_valid():
        with form.showing_refusals():
            act(request.actor, pk, form.cleaned_data)
            messages.success(request, str(done))
            return redirect("report-detail", pk=pk)
    bound = {key: form} if form.fields else {"fault": form}
    return report_page(request, pk, bound, status=422)
