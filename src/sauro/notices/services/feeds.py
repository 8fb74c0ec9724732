"""Calendar feeds: making one, whose address is shown once, revoking it, and reading by its secret."""

from __future__ import annotations

import hmac
import secrets
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.access.policies import within
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.crypto import hash_of_secret
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.notices import events
from sauro.notices.models import CalendarFeed
from sauro.notices.policies import feed_policy
from sauro.organizations.models import Unit

MOST_FEEDS = 20


@transaction.atomic
def create_feed(*, actor: Actor, unit_id: UUID | None = None) -> tuple[CalendarFeed, str]:
    """Make a feed of the actor's own work, or of a unit whose work they may see. Returns it with its secret."""
    if actor.user_id is None:
        raise NotVisible("not-found", _("Hãy đăng nhập."))
    unit = None if unit_id is None else _unit(actor, unit_id)
    if CalendarFeed.objects.filter(user=actor.user_id, revoked_at__isnull=True).count() >= MOST_FEEDS:
        raise DomainError("too-many", _("Đã có 20 địa chỉ lịch đang dùng. Hãy thu hồi bớt."), field="unit")
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed.objects.create(
        user_id=actor.user_id, unit=unit, secret_hash=hash_of_secret(secret), created_at=now()
    )
    record_event(
        actor=actor, event=events.FEED_CREATED, obj=feed, object_text=unit.name if unit else actor.name,
        unit_id=unit.pk if unit else actor.unit_id,
    )  # fmt: skip
    return feed, secret


@transaction.atomic
def revoke_feed(*, actor: Actor, feed_id: UUID) -> CalendarFeed:
    """Revoke a feed: from the next request on its address leads nowhere."""
    feed = feed_policy.get_locked(actor, feed_id)
    if feed.revoked_at is not None:
        raise Conflict("feed-revoked", _("Địa chỉ lịch này đã được thu hồi."))
    feed.revoked_at = now()
    feed.save(update_fields=["revoked_at"])
    record_event(
        actor=actor, event=events.FEED_REVOKED, obj=feed, object_text=actor.name, unit_id=feed.unit_id or actor.unit_id
    )
    return feed


def use_feed(feed_id: UUID, secret: str) -> CalendarFeed:
    """Return the feed of an address. For a wrong secret, a revoked feed and a closed account alike it is not there."""
    feed = CalendarFeed.objects.select_related("user__person", "unit").filter(pk=feed_id).first()
    # Compared in constant time, and also for an address that leads nowhere.
    is_right = hmac.compare_digest(feed.secret_hash if feed else "", hash_of_secret(secret))
    if feed is None or not is_right or feed.revoked_at is not None or not feed.user.is_active:
        raise NotVisible("not-found", _("Không tìm thấy lịch này."))
    return feed


def _unit(actor: Actor, unit_id: UUID) -> Unit:
    unit = Unit.objects.filter(within(actor, "tasks.view", unit=None), pk=unit_id).first()
    if unit is None:
        raise DomainError("unit-unknown", _("Hãy chọn một đơn vị mà bạn xem được nhiệm vụ."), field="unit")
    if unit.domain == Domain.PARTY:
        raise DomainError("party", _("Dữ liệu khối Đảng không đưa ra lịch ngoài hệ thống."), field="unit")
    return unit
