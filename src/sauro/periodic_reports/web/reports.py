"""The page of a report: filled in, read, as it was sent, and why its numbers are what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.periodic_reports.badges import origin_badge, punctuality_badge, state_badge
from sauro.periodic_reports.content import FigureLine, ReportContent, from_json
from sauro.periodic_reports.enums import FigureOrigin, FigureRule
from sauro.periodic_reports.forms import DueForm, IssueForm, ReasonForm, ReturnForm
from sauro.periodic_reports.models import FigureValue
from sauro.periodic_reports.numbers import typed
from sauro.periodic_reports.paper import to_date_text
from sauro.periodic_reports.selectors.recount import recount
from sauro.periodic_reports.selectors.reports import (
    FigurePage,
    ReportPage,
    compare_versions,
    get_figure,
    get_report_page,
)
from sauro.periodic_reports.selectors.sentences import sentences_of
from sauro.periodic_reports.services.steps import is_stale
from sauro.periodic_reports.transitions import TRANSITIONS, Step
from sauro.ui.badges import Badge
from sauro.ui.forms import PageForm

_STEP_FORMS: Mapping[Step, type[PageForm]] = {
    Step.REFUSE: ReasonForm,
    Step.RECALL: ReasonForm,
    Step.RETURN: ReturnForm,
    Step.SEND: IssueForm,
}
_MAIN_STEPS = (Step.SUBMIT, Step.APPROVE, Step.SEND, Step.ACCEPT)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as a line of the page: with its field when it may be filled in."""

    line: FigureLine
    badge: Badge
    value: FigureValue | None
    typed: str
    hint: str

    @property
    def is_ratio(self) -> bool:
        """Tell whether it is worked out and never typed."""
        return self.line.rule == FigureRule.RATIO

    @property
    def to_date(self) -> str:
        """The figure since the beginning of the year as it is printed."""
        return to_date_text(self.line)

    @property
    def has_system_value(self) -> bool:
        """Tell whether the system gave a number beside the one a person wrote."""
        return self.line.origin == FigureOrigin.CHANGED


@dataclass(frozen=True, slots=True)
class StepButton:
    """A step the actor may take, with its form when it asks for something."""

    step: Step
    label: Any
    form: PageForm | None
    is_main: bool


@require_safe
@login_required
def report_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a report."""
    return report_page(request, pk)


def report_page(
    request: ActorRequest, pk: UUID, bound: Mapping[str, PageForm] | None = None, *, status: int = 200
) -> HttpResponse:
    """Show a report, with forms that came back with faults."""
    page = get_report_page(request.actor, pk)
    given = bound or {}
    context = {
        "page": page,
        "report": page.report,
        "content": page.content,
        "state": state_badge(page.report),
        "punctuality": punctuality_badge(page.punctuality),
        "rows": list(figure_rows(page.content, page.values)) if page.content else [],
        "buttons": list(_buttons(page, given)),
        "due_form": given.get("han") or DueForm(auto_id="id_han_%s"),
        "fault": given.get("fault"),
        "is_stale": page.may_fill and page.report.is_joint and is_stale(page.report),
        "sections": _sections(page),
        "sentences": sentences_of(request.actor, page.content) if page.may_fill and page.content else [],
    }
    return render(request, "periodic_reports/report.html", context, status=status)


@require_safe
@login_required
def report_figure(request: ActorRequest, pk: UUID, code: str) -> HttpResponse:
    """Show why a number is what it is: the list behind it."""
    page = get_figure(request.actor, pk, code)
    return render(request, "periodic_reports/figure.html", {"page": page, "row": _figure_row(page)})


@require_safe
@login_required
def report_version(request: ActorRequest, pk: UUID, number: int) -> HttpResponse:
    """Show what was sent, and how it differs from what was sent before."""
    report, sent, change = compare_versions(request.actor, pk, number)
    content = from_json(sent.content)
    context = {
        "report": report,
        "sent": sent,
        "content": content,
        "rows": list(figure_rows(content, {})),
        "difference": change,
    }
    return render(request, "periodic_reports/version.html", context)


@require_safe
@login_required
def report_changes(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what the system would count today, against what was sent."""
    report, sent, change = recount(request.actor, pk)
    return render(request, "periodic_reports/changes.html", {"report": report, "sent": sent, "difference": change})


def figure_rows(content: ReportContent, values: Mapping[str, FigureValue]) -> Iterator[FigureRow]:
    """Yield the figures of a report as lines of a page."""
    for line in content.figures:
        value = values.get(line.code)
        text = "" if line.value is None else str(typed(line.value)).replace(".", ",")
        hint = value.field.hint if value is not None else ""
        yield FigureRow(line, origin_badge(line.origin), value, text, hint)


def _figure_row(page: FigurePage) -> FigureRow:
    return FigureRow(page.line, origin_badge(page.line.origin), None, "", "")


def _buttons(page: ReportPage, bound: Mapping[str, PageForm]) -> Iterator[StepButton]:
    for step in page.steps:
        kind = _STEP_FORMS.get(step)
        form = bound.get(str(step)) or (kind(auto_id=f"id_{step}_%s") if kind else None)
        yield StepButton(step, TRANSITIONS[step].label, form, step in _MAIN_STEPS)


def _sections(page: ReportPage) -> list[dict[str, Any]]:
    """The sections with what is filled in, and of a joint report the texts of the units."""
    if page.content is None:
        return []
    filled = {one.text.field.code: one for one in page.sections}
    return [{"line": line, "page": filled.get(line.code)} for line in page.content.sections]
