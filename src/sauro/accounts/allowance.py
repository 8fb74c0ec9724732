"""How many requests to the API somebody may still make: a bucket that fills by itself. No database, no clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from math import ceil

_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Bucket:
    """Requests that are left at a moment, a fraction among them."""

    left: float
    at: dt.datetime


def full(per_minute: int, now: dt.datetime) -> Bucket:
    """Return the bucket of somebody who has asked for nothing in the last minute."""
    return Bucket(float(per_minute), now)


def take(bucket: Bucket, now: dt.datetime, *, per_minute: int) -> tuple[Bucket, int]:
    """Return the bucket after a request at ``now``, and the whole seconds to wait: 0 when the request may be served.

    It fills evenly, ``per_minute`` in a minute and no further, so a burst of a minute's worth is served at once. A
    refused request takes nothing, so who keeps asking is served at the even pace. A clock that went back fills nothing.
    """
    passed = max(0.0, (now - bucket.at).total_seconds())
    left = min(float(per_minute), bucket.left + passed * per_minute / _MINUTE)
    if left >= 1:
        return Bucket(left - 1, now), 0
    return Bucket(left, now), max(1, ceil((1 - left) * _MINUTE / per_minute))
