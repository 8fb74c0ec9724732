"""Row history: what every row held, kept by database triggers, so that bulk and raw writes cannot escape it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import connections
from django.db.models import Model

M = TypeVar("M", bound=type[Model])

# A statement of a trigger is planned once in a connection, for as many rows as came first. Planned for one row, its
# join of old with new rows loops over all pairs, and 55.000 rows changed at once later take an hour.
_JOIN_BY_HASH = r"""
DO $$
DECLARE trigger_function regprocedure;
BEGIN
    FOR trigger_function IN
        SELECT oid FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace AND prorettype = 'trigger'::regtype
            AND prosrc ~ 'FROM old_(values|rows o) JOIN new_(values|rows n)'
            AND NOT coalesce(proconfig @> '{enable_nestloop=off}', false)
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET enable_nestloop = off', trigger_function);
    END LOOP;
END
$$;
"""


def track(*, exclude: list[str] | None = None) -> Callable[[M], M]:
    """Decorate a model so that every insert, update and delete leaves an append-only copy of the row.

    ``exclude`` names columns that must never be copied: secrets, and search keys that can be recomputed.
    """
    decorate: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=exclude or [],
        append_only=True,
    )
    return decorate


def plan_for_many_rows(*, using: str, **_signal: object) -> None:
    """Let every trigger that compares old with new rows join them by hash. Runs after each ``migrate``."""
    with connections[using].cursor() as cursor:
        cursor.execute(_JOIN_BY_HASH)
