"""The address behind the buttons of an assignment."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sauro.access.requests import ActorRequest
from sauro.tasks.selectors.deadlines import deadline_story
from sauro.tasks.selectors.work import get_assignment
from sauro.tasks.web.detail import render_detail
from sauro.tasks.web.step_forms import STEPS


@require_POST
@login_required
def take_step(request: ActorRequest, pk: UUID, step: str) -> HttpResponse:
    """Take a step; a wrong answer shows the page again with the form open and everything typed kept."""
    if step not in STEPS:
        raise Http404
    declared = STEPS[step]
    assignment = get_assignment(request.actor, pk)
    form = declared.build(assignment, deadline_story(assignment), request.POST, request.FILES)
    if form.is_valid():
        with form.showing_refusals():
            declared.act(request.actor, pk, form.cleaned_data)
            messages.success(request, str(declared.done))
            return redirect("assignment-detail", pk=pk)
    return render_detail(request, pk, open_step=step, bound=form, status=422)
