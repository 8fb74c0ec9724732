"""Keeping views and columns of lists, and sharing a view with a unit."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.accounts.models import User
from sauro.audit.registry import EventType
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.listings import events
from sauro.listings.models import ListChoice, SavedView
from sauro.listings.models.views import NAME_LENGTH
from sauro.listings.policies import saved_view_policy
from sauro.listings.selectors.views import list_page, units_to_share_with
from sauro.ui.lists.state import read_state

MOST_VIEWS = 30
"""Views of one person for one list: more do not fit above it."""


@transaction.atomic
def save_view(*, actor: Actor, list_name: str, name: str, query: str, is_default: bool = False) -> SavedView:
    """Keep a view of a list under a new name. ``query`` is taken as the list itself reads an address."""
    page = list_page(actor, list_name)
    owner = _lock_owner(actor)
    own = owner.saved_views.filter(list_name=page.name)
    if own.count() >= MOST_VIEWS:
        raise Conflict(
            "too-many-views", _("Bạn đã lưu %(count)s cách xem. Hãy xóa bớt rồi lưu lại.") % {"count": MOST_VIEWS}
        )
    view = SavedView.objects.create(
        owner=owner,
        list_name=page.name,
        name=_checked_name(actor, page.name, name),
        query=_checked_query(actor, page.name, query),
        position=max(own.values_list("position", flat=True), default=0) + 1,
    )
    if is_default:
        _choose(actor, page.name, default_view=view)
    return view


@transaction.atomic
def overwrite_view(*, actor: Actor, view_id: UUID, query: str) -> SavedView:
    """Let a view hold what the list shows now."""
    view = _begin(actor, view_id, "change")
    view.query = _checked_query(actor, view.list_name, query)
    view.save()
    return view


@transaction.atomic
def rename_view(*, actor: Actor, view_id: UUID, name: str) -> SavedView:
    """Give a view another name."""
    view = _begin(actor, view_id, "change")
    view.name = _checked_name(actor, view.list_name, name, but=view)
    view.save()
    return view


@transaction.atomic
def move_view(*, actor: Actor, view_id: UUID, forward: bool) -> SavedView:
    """Move a view one place towards the first (``forward``) or the last. At the end already, nothing changes."""
    _lock_owner(actor)
    view = _begin(actor, view_id, "change")
    rows = list(SavedView.objects.filter(owner_id=view.owner_id, list_name=view.list_name))
    at = rows.index(view)
    to = at - 1 if forward else at + 1
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
        for number, row in enumerate(rows, start=1):
            row.position = number
        SavedView.objects.bulk_update(rows, ["position"])
    return view


@transaction.atomic
def delete_view(*, actor: Actor, view_id: UUID) -> None:
    """Throw a view away. A list that opened with it opens with everything again, for everybody."""
    view = _begin(actor, view_id, "change")
    if view.unit_id is not None:
        _record(actor, events.VIEW_WITHDRAWN, view)
    view.delete()


@transaction.atomic
def share_view(*, actor: Actor, view_id: UUID, unit_id: UUID, includes_below: bool = False) -> SavedView:
    """Show one's view to the people of a unit in which one may share, and if wanted to the units below it."""
    view = _begin(actor, view_id, "change")
    unit = next((unit for unit in units_to_share_with(actor) if unit.pk == unit_id), None)
    if unit is None:
        raise NotAllowed("not-allowed", _("Bạn không chia sẻ được với đơn vị này."))
    view.unit = unit
    view.includes_below = includes_below
    view.save()
    _record(actor, events.VIEW_SHARED, view)
    return view


@transaction.atomic
def withdraw_view(*, actor: Actor, view_id: UUID) -> SavedView:
    """Stop sharing a view; its owner keeps it."""
    view = _begin(actor, view_id, "withdraw")
    if view.unit_id is None:
        raise Conflict("not-shared", _("Cách xem này không còn được chia sẻ."))
    _record(actor, events.VIEW_WITHDRAWN, view)
    view.unit = None
    view.includes_below = False
    view.save()
    # Those who no longer see it must not be led to it.
    ListChoice.objects.filter(default_view=view).exclude(user_id=view.owner_id).update(default_view=None)
    return view


@transaction.atomic
def open_with(*, actor: Actor, view_id: UUID, is_default: bool) -> SavedView:
    """Let the list open with a view, or no longer."""
    view = saved_view_policy.get_locked(actor, view_id)
    _choose(actor, view.list_name, default_view=view if is_default else None)
    return view


@transaction.atomic
def keep_columns(*, actor: Actor, list_name: str, columns: Sequence[str]) -> ListChoice:
    """Keep the columns of a list in their order; none at all means those of the page."""
    page = list_page(actor, list_name)
    known = [key for key in dict.fromkeys(columns) if page.column(key) is not None]
    is_usual = known == [column.key for column in page.columns if column.default]
    return _choose(actor, page.name, columns=[] if is_usual else known)


def _begin(actor: Actor, view_id: UUID, action: str) -> SavedView:
    view = saved_view_policy.get_locked(actor, view_id)
    saved_view_policy.require(actor, action, view)
    return view


def _choose(actor: Actor, list_name: str, **chosen: object) -> ListChoice:
    owner = _lock_owner(actor)
    return ListChoice.objects.update_or_create(user=owner, list_name=list_name, defaults=chosen)[0]


def _lock_owner(actor: Actor) -> User:
    """One person's views change one after another: names stay unique and places stay different."""
    if actor.user_id is None:
        raise NotAllowed("not-own", _("Hãy đăng nhập để lưu cách xem."))
    return User.objects.select_for_update(of=("self",)).get(pk=actor.user_id)


def _checked_name(actor: Actor, list_name: str, name: str, *, but: SavedView | None = None) -> str:
    name = " ".join(name.split())
    if not name or len(name) > NAME_LENGTH:
        raise DomainError(
            "name-needed",
            _("Hãy đặt tên cho cách xem, không quá %(length)s chữ.") % {"length": NAME_LENGTH},
            field="name",
        )
    taken = SavedView.objects.filter(owner_id=actor.user_id, list_name=list_name, name=name).first()
    if taken is not None and taken != but:
        raise DomainError("name-taken", _("Bạn đã có cách xem tên này. Hãy đặt tên khác."), field="name")
    return name


def _checked_query(actor: Actor, list_name: str, query: str) -> str:
    return read_state(list_page(actor, list_name), QueryDict(query), actor).query_to_save()


def _record(actor: Actor, event: EventType, view: SavedView) -> None:
    record_event(
        actor=actor,
        event=event,
        obj=view,
        # Never the name: it is words that somebody typed.
        object_text=view.list_name,
        domain=view.unit.domain if view.unit else "",
    )
