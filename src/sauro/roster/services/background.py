"""What work in the background needs: whose rights it has, and saying how far it is."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.roster.models import ImportProgress, PeopleImport

AT_ONCE = 60_000
"""Bytes of a file that is read or checked while the page is waited for; a larger one in the background."""


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """Keep Python from searching for garbage in cycles: what a table makes is alive to the end, and looking through
    millions of values again and again takes a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def owner_of(run: PeopleImport) -> Actor:
    """Return the owner with the rights of this moment; of a closed account none are left."""
    actor = load_actor(user=run.owner, door=Door.JOB, request_id=f"roster-{run.pk}", acting_unit_id=run.acting_unit_id)
    if run.owner.is_active:
        return actor
    return Actor(user_id=actor.user_id, name=actor.name, door=actor.door, request_id=actor.request_id)


def tell(import_id: UUID, percent: int, step: str) -> None:
    """Say how far the work is; from within a transaction by a connection of its own, so that it is seen at once."""
    if not connection.in_atomic_block:
        ImportProgress.objects.filter(run=import_id).update(percent=percent, step=step)
        return
    beside = connection.copy()
    try:
        with beside.cursor() as cursor:
            cursor.execute(
                "UPDATE roster_importprogress SET percent = %s, step = %s WHERE run_id = %s", [percent, step, import_id]
            )
    finally:
        beside.close()
