"""Other faces of a list: a calendar, a timeline. The same rows under the same filters, drawn otherwise.

An area to the right of the list's own brings a face: it registers the face, so that the list and its other faces show
a way to it, and makes the page with :func:`face_view`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sauro.access.actor import Actor
from sauro.ui.lists.head import Face, check_permission, head_context
from sauro.ui.lists.keeping import kept_of
from sauro.ui.lists.page import ListPage
from sauro.ui.lists.state import ListState, Params, read_state


@dataclass(frozen=True, slots=True)
class FaceRequest:
    """What a face draws: the actor's rows under the filters in force, and the address it is asked with."""

    actor: Actor
    state: ListState[Any]
    rows: QuerySet[Any]
    data: QueryDict

    def list_address(self, *more: tuple[str, str], without: Sequence[str] = ()) -> str:
        """Return the address of the list with the filters in force: ``more`` added, those in ``without`` left out.

        A filter named in ``more`` is replaced.
        """
        left_out = {*without, *(key for key, _value in more)}
        params = [(key, value) for key, value in self.state.params() if key not in left_out]
        return f"{reverse(self.state.page.name)}?{urlencode([*params, *more])}".rstrip("?")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a face shows: the context of its template, and its own part of the address (the month, say)."""

    context: Mapping[str, Any]
    keep: Params


Draw = Callable[[FaceRequest], Drawn]


def face_view(page: ListPage[Any], face: Face, template: str, draw: Draw) -> Callable[..., HttpResponse]:
    """Return the view of a face of a list, for signed-in people."""

    @login_required
    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        actor: Actor = request.actor  # type: ignore[attr-defined]  # set by the middleware of accounts
        check_permission(page, actor)
        state = read_state(page, request.GET, actor, kept_of(actor, page.name))
        drawn = draw(FaceRequest(actor, state, state.narrowed(page.rows(actor)), request.GET))
        head = head_context(request, state, actor, face=face, keep=drawn.keep)
        response = render(request, template, {**head, **drawn.context})
        response["Vary"] = "HX-Request"
        if "HX-Request" in request.headers:
            response["HX-Push-Url"] = request.path + state.query(drawn.keep).rstrip("?")
        return response

    return view
