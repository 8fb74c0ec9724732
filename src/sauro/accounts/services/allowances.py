"""Counting requests to the API, so that one program cannot take the site from everybody else."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from sauro.accounts.allowance import Bucket, full, take
from sauro.accounts.models import ApiAllowance
from sauro.common.clock import now

# Makes the row or locks the one there is, and says what it holds: one statement at the first request as at every other.
_HELD = """
INSERT INTO accounts_apiallowance AS held (user_id, "left", at) VALUES (%s, %s, %s)
ON CONFLICT (user_id) DO UPDATE SET at = held.at RETURNING held."left", held.at
"""


@transaction.atomic
def spend_request(*, user_id: UUID) -> int:
    """Count one request of a user; return the seconds to wait, 0 when it may be served. Without a limit none waits."""
    per_minute = settings.API_PER_MINUTE
    if not per_minute:
        return 0
    moment = now()
    after, wait = take(_held(user_id, full(per_minute, moment)), moment, per_minute=per_minute)
    ApiAllowance.objects.filter(user_id=user_id).update(left=after.left, at=after.at)
    return wait


def _held(user_id: UUID, first: Bucket) -> Bucket:
    """Return the bucket of a user with its row locked; ``first`` is put there when there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [user_id, first.left, first.at])
        return Bucket(*cursor.fetchone())
