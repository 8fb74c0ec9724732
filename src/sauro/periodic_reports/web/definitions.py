"""Definitions: listed, made, edited as a draft, published."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotAllowed
from sauro.periodic_reports.badges import version_badge
from sauro.periodic_reports.figure_sources import all_sources
from sauro.periodic_reports.forms import (
    FigureSet,
    NewDefinitionForm,
    SectionSet,
    VersionForm,
    rows_initial,
    version_edit,
    version_initial,
)
from sauro.periodic_reports.models import DefinitionVersion
from sauro.periodic_reports.policies import version_policy
from sauro.periodic_reports.selectors.rounds import (
    collecting_offices,
    get_definition,
    get_version,
    visible_rounds,
)
from sauro.periodic_reports.services.definitions import (
    NewDefinition,
    create_definition,
    edit_draft,
    edit_of,
    publish_version,
    revise_definition,
)
from sauro.periods.enums import PeriodKind


@require_safe
@login_required
def definition_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a definition: what is in force, what is being edited, its rounds."""
    page = get_definition(request.actor, pk)
    shown = page.published or page.draft
    context = {
        "page": page,
        "definition": page.definition,
        "shown": shown,
        "badge": version_badge(shown),
        "rounds": visible_rounds(request.actor).filter(definition=page.definition)[:20],
        "sources": {one.code: one for one in all_sources()},
    }
    return render(request, "periodic_reports/definition.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def definition_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a new definition, or make it."""
    offices = collecting_offices(request.actor)
    if not offices:
        raise NotAllowed("not-allowed", _("Tài khoản của bạn không được lập mẫu báo cáo."))
    form = NewDefinitionForm(request.POST if request.method == "POST" else None, offices=offices)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        unit_id = UUID(held["unit"]) if "unit" in held else offices[0].pk
        with form.showing_refusals():
            version = create_definition(
                actor=request.actor, unit_id=unit_id,
                new=NewDefinition(held["title"], PeriodKind(held["period_kind"])),
            )  # fmt: skip
            return redirect("definition-version", pk=version.pk)
    return render(
        request, "periodic_reports/definition_new.html", {"form": form, "office": offices[0]},
        status=422 if form.is_bound else 200,
    )  # fmt: skip


@require_POST
@login_required
def definition_revise(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Open the draft of a definition."""
    return redirect("definition-version", pk=revise_definition(actor=request.actor, definition_id=pk).pk)


@require_http_methods(["GET", "POST"])
@login_required
def definition_version(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a draft as a form, or write it and perhaps publish it; a published version leads to its definition.

    What is published is what the person sees in the form, never an older draft.
    """
    version = get_version(request.actor, pk)
    if not version_policy.can(request.actor, "manage", version):
        raise NotAllowed("not-allowed", _("Bạn xem được mẫu này nhưng không được sửa."))
    if not version.is_draft:
        return redirect("definition-detail", pk=version.definition_id)
    return _write(request, version) if request.method == "POST" else _form_page(request, version, *_forms(version))


def _write(request: ActorRequest, version: DefinitionVersion) -> HttpResponse:
    head = VersionForm(request.POST)
    figures, sections = FigureSet(request.POST, prefix="so"), SectionSet(request.POST, prefix="muc")
    if head.is_valid() and figures.is_valid() and sections.is_valid():
        edit = version_edit(head.cleaned_data, figures.cleaned_data, sections.cleaned_data)
        edits = request.POST.get("edits", "")
        with head.showing_refusals():
            edit_draft(
                actor=request.actor, version_id=version.pk, edits=int(edits) if edits.isdecimal() else -1, edit=edit
            )
            if "publish" not in request.POST:
                messages.success(request, _("Đã ghi bản sửa. Xem lại rồi ban hành."))
                return redirect("definition-version", pk=version.pk)
            publish_version(actor=request.actor, version_id=version.pk)
            messages.success(request, _("Đã ban hành. Từ nay mở đợt báo cáo theo bản này."))
            return redirect("definition-detail", pk=version.definition_id)
    return _form_page(request, version, head, figures, sections, status=422)


def _forms(version: DefinitionVersion) -> tuple[VersionForm, Any, Any]:
    edit = edit_of(version)
    return (
        VersionForm(initial=version_initial(version)),
        FigureSet(initial=rows_initial(edit.figures), prefix="so"),
        SectionSet(initial=rows_initial(edit.sections), prefix="muc"),
    )


def _form_page(
    request: ActorRequest, version: DefinitionVersion, head: VersionForm, figures: Any, sections: Any,
    *, status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {"version": version, "form": head, "figures": figures, "sections": sections, "sources": all_sources()}
    return render(request, "periodic_reports/definition_version.html", context, status=status)
