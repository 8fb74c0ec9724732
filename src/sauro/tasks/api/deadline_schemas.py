"""Deadline changes and waits as the API shows them."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from ninja import Schema

from sauro.tasks.models import DeadlineChange, Wait


class DeadlineChangeOut(Schema):
    """A request for a later deadline with its answer, or a move by the giver alone."""

    from_day: dt.date | None
    asked_day: dt.date
    granted_day: dt.date | None
    reason: str
    is_by_giver: bool
    asked_by: str
    asked_at: dt.datetime
    answer: str
    answer_text: str
    answered_by: str
    answered_at: dt.datetime | None


class WaitOut(Schema):
    """A wait for another unit's part. ``counted_days`` are not charged to the one who waited."""

    part_id: UUID
    part_code: str
    reason: str
    began_by: str
    began_at: dt.datetime
    ended_at: dt.datetime | None
    counted_days: int


def deadline_change_out(change: DeadlineChange) -> DeadlineChangeOut:
    """Return a change as it is shown."""
    return DeadlineChangeOut(
        from_day=change.from_day,
        asked_day=change.asked_day,
        granted_day=change.granted_day,
        reason=change.reason,
        is_by_giver=change.is_by_giver,
        asked_by=change.asked_by_name,
        asked_at=change.asked_at,
        answer=change.answer,
        answer_text=change.answer_text,
        answered_by=change.answered_by_name,
        answered_at=change.answered_at,
    )


def wait_out(wait: Wait) -> WaitOut:
    """Return a wait that was read with its part."""
    return WaitOut(
        part_id=wait.part_id,
        part_code=wait.part.code,
        reason=wait.reason,
        began_by=wait.began_by_name,
        began_at=wait.began_at,
        ended_at=wait.ended_at,
        counted_days=wait.counted_days,
    )
