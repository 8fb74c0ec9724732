"""Marking notices as read. Reading one's own notices is no deed that anybody answers for: it leaves no event."""

from __future__ import annotations

from uuid import UUID

from sauro.access.actor import Actor
from sauro.common.clock import now
from sauro.notices.models import Notice
from sauro.notices.policies import notice_policy


def open_notice(*, actor: Actor, notice_id: UUID) -> Notice:
    """Mark a notice as read and return it."""
    notice = notice_policy.get_visible(actor, notice_id)
    if notice.read_at is None:
        notice.read_at = now()
        notice.save(update_fields=["read_at"])
    return notice


def mark_all_read(*, actor: Actor) -> int:
    """Mark every unread notice of the actor as read; returns how many there were."""
    return Notice.objects.filter(user=actor.user_id, read_at__isnull=True).update(read_at=now())
