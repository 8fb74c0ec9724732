"""Saving a report while it is being typed: each figure and section by itself, with a line that says what happened."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.periodic_reports.badges import origin_badge
from sauro.periodic_reports.enums import FigureOrigin, FigureRule
from sauro.periodic_reports.models import FigureValue
from sauro.periodic_reports.numbers import read_number
from sauro.periodic_reports.selectors.content import values_of
from sauro.periodic_reports.selectors.reports import get_report
from sauro.periodic_reports.services.figures import refresh_figures
from sauro.periodic_reports.services.filling import (
    FigureEntry,
    save_figure,
    save_text,
    settle_aside,
    take_sentence,
    take_source,
)


@require_POST
@login_required
def figure_save(request: ActorRequest, pk: UUID, code: str) -> HttpResponse:
    """Write a figure as it was typed."""
    report = get_report(request.actor, pk)
    try:
        entry = FigureEntry(
            read_number(request.POST.get("value", "")), _edits(request.POST), request.POST.get("reason", "")[:2000]
        )
        value = save_figure(actor=request.actor, report_id=pk, code=code, entry=entry)
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        held = next((one for one in values_of(report) if one.field.code == code), None)
        context = _figure_context(held) | {"fault": error.message, "code": code}
        return render(request, "periodic_reports/figure_status.html", context, status=422)
    ratios = [one for one in values_of(report) if one.field.rule == FigureRule.RATIO]
    context = _figure_context(value) | {"code": code, "ratios": ratios, "is_saved": True}
    return render(request, "periodic_reports/figure_status.html", context)


@require_POST
@login_required
def text_save(request: ActorRequest, pk: UUID, code: str) -> HttpResponse:
    """Write a section as it was typed."""
    edits = _edits(request.POST)
    try:
        section, is_put = save_text(
            actor=request.actor, report_id=pk, code=code, text=request.POST.get("text", ""), edits=edits
        )
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        context = {"code": code, "edits": edits, "fault": error.message}
        return render(request, "periodic_reports/text_status.html", context, status=422)
    # Kept aside, the count stays behind: what is typed further goes on aside and never over the other's text.
    context = {"code": code, "edits": section.edits if is_put else edits, "section": section, "is_aside": not is_put}
    return render(request, "periodic_reports/text_status.html", context)


@require_POST
@login_required
def aside_settle(request: ActorRequest, pk: UUID, version: UUID) -> HttpResponse:
    """Settle a text that was kept aside."""
    use = request.POST.get("use") == "1"
    section = settle_aside(actor=request.actor, report_id=pk, version_id=version, use=use)
    messages.success(request, _("Đã dùng bản này.") if use else _("Đã giữ bản đang có. Bản kia vẫn được lưu."))
    return redirect(f"{_address(pk)}#muc-{section.field.code}")


@require_POST
@login_required
def source_take(request: ActorRequest, pk: UUID, code: str, source: UUID) -> HttpResponse:
    """Put a unit's words at the end of a section. What is being typed there is saved first."""
    _save_typed(request, pk, code)
    take_source(actor=request.actor, report_id=pk, code=code, source_id=source)
    return redirect(f"{_address(pk)}#muc-{code}")


@require_POST
@login_required
def sentence_take(request: ActorRequest, pk: UUID, code: str, figure: str) -> HttpResponse:
    """Put what the system says of a figure at the end of a section. What is being typed there is saved first."""
    _save_typed(request, pk, code)
    take_sentence(actor=request.actor, report_id=pk, code=code, figure=figure)
    return redirect(f"{_address(pk)}#muc-{code}")


def _save_typed(request: ActorRequest, pk: UUID, code: str) -> None:
    if "text" not in request.POST:
        return
    _section, is_put = save_text(
        actor=request.actor, report_id=pk, code=code, text=request.POST["text"], edits=_edits(request.POST)
    )
    if not is_put:
        messages.warning(request, _("Người khác vừa ghi mục này; bản của bạn được giữ riêng bên dưới."))


@require_POST
@login_required
def figures_refresh(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take the system's figures anew, or roll the units' reports up again."""
    report = refresh_figures(actor=request.actor, report_id=pk)
    if report.is_joint:
        text = _("Đã tổng hợp %(count)s báo cáo đơn vị.") % {"count": len(report.rolled_from)}
    else:
        text = _("Đã cập nhật số liệu hệ thống. Số bạn đã sửa được giữ nguyên.")
    messages.success(request, text)
    return redirect("report-detail", pk=pk)


def _figure_context(value: FigureValue | None) -> dict[str, object]:
    if value is None:
        return {"edits": 0}
    is_changed = value.origin == FigureOrigin.CHANGED
    return {
        "edits": value.edits,
        "value": value,
        "badge": origin_badge(value.origin),
        "needs_reason": is_changed and not value.reason,
        "is_changed": is_changed,
    }


def _edits(data: QueryDict) -> int:
    text = data.get("edits", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _address(pk: UUID) -> str:
    return reverse("report-detail", args=[pk])
