"""Reports and rounds as files."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.documents.web.file_answers import made_file_answer
from sauro.periodic_reports.services.files import FORMS, report_file, round_file


@require_safe
@login_required
def report_download(request: ActorRequest, pk: UUID, form: str) -> FileResponse:
    """Give a report as a Word file, a PDF or a workbook."""
    if form not in FORMS:
        raise Http404
    return _answer(*report_file(actor=request.actor, report_id=pk, form=form))


@require_safe
@login_required
def round_download(request: ActorRequest, pk: UUID) -> FileResponse:
    """Give all that was sent in a round as a workbook."""
    return _answer(*round_file(actor=request.actor, round_id=pk))


def _answer(data: bytes, name: str) -> FileResponse:
    return made_file_answer(BytesIO(data), name)
