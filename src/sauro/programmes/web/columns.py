"""Answers of the workspace: the whole page, or after a change its three columns in one answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe

from sauro.access.requests import ActorRequest
from sauro.programmes.enums import ReferenceState
from sauro.programmes.models import Programme
from sauro.programmes.selectors.workspace import ONLY, get_workspace
from sauro.programmes.services.official import content_of
from sauro.programmes.tables import coverage_badge, state_badge
from vanban.api import compose_html
from vanban.compose.validation import BadContent


def workspace_context(request: ActorRequest, pk: UUID) -> dict[str, Any]:
    """Return what the templates of the workspace show. What is open on the left stands in the address or the form."""
    held = request.POST if request.method == "POST" else request.GET
    only = held.get("xem", "")
    shown = get_workspace(request.actor, pk, source=held.get("vb", ""), demand=held.get("yc", ""), only=only)
    paper, fault = paper_of(shown.programme)
    return {
        "shown": shown,
        "programme": shown.programme,
        "state": state_badge(shown.programme),
        "coverage": coverage_badge(shown.programme),
        "paper": paper,
        "paper_fault": fault,
        "reference_states": ReferenceState.choices,
        "only": ONLY[only][0] if only in ONLY else "",
        "source_key": shown.source.key if shown.source else "",
    }


def paper_of(programme: Programme) -> tuple[SafeString, str]:
    """Return the live page, or the sentence that says why it cannot be set."""
    try:
        # The printer escapes all text and makes the markup itself.
        return mark_safe(compose_html(content_of(programme))), ""  # noqa: S308 -- as above
    except BadContent as error:
        return SafeString(""), error.message


def columns(request: ActorRequest, pk: UUID, *, status: int = 200, section: UUID | None = None) -> HttpResponse:
    """Answer a change: the three columns for htmx, the workspace anew for a browser without it.

    With ``section``, which alone has changed, the middle column stays and only that section is drawn anew.
    """
    if not request.headers.get("HX-Request"):
        return redirect("programme-detail", pk=pk)
    context = workspace_context(request, pk)
    changed = next((one for one in context["shown"].sections if one.section.pk == section), None)
    if changed is None:
        return render(request, "programmes/columns.html", context, status=status)
    response = render(request, "programmes/one_section.html", {**context, "one": changed}, status=status)
    response.headers["HX-Retarget"] = f'[data-section="{section}"]'
    response.headers["HX-Reswap"] = "outerHTML"
    return response


def fragment(
    request: ActorRequest, template: str, context: dict[str, Any], *, target: str, status: int = 200
) -> HttpResponse:
    """Answer with a form to stand at ``target``, whatever the request aimed at."""
    response = render(request, template, context, status=status)
    response.headers["HX-Retarget"] = target
    response.headers["HX-Reswap"] = "innerHTML"
    return response
