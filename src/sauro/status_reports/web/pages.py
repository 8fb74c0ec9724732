"""The page of a report: its figures, each opening its list, its words, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.status_reports.enums import Group, Subject
from sauro.status_reports.forms import IssueForm, WithdrawForm, WordsForm
from sauro.status_reports.selectors.differences import differences
from sauro.status_reports.selectors.figures import Line
from sauro.status_reports.selectors.reports import ReportPage, get_page
from sauro.status_reports.services import reports
from sauro.status_reports.tables import state_badge
from sauro.ui.forms import PageForm

Act = Callable[[Actor, UUID, Mapping[str, Any]], object]
_DISCARD = "bo"
_CHECK = "kiem-tra"
"""The word of the address that has the rows of an issued report held against their digest."""


def _recount(actor: Actor, pk: UUID, _held: Mapping[str, Any]) -> object:
    return reports.recount_report(actor=actor, report_id=pk)


def _write(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return reports.write_report(actor=actor, report_id=pk, **held)


def _issue(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return reports.issue_report(actor=actor, report_id=pk, **held)


def _withdraw(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return reports.withdraw_report(actor=actor, report_id=pk, **held)


def _discard(actor: Actor, pk: UUID, _held: Mapping[str, Any]) -> object:
    return reports.discard_report(actor=actor, report_id=pk)


ACTS: Mapping[str, tuple[Act, type[PageForm], str | Promise]] = {
    "lay-lai": (_recount, PageForm, _("Đã lấy lại số liệu.")),
    "loi": (_write, WordsForm, _("Đã lưu.")),
    "phat-hanh": (_issue, IssueForm, _("Đã phát hành. Số liệu không đổi nữa.")),
    "thu-hoi": (_withdraw, WithdrawForm, _("Đã thu hồi.")),
    _DISCARD: (_discard, PageForm, _("Đã bỏ dự thảo.")),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with the address of the rows it counts."""

    number: int
    url: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """The figures of one unit, or of all."""

    label: str | Promise
    cells: tuple[Cell, ...]
    total: Cell
    line: Line


@require_safe
@login_required
def report_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a report."""
    return _page(request, get_page(request.actor, pk, check=_CHECK in request.GET), {})


@require_safe
@login_required
def report_differences(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what has changed in the data since the report was counted."""
    shown = get_page(request.actor, pk)
    context = {"report": shown.report, "differences": differences(shown.report), "may_write": shown.may_write}
    return render(request, "status_reports/differences.html", context)


@require_POST
@login_required
def report_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Do something with a report; a refusal shows the page again with everything typed kept."""
    if act not in ACTS:
        raise Http404
    shown = get_page(request.actor, pk)
    do, form_class, done = ACTS[act]
    form = form_class(request.POST, auto_id=f"id_{act}_%s")
    if form.is_valid():
        with form.showing_refusals():
            do(request.actor, pk, form.cleaned_data)
            messages.success(request, str(done))
            return redirect("status-report-list") if act == _DISCARD else redirect("status-report-detail", pk=pk)
    return _page(request, shown, {act: form}, status=422)


def _page(
    request: ActorRequest, shown: ReportPage, bound: Mapping[str, PageForm], *, status: int = 200
) -> HttpResponse:
    report = shown.report
    words = {"remarks": report.remarks, "proposals": report.proposals}
    context = {
        "shown": shown,
        "report": report,
        "state": state_badge(report),
        "groups": [(group, group == Group.OVERDUE) for group in Group],
        "whole": _matrix_row(_("Tổng cộng"), shown.figures.whole, report, {}),
        "units": list(_unit_rows(shown)),
        "is_received": report.subject == Subject.RECEIVED,
        "words_form": bound.get("loi") or WordsForm(initial=words, auto_id="id_loi_%s"),
        "issue_form": bound.get("phat-hanh") or IssueForm(auto_id="id_phat-hanh_%s"),
        "withdraw_form": bound.get("thu-hoi") or WithdrawForm(auto_id="id_thu-hoi_%s"),
        "fault": next((form for act, form in bound.items() if act in ("lay-lai", _DISCARD)), None),
        "open_act": next(iter(bound), ""),
    }
    return render(request, "status_reports/detail.html", context, status=status)


def _unit_rows(shown: ReportPage) -> Iterator[MatrixRow]:
    side = "bg" if shown.report.subject == Subject.RECEIVED else "dv"
    for unit in shown.figures.units:
        yield _matrix_row(unit.name, unit.line, shown.report, {side: unit.code, f"{side}-rieng": "1"})


def _matrix_row(label: str | Promise, line: Line, report: Any, narrowed: Mapping[str, str]) -> MatrixRow:
    def address(**more: str) -> str:
        return f"{reverse('status-report-rows')}?{urlencode({'bc': str(report.pk), **narrowed, **more})}"

    cells = tuple(
        Cell(number, address(nhom=str(group)), is_late=group == Group.OVERDUE) for group, number in line.by_group
    )
    return MatrixRow(label, cells, Cell(line.total, address()), line)
