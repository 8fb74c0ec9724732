"""What the keyboard palette fetches while somebody types."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.ui.palette import suggest


@login_required
@require_safe
def palette(request: HttpRequest) -> HttpResponse:
    """Give the suggestions for ``?q=`` as options of the palette's list."""
    typed = request.GET.get("q", "").strip()[:200]
    actor = request.actor  # type: ignore[attr-defined]  # set by the middleware of accounts
    return render(request, "ui/frame/palette_options.html", {"groups": suggest(actor, typed)})
