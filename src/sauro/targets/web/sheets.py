"""Targets as a workbook: taken out, brought back, checked, shown, and only then written."""

from __future__ import annotations

import io
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.documents.web.file_answers import made_file_answer
from sauro.organizations.models import Unit
from sauro.targets.selectors.register import units_to_keep_for
from sauro.targets.services.exporting import export_rows
from sauro.targets.services.importing import import_rows, rehearse_rows
from sauro.targets.sheet import SheetRow, as_payload, from_payload, read_rows, write_rows
from sauro.ui.sheets import LARGEST_FILE

_SALT = "sauro.targets.sheets"
_HOUR = 3600


@require_http_methods(["GET", "POST"])
@login_required
def target_sheet(request: ActorRequest) -> HttpResponse:
    """Take a workbook in: show what it would do, or what is wrong in it; nothing is written yet."""
    units = _units(request)
    context: dict[str, object] = {"units": units}
    status = 200
    if request.method == "POST":
        try:
            unit = _unit(units, request.POST.get("unit", ""))
            rows = read_rows(_bytes_of(request))
            outcome = rehearse_rows(actor=request.actor, unit_id=unit.pk, rows=rows)
        except (NotAllowed, NotVisible):
            raise
        except DomainError as error:
            context["refused"], status = error.message, 422
        else:
            status = 422 if outcome.faults else 200
            context |= {"outcome": outcome, "rows": rows, "unit": unit, "payload": _signed(request, unit, rows)}
    return render(request, "targets/sheet.html", context, status=status)


@require_POST
@login_required
def target_sheet_apply(request: ActorRequest) -> HttpResponse:
    """Write the rows that were shown, all or none."""
    unit, rows = _opened(request)
    try:
        outcome = import_rows(actor=request.actor, unit_id=unit.pk, rows=rows)
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        context = {"units": _units(request), "refused": error.message}
        return render(request, "targets/sheet.html", context, status=422)
    messages.success(
        request,
        _("Đã ghi: %(defined)d chỉ tiêu mới, %(paths)d lộ trình, %(given)d phân bổ, %(recorded)d số thực hiện.")
        % {"defined": outcome.defined, "paths": outcome.paths, "given": outcome.given, "recorded": outcome.recorded},
    )
    return redirect("target-list")


@require_POST
@login_required
def target_sheet_faults(request: ActorRequest) -> HttpResponseBase:
    """Give the workbook back with what is wrong in each row."""
    unit, rows = _opened(request)
    outcome = rehearse_rows(actor=request.actor, unit_id=unit.pk, rows=rows)
    return made_file_answer(io.BytesIO(write_rows(rows, outcome.faults)), "chi-tieu-loi.xlsx")


@require_safe
@login_required
def target_sheet_file(request: ActorRequest) -> HttpResponseBase:
    """Give the register of a unit as a workbook that can be changed and brought back."""
    unit = _unit(_units(request), request.GET.get("dv", ""))
    data = export_rows(actor=request.actor, unit_id=unit.pk)
    return made_file_answer(io.BytesIO(data), "chi-tieu.xlsx")


def _units(request: ActorRequest) -> list[Unit]:
    units = list(units_to_keep_for(request.actor))
    if not units:
        raise NotAllowed("not-allowed", _("Bạn không có quyền lập chỉ tiêu."))
    return units


def _unit(units: list[Unit], text: str) -> Unit:
    return next((unit for unit in units if text in (str(unit.pk), unit.code)), units[0])


def _bytes_of(request: ActorRequest) -> bytes:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise DomainError("file-needed", _("Hãy chọn tệp .xlsx."), field="file")
    data: bytes = file.read(LARGEST_FILE + 1)
    return data


def _signed(request: ActorRequest, unit: Unit, rows: list[SheetRow]) -> str:
    """The rows as the page carries them from the preview to the writing: nobody else can use or change them."""
    held = {"user": str(request.actor.user_id), "unit": str(unit.pk), "rows": as_payload(rows)}
    return signing.dumps(held, salt=_SALT, compress=True)


def _opened(request: ActorRequest) -> tuple[Unit, list[SheetRow]]:
    units = _units(request)
    try:
        held = signing.loads(request.POST.get("payload", ""), salt=_SALT, max_age=_HOUR)
    except signing.BadSignature as error:
        raise DomainError("expired", _("Bản xem trước đã quá một giờ. Hãy chọn lại tệp.")) from error
    if held["user"] != str(request.actor.user_id):
        raise NotAllowed("not-allowed", _("Bản xem trước này của người khác."))
    unit = next((one for one in units if one.pk == UUID(held["unit"])), None)
    if unit is None:
        raise NotAllowed("not-allowed", _("Bạn không có quyền nhập chỉ tiêu cho đơn vị này."))
    return unit, from_payload(held["rows"])
