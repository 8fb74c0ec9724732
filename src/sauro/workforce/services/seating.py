"""Laying down which posts the seats of a unit are meant for: tried seat by seat first, then all of them or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.models import Unit
from sauro.workforce import events
from sauro.workforce.models import Allotment, Post, Seat, Tenure
from sauro.workforce.policies import establishment_policy, post_policy

MOST_SEATS = 500


@dataclass(frozen=True, slots=True)
class SeatOutcome:
    """What laying down would do for one seat: from which post to which, or the refusal in words."""

    seat: Seat
    before: Post | None
    refusal: str = ""


def rehearse_seats(*, actor: Actor, unit_id: UUID, seat_ids: Sequence[UUID], post_id: UUID | None) -> list[SeatOutcome]:
    """Return what laying down a post (None: none) for seats of a unit would do. Nothing is written."""
    unit, post = _asked(actor, unit_id, post_id)
    return list(_outcomes(_seats(unit, seat_ids), post))


@transaction.atomic
def lay_down_seats(*, actor: Actor, unit_id: UUID, seat_ids: Sequence[UUID], post_id: UUID | None) -> int:
    """Lay down which post seats are meant for (None: for any), all of them or none. Returns how many changed.

    A seat that somebody holds is for the post they hold, or for any. Raises ``nothing-chosen``, ``post-unknown``,
    ``refused-by-one`` with the number of the seat.
    """
    unit, post = _asked(actor, unit_id, post_id)
    # In the order of their identities, as everybody who locks several.
    list(Allotment.objects.select_for_update(of=("self",)).filter(unit=unit).order_by("pk"))
    outcomes = list(_outcomes(_seats(unit, seat_ids), post))
    if not outcomes:
        raise DomainError("nothing-chosen", _("Chưa chọn chỗ biên chế nào."))
    refused = next((one for one in outcomes if one.refusal), None)
    if refused is not None:
        words = _("Chỗ số %(number)d: %(why)s Chưa ghi chỗ nào.")
        raise Conflict("refused-by-one", words % {"number": refused.seat.number, "why": refused.refusal}, field="post")
    changed = [one for one in outcomes if one.before != post]
    for one in changed:
        one.seat.post = post
        one.seat.save(update_fields=["post"])
    record_event(
        actor=actor, event=events.SEATS_LAID_DOWN, obj=outcomes[0].seat.allotment, domain=unit.domain,
        changes={"post": post.code if post else None, "seats": [one.seat.number for one in changed]},
    )  # fmt: skip
    return len(changed)


def _asked(actor: Actor, unit_id: UUID, post_id: UUID | None) -> tuple[Unit, Post | None]:
    unit = establishment_policy.get_visible(actor, unit_id)
    establishment_policy.require(actor, "manage", unit)
    if post_id is None:
        return unit, None
    post = post_policy.visible(actor).filter(pk=post_id, is_closed=False).first()
    if post is None:
        raise DomainError("post-unknown", _("Hãy chọn một vị trí việc làm đang dùng."), field="post")
    return unit, post


def _seats(unit: Unit, seat_ids: Sequence[UUID]) -> list[Seat]:
    rows = Seat.objects.filter(pk__in=list(seat_ids)[:MOST_SEATS], allotment__unit=unit)
    return list(rows.select_related("allotment", "post").order_by("allotment__block", "number"))


def _outcomes(seats: Sequence[Seat], post: Post | None) -> Iterator[SeatOutcome]:
    later = Q(valid__endswith__isnull=True) | Q(valid__endswith__gt=today())
    rows = Tenure.objects.standing().filter(later, seat__in=seats).select_related("post")
    held = {tenure.seat_id: tenure.post for tenure in rows}
    for seat in seats:
        yield SeatOutcome(seat, seat.post, _refusal(seat, post, held.get(seat.pk)))


def _refusal(seat: Seat, post: Post | None, held: Post | None) -> str:
    if seat.is_exceptional:
        return _("Chỗ ngoài biên chế theo quyết định riêng, không định lại ở đây.")
    if post is None:
        return ""
    if post.block != seat.allotment.block:
        return _("Vị trí %(post)s thuộc khối biên chế khác.") % {"post": post.title}
    if held is not None and held != post:
        return _("Người đang giữ chỗ này giữ vị trí %(post)s.") % {"post": held.title}
    return ""
