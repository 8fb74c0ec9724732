"""The page that shows a body the document its work came from."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.tasks.selectors.source import get_source
from sauro.tasks.web.desk_document import paper


@require_safe
@login_required
def assignment_source(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the text with the sentence of the assignment marked."""
    assignment, desk = get_source(actor=request.actor, assignment_id=pk)
    context = {"assignment": assignment, "document": desk.document, "paper": paper(desk)}
    return render(request, "tasks/assignment_source.html", context)
