"""The follow-up of a directive: a page, and the same as a Word file."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.documents.web.file_answers import SANDBOX
from sauro.reporting.enums import FollowUpFile
from sauro.reporting.selectors.follow_up import follow_up
from sauro.reporting.services.follow_up_file import follow_up_file
from sauro.tasks.badges import state_badge, timeliness_badge


@require_safe
@login_required
def show_follow_up(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what became of a directive, point by point."""
    shown = follow_up(request.actor, pk)
    points = [
        (point, [(part, state_badge(part.assignment), timeliness_badge(part.assignment)) for part in point.parts])  # type: ignore[arg-type]  # read with its timeliness
        for point in shown.points
    ]
    return render(request, "reporting/follow_up.html", {"shown": shown, "points": points})


@require_safe
@login_required
def download_follow_up(request: ActorRequest, pk: UUID, kind: str) -> FileResponse:
    """Give the follow-up as .docx or .pdf."""
    if kind not in FollowUpFile.__members__.values():
        raise Http404
    data, name = follow_up_file(actor=request.actor, document_id=pk, kind=FollowUpFile(kind))
    answer = FileResponse(BytesIO(data), as_attachment=True, filename=name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = SANDBOX
    return answer
