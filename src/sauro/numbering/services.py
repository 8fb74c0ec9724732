"""Gives out human codes."""

from __future__ import annotations

from django.db import connection

from sauro.numbering.models import Counter

_NEXT = """
INSERT INTO numbering_counter (prefix, year, last) VALUES (%s, %s, %s)
ON CONFLICT (prefix, year) DO UPDATE SET last = numbering_counter.last + excluded.last
RETURNING last
"""


def next_codes(*, prefix: str, year: int, count: int) -> list[str]:
    """Return ``count`` fresh codes like ``NV-2026-000123``, in order.

    The counter row stays locked until the transaction ends, so codes have no gaps and no doubles. Takes one query.
    """
    if count <= 0:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [prefix, year, count])
        last: int = cursor.fetchone()[0]
    return [f"{prefix}-{year}-{number:06d}" for number in range(last - count + 1, last + 1)]


def next_code(*, prefix: str, year: int) -> str:
    """Return one fresh code."""
    return next_codes(prefix=prefix, year=year, count=1)[0]


def lock_counter(*, prefix: str, year: int) -> int:
    """Return the last number given out, and keep others from taking one until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [prefix, year, 0])
        last: int = cursor.fetchone()[0]
    return last


def advance_counter(*, prefix: str, year: int, last: int) -> None:
    """Say that all numbers up to ``last`` were given out. The counter must be locked by this transaction."""
    Counter.objects.filter(prefix=prefix, year=year, last__lt=last).update(last=last)
