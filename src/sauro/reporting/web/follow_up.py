"""The follow-up of a directive: a page, and the same as a Word file."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.documents.services.composing import PaperKind
from sauro.documents.web.file_answers import made_file_answer
from sauro.reporting.selectors.follow_up import Part, follow_up
from sauro.reporting.services.follow_up_file import follow_up_file
from sauro.tasks.badges import light_badge, obligation_badge, state_badge, timeliness_badge
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.web.families import tree_rows


@require_safe
@login_required
def show_follow_up(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what became of a directive, point by point."""
    shown = follow_up(request.actor, pk)
    points = [
        (point, obligation_badge(point.progress), [_marked(part) for part in point.parts]) for point in shown.points
    ]
    return render(request, "reporting/follow_up.html", {"shown": shown, "points": points})


def _marked(part: Part) -> dict[str, Any]:
    """A body's part with its marks, and what it gave away itself."""
    row = cast("TimedAssignment", part.assignment)
    return {
        "part": part,
        "state": state_badge(row),
        "timeliness": timeliness_badge(row),
        "light": light_badge(row),
        "below": tree_rows(part.below),
    }


@require_safe
@login_required
def download_follow_up(request: ActorRequest, pk: UUID, kind: str) -> FileResponse:
    """Give the follow-up as .docx or .pdf."""
    if kind not in PaperKind.__members__.values():
        raise Http404
    data, name = follow_up_file(actor=request.actor, document_id=pk, kind=PaperKind(kind))
    return made_file_answer(BytesIO(data), name)
