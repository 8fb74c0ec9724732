"""The queue of background jobs. Django manages none of its tables and so does not empty them after a test."""

from __future__ import annotations

from django.db import connection


def empty_queue() -> None:
    """Take every job and worker away."""
    with connection.cursor() as cursor:
        for kind in ("periodic_defers", "events", "jobs", "workers"):
            cursor.execute(f"DELETE FROM procrastinate_{kind}")  # noqa: S608 -- one of the names above
