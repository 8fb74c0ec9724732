"""The list of documents, the page of one, its source file, and corrections of its head."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.documents.forms import HeaderForm
from sauro.documents.models import Document
from sauro.documents.page_panels import panels_of
from sauro.documents.policies import document_policy
from sauro.documents.selectors.documents import get_document_page
from sauro.documents.services.editing import HeaderData, header_of, needs_reason, update_document
from sauro.documents.services.opening import open_source_file
from sauro.documents.tables import DOCUMENTS, state_badge
from sauro.documents.web.file_answers import file_answer
from sauro.documents.web.history import history_entries
from sauro.ui.lists.view import list_view

document_list = list_view(DOCUMENTS)

INLINE = "xem"


@require_safe
@login_required
def document_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a document: head, what was found, where it led, what happened to it."""
    page = get_document_page(actor=request.actor, document_id=pk)
    context = {
        "shown": page,
        "document": page.document,
        "badge": state_badge(page.document),
        "progress": page.progress,
        "findings": page.reading.extraction["findings"] if page.reading else [],
        "panels": panels_of(request.actor, page.document),
        "entries": history_entries(request.actor, page.document),
    }
    return render(request, "documents/detail.html", context)


@require_safe
@login_required
def document_file(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """Give the source file: saved, or (a PDF only) looked at beside the text."""
    inline = INLINE in request.GET
    document = open_source_file(actor=request.actor, document_id=pk, inline=inline)
    assert document.file is not None  # noqa: S101 -- the service refuses a document without a file
    return file_answer(document.file, document.file_name, inline=inline)


@require_http_methods(["GET", "POST"])
@login_required
def document_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Correct the head of a document."""
    document = document_policy.get_visible(request.actor, pk, base=Document.objects.select_related("issuer_unit"))
    document_policy.require(request.actor, "review", document)
    header = header_of(document)
    form = HeaderForm(request.POST or None, initial={**asdict(header), "version": header.version})
    form.show_unit(document.issuer_unit)
    if needs_reason(document):
        form.ask_reason()
    if request.method == "POST" and form.is_valid():
        asked = {"version": form.cleaned_data.pop("version"), "reason": form.cleaned_data.pop("reason", "")}
        with form.showing_refusals():
            update_document(actor=request.actor, document_id=pk, header=HeaderData(**form.cleaned_data), **asked)
            messages.success(request, _("Đã ghi thông tin văn bản."))
            return redirect("document-detail", pk=pk)
    status = 422 if form.errors else 200
    return render(request, "documents/edit.html", {"form": form, "document": document}, status=status)
