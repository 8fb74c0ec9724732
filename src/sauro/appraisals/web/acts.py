"""What is done with a sheet, each act on a page of its own with a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.appraisals import forms
from sauro.appraisals.enums import Leave
from sauro.appraisals.models import Sheet
from sauro.appraisals.policies import sheet_policy
from sauro.appraisals.rules.criteria import limits_of
from sauro.appraisals.rulings import settings_of
from sauro.appraisals.selectors.catalogues import products_for
from sauro.appraisals.selectors.sheets import get_sheet
from sauro.appraisals.services.closing import reopen_sheet
from sauro.appraisals.services.judging import confirm_sheet, send_back
from sauro.appraisals.services.stating import add_own_work, set_leave, submit_sheet
from sauro.appraisals.web.steps import Step, take_step
from sauro.ui.forms import PageForm


def limits(sheet: Sheet) -> list[tuple[str, str]]:
    """Return the criteria of a sheet with their greatest points, as text."""
    return [(code, str(most)) for code, most in limits_of(settings_of(sheet.settings)).items()]


def _judge_form(sheet: Sheet, data: Any) -> PageForm:
    points = sheet.points or sheet.own_points
    return forms.JudgeForm(
        data, limits=limits(sheet), points=points, own=sheet.own_points, is_leader=sheet.is_leader,
        initial=forms.initial_of(sheet),
    )  # fmt: skip


ACTS: Mapping[str, Step] = {
    "tu-cham": Step(
        _("Tự chấm tiêu chí chung, gửi người đánh giá"),
        _("Gửi phiếu"),
        _("Đã gửi phiếu. Bạn được báo khi người đánh giá xác nhận hoặc trả lại."),
        "own",
        lambda sheet, data: forms.SelfForm(
            data,
            limits=limits(sheet),
            points=sheet.own_points,
            initial={"note": sheet.own_note, "shortcomings": sheet.own_shortcomings},
        ),
        lambda actor, pk, form: submit_sheet(
            actor=actor,
            sheet_id=pk,
            points=form.points,
            note=form.cleaned_data["note"],
            shortcomings=form.cleaned_data["shortcomings"],
        ),
    ),
    "them-viec": Step(
        _("Khai thêm việc"),
        _("Thêm"),
        _("Đã thêm. Việc được tính khi người đánh giá xác nhận."),
        "own",
        lambda sheet, data: forms.OwnWorkForm(data, products=products_for(sheet.unit, sheet.month.year)),
        lambda actor, pk, form: add_own_work(actor=actor, sheet_id=pk, work=form.work),
    ),
    "xac-nhan": Step(
        _("Nhận xét, xác nhận phiếu"),
        _("Xác nhận"),
        _("Đã xác nhận phiếu."),
        "judge",
        _judge_form,
        lambda actor, pk, form: confirm_sheet(actor=actor, sheet_id=pk, verdict=form.verdict),
    ),
    "tra-lai": Step(
        _("Trả phiếu để tự chấm lại"),
        _("Trả lại"),
        _("Đã trả phiếu."),
        "judge",
        lambda _sheet, data: forms.ReasonForm(data),
        lambda actor, pk, form: send_back(actor=actor, sheet_id=pk, reason=form.cleaned_data["reason"]),
    ),
    "mo-lai": Step(
        _("Mở lại phiếu đã chốt"),
        _("Mở lại"),
        _("Đã mở lại phiếu: phải xác nhận và chốt lại."),
        "judge",
        lambda _sheet, data: forms.ReasonForm(data),
        lambda actor, pk, form: reopen_sheet(actor=actor, sheet_id=pk, reason=form.cleaned_data["reason"]),
    ),
    "nghi": Step(
        _("Ghi nghỉ cả tháng"),
        _("Ghi"),
        _("Đã ghi."),
        "judge",
        lambda sheet, data: forms.LeaveForm(data, initial={"leave": sheet.leave}),
        lambda actor, pk, form: set_leave(actor=actor, sheet_id=pk, leave=Leave(form.cleaned_data["leave"])),
    ),
}


@require_http_methods(["GET", "POST"])
@login_required
def sheet_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a sheet, or do it."""
    if act not in ACTS:
        raise Http404
    step = ACTS[act]
    sheet = get_sheet(request.actor, pk)
    sheet_policy.require(request.actor, step.action, sheet)
    return take_step(
        request,
        step,
        sheet,
        back="sheet-detail",
        template="appraisals/act.html",
        context={"sheet": sheet, "step": step, "is_judging": act == "xac-nhan"},
    )
