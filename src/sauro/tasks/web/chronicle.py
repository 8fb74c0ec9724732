"""The chronicle of an assignment as a page: filtered, in either order, ready to be printed."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import now
from sauro.tasks.selectors.chronicle import chronicle_of
from sauro.tasks.selectors.work import get_assignment

DECISIONS, OLDEST = "quyet-dinh", "cu"


@require_safe
@login_required
def assignment_chronicle(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Tell everything that happened; ``loc`` keeps decisions alone, ``tt`` begins with the oldest."""
    assignment = get_assignment(request.actor, pk)
    only_decisions = request.GET.get("loc") == DECISIONS
    oldest_first = request.GET.get("tt") == OLDEST
    context = {
        "assignment": assignment,
        "chronicle": chronicle_of(request.actor, assignment, only_decisions=only_decisions, oldest_first=oldest_first),
        "only_decisions": only_decisions,
        "oldest_first": oldest_first,
        "choices": _choices(pk, only_decisions=only_decisions, oldest_first=oldest_first),
        "printed_at": now(),
    }
    is_part = "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
    response = render(request, "tasks/chronicle_part.html" if is_part else "tasks/chronicle.html", context)
    response["Vary"] = "HX-Request"
    return response


def _choices(pk: UUID, *, only_decisions: bool, oldest_first: bool) -> list[tuple[str, str, bool]]:
    """Return label, address and whether it is chosen, of each filter and order."""
    offered = [
        (_("Tất cả"), False, oldest_first),
        (_("Chỉ quyết định"), True, oldest_first),
        (_("Mới nhất trước"), only_decisions, False),
        (_("Cũ nhất trước"), only_decisions, True),
    ]
    now_chosen = (only_decisions, oldest_first)
    return [(label, _address(pk, decided, old), (decided, old) == now_chosen) for label, decided, old in offered]


def _address(pk: UUID, only_decisions: bool, oldest_first: bool) -> str:  # noqa: FBT001 -- read in the order they are shown
    held = {"loc": DECISIONS if only_decisions else "", "tt": OLDEST if oldest_first else ""}
    query = urlencode({key: value for key, value in held.items() if value})
    address = reverse("assignment-chronicle", args=[pk])
    return f"{address}?{query}" if query else address
