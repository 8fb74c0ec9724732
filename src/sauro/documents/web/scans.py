"""The progress of a scan, fetched again and again while it lasts, and the way to stop it."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotVisible
from sauro.documents.selectors.scans import get_progress
from sauro.documents.services.scanning import stop_scan

_WHOLE_PAGE = "trang"


@require_safe
@login_required
def document_progress(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Answer with how far the recognition got, or with nothing while that is what the page shows already.

    A page that is about the scan alone is drawn anew at its end.
    """
    progress = get_progress(actor=request.actor, document_id=pk)
    if progress is None:
        raise NotVisible("not-found", _("Văn bản này không phải bản quét."))
    if progress.is_running and request.GET.get("p") == progress.token:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    where = request.GET.get("o", _WHOLE_PAGE)
    response = render(request, "documents/scan_progress.html", {"progress": progress, "where": where})
    if where == _WHOLE_PAGE and not progress.is_running:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@login_required
def scan_stop(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Stop the recognition of a scan one has sent oneself."""
    stop_scan(actor=request.actor, document_id=pk)
    messages.success(request, _("Đã dừng nhận dạng; tệp tạm đã bị hủy."))
    return redirect("document-detail", pk=pk)
