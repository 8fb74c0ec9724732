"""Gives out human codes."""

from __future__ import annotations

from django.db import connection

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
