"""Counting requests to the API, so that one program cannot take the site from everybody else."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import transaction

from sauro.accounts.allowance import Bucket, full, take
from sauro.accounts.models import ApiAllowance
from sauro.common.clock import now


@transaction.atomic
def spend_request(*, user_id: UUID) -> int:
    """Count one request of a user; return the seconds to wait, 0 when it may be served. Without a limit none waits."""
    per_minute = settings.API_PER_MINUTE
    if not per_minute:
        return 0
    moment = now()
    first = full(per_minute, moment)
    ApiAllowance.objects.get_or_create(user_id=user_id, defaults={"left": first.left, "at": first.at})
    row = ApiAllowance.objects.select_for_update().get(user_id=user_id)
    after, wait = take(Bucket(row.left, row.at), moment, per_minute=per_minute)
    row.left, row.at = after.left, after.at
    row.save()
    return wait
