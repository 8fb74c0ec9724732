"""Row history: what every row held, kept by database triggers, so that bulk and raw writes cannot escape it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db.models import Model

M = TypeVar("M", bound=type[Model])


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
