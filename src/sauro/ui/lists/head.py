"""What stands above a list and above its other faces: faces, views, filters in force, buttons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.access.actor import Actor
from sauro.common.errors import NotAllowed
from sauro.ui.lists.keeping import EVERYTHING, SavedView
from sauro.ui.lists.page import Action, Label, ListPage, get_page
from sauro.ui.lists.state import ListState, Params


@dataclass(frozen=True, slots=True)
class Face:
    """A way to show a list. ``suffix`` is added to the name of the list's address to name that of the face."""

    label: Label
    icon: str
    suffix: str = ""


_UNSHOWN = ("sx", "cot", "xem")

TABLE = Face(gettext_lazy("Bảng"), "table")
_faces: dict[str, list[Face]] = defaultdict(list)


def register_face(list_name: str, face: Face) -> None:
    """Show a way to a face on a list and on its other faces, in the order of registration."""
    _faces[list_name].append(face)


def check_permission(page: ListPage[Any], actor: Actor) -> None:
    """Refuse a list to those who hold its permission nowhere."""
    if page.permission and not actor.holds(page.permission):
        raise NotAllowed("not-allowed", _("Tài khoản của bạn không được xem danh sách này."))


def head_context(
    request: HttpRequest, state: ListState[Any], actor: Actor, *, face: Face = TABLE, keep: Params | None = None
) -> dict[str, Any]:
    """Return the context of the head. ``keep`` is the face's own part of the address, which filters leave alone."""
    keep = keep or []
    opens_with_view = state.kept.default_view is not None and face is TABLE
    return {
        "page": state.page,
        "state": state,
        "is_table": face is TABLE,
        # A list inside another page has no address of its own to come back to.
        "may_keep": get_page(state.page.name) is state.page,
        # The form of a face shows neither columns nor sorting, and sends them on all the same.
        "kept_params": [] if face is TABLE else [*keep, *(one for one in state.params() if one[0] in _UNSHOWN)],
        "faces": _shown_faces(state, face),
        "chips": _chips(state, keep),
        "reset_url": f"{request.path}?xem={EVERYTHING}" if opens_with_view else request.path,
        "saved_views": [_saved_view(view, state) for view in state.kept.views],
        "page_actions_shown": [one for action in state.page.actions if (one := shown_action(action, actor))],
        "quick_views": [
            {"label": view.label, "query": f"?{view.query}", "is_current": _is_current(view.query, state)}
            for view in state.page.quick_views
        ],
    }


def shown_action(action: Action, actor: Actor) -> dict[str, Any] | None:
    """Return a button with its address, or nothing for those without its permission."""
    if (action.permission and not actor.holds(action.permission)) or (action.offered and not action.offered(actor)):
        return None
    return {"action": action, "url": reverse(action.url_name)}


def _shown_faces(state: ListState[Any], current: Face) -> list[dict[str, Any]]:
    others = _faces.get(state.page.name)
    if not others:
        return []
    query = state.query()
    addresses = [(face, reverse(f"{state.page.name}{face.suffix}")) for face in (TABLE, *others)]
    return [
        {"face": face, "url": f"{address}{query}".rstrip("?"), "is_current": face is current}
        for face, address in addresses
    ]


def _chips(state: ListState[Any], keep: Params) -> list[dict[str, str]]:
    chips = [{"text": f"“{state.search}”", "url": state.query(keep, without="q")}] if state.search else []
    return chips + [
        {"text": f"{one.filter.label}: {one.description}", "url": state.query(keep, without=one.filter.key)}
        for one in state.filters
        if one.is_active
    ]


def _is_current(query: str, state: ListState[Any]) -> bool:
    return state.view is None and state.query() == f"?{query}"


def _saved_view(view: SavedView, state: ListState[Any]) -> dict[str, Any]:
    is_current = state.view is view
    return {
        "view": view,
        "query": f"?{view.address}",
        "is_current": is_current,
        "is_changed": is_current and state.is_view_changed,
        "is_default": view.key == state.kept.default,
    }
