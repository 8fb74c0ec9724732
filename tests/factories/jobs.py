"""The queue of background jobs. Django manages none of its tables and so does not empty them after a test."""

from __future__ import annotations

from django.db import connection


def empty_queue() -> None:
    """Take every job and worker away."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers RESTART IDENTITY CASCADE")
