"""One writer at a time: the register is small and rarely written, and readers keep it in memory by its version."""

from __future__ import annotations

from django.db import connection

_REGISTER_LOCK = 0x5A5E0002


def lock_register() -> None:
    """Wait for other writers of the register; held until the transaction ends.

    It also makes versions of the register commit in order, on which :mod:`sauro.organizations.selectors.register`
    relies.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_REGISTER_LOCK])
