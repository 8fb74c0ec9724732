"""A report as a file."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.documents.web.file_answers import made_file_answer
from sauro.status_reports.enums import FileKind
from sauro.status_reports.services.taking_out import report_file


@require_safe
@login_required
def download(request: ActorRequest, pk: UUID, kind: str) -> FileResponse:
    """Give the report as .docx, .pdf or .xlsx."""
    if kind not in FileKind.__members__.values():
        raise Http404
    data, name = report_file(actor=request.actor, report_id=pk, kind=FileKind(kind))
    return made_file_answer(data, name)
