"""The workspace, starting a programme, its details and files."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.documents.web.file_answers import made_file_answer
from sauro.programmes.enums import FileKind, ProgrammeKind
from sauro.programmes.forms import DetailsForm, NewProgrammeForm
from sauro.programmes.selectors.following import followed_bodies, shares_of
from sauro.programmes.selectors.starting import composing_units, template_choices
from sauro.programmes.selectors.workspace import visible_programme
from sauro.programmes.services.making import Details, change_details, create_programme, default_years
from sauro.programmes.services.taking_out import programme_file
from sauro.programmes.tables import OVERVIEW
from sauro.programmes.web.columns import columns, workspace_context
from sauro.ui.lists.view import render_list


@require_safe
@login_required
def workspace(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the workspace; htmx asks for its columns when something else is opened on the left."""
    if request.headers.get("HX-Request"):
        return columns(request, pk)
    return render(request, "programmes/workspace.html", workspace_context(request, pk))


@require_safe
@login_required
def overview(request: ActorRequest) -> HttpResponseBase:
    """Show which bodies have issued their document, how complete and how good, those without one included."""
    states = list(followed_bodies(request.actor).values_list("state", flat=True))
    return render_list(request, OVERVIEW, context={"shares": shares_of(states), "total": len(states)})


@require_http_methods(["GET", "POST"])
@login_required
def new_programme(request: ActorRequest) -> HttpResponse:
    """Show the form of a new programme, or start it."""
    units = composing_units(request.actor)
    if not units:
        raise NotAllowed("no-unit", _("Vai trò của bạn không soạn chương trình, kế hoạch cho cơ quan nào."))
    first, last = default_years(today())
    kind = ProgrammeKind.PROGRAMME if units[0].domain == "party" else ProgrammeKind.PLAN
    initial = {
        "first_year": first,
        "last_year": last,
        "kind": kind,
        "template": "chuong-trinh" if kind == ProgrammeKind.PROGRAMME else "ke-hoach",
    }
    form = NewProgrammeForm(
        request.POST if request.method == "POST" else None,
        units=units, templates=template_choices(request.actor), initial=initial,
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = create_programme(
                actor=request.actor, unit_id=UUID(held["unit"]), kind=ProgrammeKind(held["kind"]),
                template=held["template"], first_year=held["first_year"], last_year=held["last_year"],
            )  # fmt: skip
            messages.success(request, _("Đã lập từ mẫu. Hãy lấy yêu cầu của cấp trên rồi soạn từng mục."))
            return redirect("programme-detail", pk=made.pk)
    return render(request, "programmes/new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def details(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what stands around the sections, or change it."""
    programme = visible_programme(request.actor, pk)
    data = request.POST if request.method == "POST" else None
    form = DetailsForm(data, initial=DetailsForm.initial_of(programme))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            change_details(actor=request.actor, programme_id=pk, details=Details(**form.cleaned_data))
            messages.success(request, _("Đã lưu."))
            return redirect("programme-detail", pk=pk)
    context = {"form": form, "programme": programme}
    return render(request, "programmes/details.html", context, status=422 if form.is_bound else 200)


@require_safe
@login_required
def download(request: ActorRequest, pk: UUID, kind: str) -> FileResponse:
    """Give the programme as .docx or .pdf."""
    if kind not in FileKind.__members__.values():
        raise Http404
    data, name = programme_file(actor=request.actor, programme_id=pk, kind=FileKind(kind))
    return made_file_answer(data, name)
