"""The first page: what must I do today."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.accounts.middleware import ActorRequest
from sauro.accounts.web.access import signed_in


@require_safe
@signed_in
def home(request: ActorRequest) -> HttpResponse:
    """Show the actor's day."""
    return render(request, "tasks/home.html")
