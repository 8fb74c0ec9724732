"""The pages of an import: the upload, what the columns mean, what is wrong, what would change, and how far it is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.roster.enums import WORKING, FileKind, ImportState
from sauro.roster.forms import ApplyForm, LikenessForm, MappingForm, SheetForm, UploadForm
from sauro.roster.models import PeopleImport
from sauro.roster.selectors.imports import (
    asked_rows,
    domains_of,
    faults_of,
    get_import,
    progress_of,
    rows_of,
    sheet_columns,
)
from sauro.roster.services.applying import start_apply
from sauro.roster.services.checking import answer_likeness
from sauro.roster.services.keeping import drop_import
from sauro.roster.services.mapping import choose_sheet, set_columns
from sauro.roster.services.reading import grid_of, may_record_sensitive
from sauro.roster.services.uploading import LARGEST_FILE, Upload, upload_people
from sauro.roster.sheets.grid import Grid
from sauro.roster.sheets.headings import headings_of, signature_of
from sauro.roster.tables import FAULTS, ROWS, state_badge
from sauro.ui.forms import UnitPicker
from sauro.ui.lists.view import render_list


@require_http_methods(["GET", "POST"])
@login_required
def import_new(request: ActorRequest) -> HttpResponse:
    """Show the form of an upload, or take a table in."""
    domains = domains_of(request.actor)
    if not domains:
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi hồ sơ."))
    data: tuple[Any, ...] = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*data, domains=domains)
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        with form.showing_refusals():
            made = upload_people(
                actor=request.actor, domain=form.domain, upload=Upload(file.name, file.read(LARGEST_FILE + 1))
            )
            return redirect("import-columns" if made.state == ImportState.MAPPING else "import-detail", pk=made.pk)
    return render(request, "roster/new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
@never_cache
@login_required
def import_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show where an import stands, what its check found, and what can be done next."""
    run = get_import(request.actor, pk)
    return render(request, "roster/detail.html", _detail(run))


def _detail(run: PeopleImport, form: ApplyForm | None = None) -> dict[str, Any]:
    counts = run.counts or {}
    return {
        "run": run, "badge": state_badge(run), "counts": counts, "form": form or ApplyForm(),
        "is_working": run.state in WORKING, "progress": progress_of(run) if run.state in WORKING else None,
        "writable": counts.get("new", 0) + counts.get("changed", 0),
        "blocked": counts.get("faulty", 0) + counts.get("asked", 0),
        "has_file": run.state != ImportState.DROPPED,
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def import_columns(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what each column was taken for, or set it and check."""
    run = get_import(request.actor, pk)
    if run.state not in (ImportState.MAPPING, ImportState.CHECKED):
        return redirect("import-detail", pk=pk)
    try:
        grid = grid_of(run)
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("import-detail", pk=pk)
    form = _mapping_form(request, run, grid)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            seen = signature_of(headings_of(grid, run.first_heading, run.last_heading))
            set_columns(actor=request.actor, import_id=pk, said=form.said(seen))
            return redirect("import-detail", pk=pk)
    return _columns_page(request, run, grid, form, _sheet_form(run, grid))


def _mapping_form(request: ActorRequest, run: PeopleImport, grid: Grid) -> MappingForm:
    initial = {
        "since": run.since, "ethnic_table": run.ethnic_table, "decision": run.decision, "unit": run.unit_id,
    }  # fmt: skip
    is_sent = request.method == "POST" and request.path == reverse("import-columns", args=[run.pk])
    form = MappingForm(
        request.POST if is_sent else None, initial=initial, columns=sheet_columns(run, grid),
        may_seal=may_record_sensitive(request.actor, run.domain),
    )  # fmt: skip
    if not form.is_bound and run.unit is not None:
        form.fields["unit"].widget = UnitPicker(run.unit.name, {"class": "form-control"})
    return form


def _sheet_form(run: PeopleImport, grid: Grid, data: Any = None) -> SheetForm:
    initial = {
        "sheet": run.sheet, "encoding": run.encoding, "first": run.first_heading + 1, "last": run.last_heading + 1,
    }  # fmt: skip
    return SheetForm(data, initial=initial, sheets=grid.sheets, is_csv=run.kind == FileKind.CSV)


def _columns_page(
    request: ActorRequest, run: PeopleImport, grid: Grid, form: MappingForm, sheet_form: SheetForm
) -> HttpResponse:
    context = {"run": run, "form": form, "sheet_form": sheet_form, "height": grid.height}
    status = 422 if form.is_bound or sheet_form.is_bound else 200
    return render(request, "roster/columns.html", context, status=status)


@require_POST
@login_required
def import_sheet(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Read another sheet, another encoding, or other rows of headings."""
    run = get_import(request.actor, pk)
    try:
        grid = grid_of(run)
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("import-detail", pk=pk)
    form = _sheet_form(run, grid, request.POST)
    if form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            choose_sheet(
                actor=request.actor, import_id=pk, sheet=held.get("sheet", run.sheet),
                encoding=held.get("encoding", run.encoding), headings=form.headings,
            )  # fmt: skip
            return redirect("import-columns", pk=pk)
    return _columns_page(request, run, grid, _mapping_form(request, run, grid), form)


@require_safe
@never_cache
@login_required
def import_faults(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """Show all that is wrong in the sheet, to be narrowed and taken out."""
    run = get_import(request.actor, pk)
    return render_list(request, FAULTS, rows=faults_of(run), context={"run": run})


@require_safe
@never_cache
@login_required
def import_rows(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """Show what writing each row would do."""
    run = get_import(request.actor, pk)
    return render_list(request, ROWS, rows=rows_of(run), context={"run": run})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def import_asked(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask of people alike whether they are the same, one by one, or take the answers."""
    run = get_import(request.actor, pk)
    rows = asked_rows(run)
    form = LikenessForm(request.POST if request.method == "POST" else None, rows=rows)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            answer_likeness(actor=request.actor, import_id=pk, answers=form.answers)
            return redirect("import-detail", pk=pk)
    context = {"run": run, "form": form, "rows": rows, "total": run.counts.get("asked", 0)}
    return render(request, "roster/asked.html", context, status=422 if form.is_bound else 200)


@require_safe
@never_cache
@login_required
def import_progress(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give the part of the page that says how far the work is; at its end the page is loaded again."""
    run = get_import(request.actor, pk)
    answer = render(request, "roster/progress.html", {"run": run, "progress": progress_of(run)})
    if run.state not in WORKING:
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
@never_cache
@login_required
def import_apply(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let a checked import be written in the background."""
    run = get_import(request.actor, pk)
    form = ApplyForm(request.POST)
    if form.is_valid():
        with form.showing_refusals():
            waits = start_apply(actor=request.actor, import_id=pk, skips_faulty=form.cleaned_data["skips_faulty"])
            if waits:
                messages.info(request, _("Một lần nhập khác đang ghi; lần này tự chạy tiếp khi lần đó xong."))
            return redirect("import-detail", pk=pk)
    return render(request, "roster/detail.html", _detail(run, form), status=422)


@require_POST
@login_required
def import_drop(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give up an import, or throw away the file of one that was written."""
    try:
        drop_import(actor=request.actor, import_id=pk)
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.error(request, error.message)
        return redirect("import-detail", pk=pk)
    messages.success(request, _("Đã bỏ; tệp và kết quả kiểm tra đã xóa."))
    return redirect("import-list")
