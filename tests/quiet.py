"""Waits until nobody else works in the test database."""

from __future__ import annotations

import time

import psycopg
from django.db import connection

_LONGEST_WAIT_SECONDS = 15
_OTHERS_AT_WORK = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND backend_type = 'client backend'
"""


def wait_until_quiet() -> None:
    """Return when no other session of the database runs a statement or holds a transaction open, or after a while.

    Uses a connection of its own, past Django, which refuses the thread in which Playwright runs its event loop.
    """
    settings = connection.settings_dict
    address = {"host": settings["HOST"], "port": settings["PORT"], "user": settings["USER"]}
    until = time.monotonic() + _LONGEST_WAIT_SECONDS
    with psycopg.connect(dbname=settings["NAME"], password=settings["PASSWORD"], autocommit=True, **address) as own:
        while time.monotonic() < until:
            row = own.execute(_OTHERS_AT_WORK).fetchone()
            if row is not None and row[0] == 0:
                return
            time.sleep(0.05)
