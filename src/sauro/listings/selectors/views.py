"""Reading saved views and choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import NotAllowed, NotVisible
from sauro.listings import models
from sauro.listings.models import ListChoice
from sauro.listings.policies import saved_view_policy
from sauro.organizations.models import Unit
from sauro.ui.lists.keeping import NOTHING, Kept, SavedView
from sauro.ui.lists.page import ListPage, get_page


def list_page(actor: Actor, name: str) -> ListPage[Any]:
    """Return the page of a list. Raises ``NotVisible`` for an unknown name, ``NotAllowed`` without its permission."""
    page = get_page(name)
    if page is None:
        raise NotVisible("not-found", _("Không có danh sách này."))
    if page.permission is not None and not actor.holds(page.permission):
        raise NotAllowed("not-allowed", _("Tài khoản của bạn không được xem danh sách này."))
    return page


def kept_by(actor: Actor, list_name: str) -> Kept:
    """Return what the actor keeps of a list. Takes two queries."""
    if actor.user_id is None:
        return NOTHING
    choice = ListChoice.objects.filter(user_id=actor.user_id, list_name=list_name).first()
    views = tuple(_shown(row, actor) for row in _visible(actor, list_name))
    if choice is None:
        return Kept(views=views)
    default = str(choice.default_view_id) if choice.default_view_id else ""
    return Kept(columns=tuple(choice.columns), views=views, default=default)


def all_saved_views(actor: Actor) -> Sequence[SavedView]:
    """Return every saved view the actor may open, of all lists. Takes one query."""
    return [_shown(row, actor) for row in saved_view_policy.visible(actor).select_related("unit")]


def saved_view_rows(actor: Actor, list_name: str) -> tuple[list[models.SavedView], list[models.SavedView]]:
    """Return the views of a list: the actor's own, and those others have shared with their units."""
    rows = _visible(actor, list_name)
    own = [row for row in rows if row.owner_id == actor.user_id]
    return own, [row for row in rows if row.owner_id != actor.user_id]


def units_to_share_with(actor: Actor) -> list[Unit]:
    """Return the units in which the actor may share, by name."""
    units = {scope.unit_id for scope in actor.scopes("listings.share")}
    return list(Unit.objects.filter(pk__in=units).order_by("sort_key"))


def _visible(actor: Actor, list_name: str) -> list[models.SavedView]:
    """Own views in their own order, then those of others by name."""
    rows = saved_view_policy.visible(actor).filter(list_name=list_name).select_related("unit")
    return sorted(rows, key=lambda row: (row.owner_id != actor.user_id, row.position, row.name, str(row.pk)))


def _shown(row: models.SavedView, actor: Actor) -> SavedView:
    return SavedView(
        list_name=row.list_name,
        key=str(row.pk),
        name=row.name,
        query=row.query,
        is_own=row.owner_id == actor.user_id,
        shared_with=row.unit.name if row.unit else "",
    )
