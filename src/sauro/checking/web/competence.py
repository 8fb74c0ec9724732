"""The page of the catalogue of competence and of the wording of the six clears."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.checking.competence_sheet import COLUMNS, read_sheet
from sauro.checking.forms import CompetenceForm, WordingForm, judge_rows
from sauro.checking.policies import competence_policy
from sauro.checking.selectors.competence import chosen_wording, competence_rows
from sauro.checking.services.competence import choose_wording, import_competence, remove_competence, set_competence
from sauro.common.errors import DomainError, NotAllowed
from sauro.ui.sheets import LARGEST_FILE


@require_safe
@login_required
def competence_list(request: ActorRequest) -> HttpResponse:
    """Show the catalogue and the wording."""
    return _page(request)


@require_POST
@login_required
def competence_add(request: ActorRequest) -> HttpResponse:
    """Write a new entry; a refusal is shown on the page."""
    _require_configure(request)
    form = CompetenceForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, status=422)
    set_competence(actor=request.actor, fields=form.fields_written)
    messages.success(request, _("Đã ghi. Dự thảo kiểm tra từ bây giờ được đối chiếu với mục này."))
    return redirect("competence-list")


@require_http_methods(["GET", "POST"])
@login_required
def competence_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change an entry."""
    row = competence_policy.get_visible(request.actor, pk)
    _require_configure(request)
    form = CompetenceForm(request.POST) if request.method == "POST" else CompetenceForm.of_row(row)
    if form.is_bound and form.is_valid():
        set_competence(actor=request.actor, fields=form.fields_written, row_id=pk)
        messages.success(request, _("Đã ghi. Dự thảo kiểm tra từ bây giờ được đối chiếu với mục này."))
        return redirect("competence-list")
    status = 422 if form.is_bound else 200
    return render(request, "checking/competence_edit.html", {"row": row, "form": form}, status=status)


@require_POST
@login_required
def competence_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take an entry out."""
    remove_competence(actor=request.actor, row_id=pk)
    messages.success(request, _("Đã bỏ mục này."))
    return redirect("competence-list")


@require_POST
@login_required
def competence_import(request: ActorRequest) -> HttpResponse:
    """Take a workbook in, all rows or none; what is wrong is told by row."""
    _require_configure(request)
    try:
        entries, faults = judge_rows(read_sheet(_bytes_of(request)))
        if faults:
            return _page(request, faults=faults, status=422)
        count = import_competence(actor=request.actor, entries=entries)
    except NotAllowed:
        raise
    except DomainError as error:
        return _page(request, refused=error, status=error.status)
    messages.success(request, _("Đã nhập %(count)d mục.") % {"count": count})
    return redirect("competence-list")


@require_POST
@login_required
def wording_choose(request: ActorRequest) -> HttpResponse:
    """Choose the wording of the six clears."""
    _require_configure(request)
    form = WordingForm(request.POST)
    if not form.is_valid():
        return _page(request, wording=form, status=422)
    choose_wording(actor=request.actor, code=form.cleaned_data["wording"])
    messages.success(request, _("Đã ghi. Dự thảo kiểm tra từ bây giờ theo cách nói này."))
    return redirect("competence-list")


def _bytes_of(request: ActorRequest) -> bytes:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise DomainError("file-needed", _("Hãy chọn tệp .xlsx."), field="file")
    data: bytes = file.read(LARGEST_FILE + 1)
    return data


def _require_configure(request: ActorRequest) -> None:
    if not request.actor.holds("checking.configure"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền sửa danh mục thẩm quyền và cách nói “sáu rõ”."))


def _page(request: ActorRequest, *, status: int = 200, **shown: object) -> HttpResponse:
    chosen = chosen_wording()
    context = {
        "rows": competence_rows(),
        "chosen": chosen,
        "labels": list(chosen.labels.values()),
        "columns": list(COLUMNS.values()),
        "form": CompetenceForm(),
        "wording": WordingForm(initial={"wording": chosen.code}),
        "may_configure": request.actor.holds("checking.configure"),
    }
    return render(request, "checking/competence.html", context | shown, status=status)
