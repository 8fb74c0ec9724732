"""Drafting a report: for a period, or on one directive."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.status_reports.enums import Subject
from sauro.status_reports.forms import DraftForm
from sauro.status_reports.selectors.periods import offered_periods
from sauro.status_reports.selectors.reports import reporting_units
from sauro.status_reports.services.reports import draft_report


@require_http_methods(["GET", "POST"])
@login_required
def draft(request: ActorRequest) -> HttpResponse:
    """Show the form of a periodic report, or draft it."""
    return _draft(request, None)


@require_http_methods(["GET", "POST"])
@login_required
def draft_on_directive(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The same for the follow-up of one directive."""
    return _draft(request, document_policy.get_visible(request.actor, pk))


def _draft(request: ActorRequest, document: Document | None) -> HttpResponse:
    units = reporting_units(request.actor)
    if document is not None:
        units = [unit for unit in units if unit.domain == document.domain]
    if not units:
        raise NotAllowed("no-unit", _("Vai trò của bạn không lập báo cáo cho cơ quan nào."))
    form = DraftForm(
        request.POST if request.method == "POST" else None,
        units=units,
        periods=offered_periods(request.actor, units, today()),
        today=today(),
        is_directive=document is not None,
        initial={"unit": str(request.actor.unit_id)},
    )
    if form.is_bound and form.is_valid():
        answer = _drafted(request, form, document)
        if answer is not None:
            return answer
    context = {"form": form, "document": document}
    return render(request, "status_reports/draft.html", context, status=422 if form.is_bound else 200)


def _drafted(request: ActorRequest, form: DraftForm, document: Document | None) -> HttpResponse | None:
    """The answer to a good form; None when the service refused, with its sentence in the form."""
    held: dict[str, Any] = form.cleaned_data
    with form.showing_refusals():
        report = draft_report(
            actor=request.actor,
            unit_id=UUID(held["unit"]),
            subject=Subject.DIRECTIVE if document else Subject(held["subject"]),
            period_kind=held["period_kind"],
            first_day=held.get("first_day"),
            last_day=held["last_day"],
            document_id=document.pk if document else None,
        )
        messages.success(request, _("Đã lập dự thảo và lấy số liệu."))
        return redirect("status-report-detail", pk=report.pk)
    return None
