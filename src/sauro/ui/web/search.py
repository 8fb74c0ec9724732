"""The page behind the search box of the frame."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.ui.lists.finding import find_everywhere


@login_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what matches in each list that the actor may see."""
    text = request.GET.get("q", "").strip()[:200]
    actor = request.actor  # type: ignore[attr-defined]  # set by the middleware of accounts
    hits = find_everywhere(actor=actor, text=text)
    return render(request, "ui/search.html", {"global_query": text, "hits": hits})
