"""Going back to the page from which a decision about a target was asked for."""

from __future__ import annotations

from django.utils.http import url_has_allowed_host_and_scheme

from sauro.access.requests import ActorRequest


def back_of(request: ActorRequest) -> str:
    """Return the address on this site that ``?ve=`` names; empty when there is none, or it leads elsewhere."""
    back = request.GET.get("ve", "")
    return back if back.startswith("/") and url_has_allowed_host_and_scheme(back, None) else ""
