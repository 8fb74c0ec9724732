"""Carries progress up the tree of delegation, within the transaction of the act that changed it.

Rows are locked from the leaves upwards: a part before the work it belongs to. Whoever needs several rows of a tree
locks them in descending order of their identities, which grow with time, so a part always comes before its parent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from sauro.tasks.models import Assignment
from sauro.tasks.parts import split_of
from sauro.tasks.roll_up import Split
from sauro.tasks.transitions import OPEN_STATES

_THOUSANDTH = Decimal("0.001")


def carry_up(part: Assignment, *, touched_at: dt.datetime | None = None) -> None:
    """Bring everything above a part up to date after the part was saved. Needs a transaction.

    ``touched_at`` is when somebody worked on the part: whoever works on a part works on the whole. Closed work stays as
    it was closed.
    """
    child = part
    while child.is_part:
        parent = lock_whole(child)
        if parent.state not in OPEN_STATES:
            return
        apply_split(parent, split_of(parent))
        parent.reported_at = max(filter(None, (parent.reported_at, touched_at)), default=None)
        parent.save(update_fields=["progress", "reported_at"])
        child = parent


def lock_above(*parts: Assignment) -> None:
    """Lock everything that the progress of locked parts rolls up into. Needs a transaction.

    An act that also takes codes or records events does so first: both are locks of everybody's, and whoever holds one
    must not wait for a row of a tree any more.
    """
    ids = set[UUID]()
    level = {part.parent_id for part in parts if part.is_part and part.parent_id}
    while level:
        ids |= level
        above = Assignment.objects.filter(pk__in=level, share__isnull=False).values_list("parent", flat=True)
        level = {pk for pk in above if pk is not None}
    if ids:
        lock_bottom_up(ids)


def lock_whole(part: Assignment) -> Assignment:
    """Lock the work a part belongs to and return it. Needs a transaction."""
    if part.parent_id is None:
        raise ValueError(f"{part.code} is a part of nothing")
    return Assignment.objects.select_for_update(of=("self",)).select_related("unit").get(pk=part.parent_id)


def apply_split(assignment: Assignment, split: Split, *, with_kept: bool = False) -> None:
    """Put the roll-up in force, unless the body's own figure is; the caller saves.

    ``with_kept`` also writes what the body keeps.
    """
    if with_kept:
        assignment.kept_share = split.kept.share
        assignment.kept_progress = as_decimal(split.kept.progress)
    if not assignment.is_progress_own:
        assignment.progress = split.shown


def as_decimal(progress: Fraction) -> Decimal:
    """Return a progress as it is stored, to a thousandth of a percent."""
    return (Decimal(progress.numerator) / Decimal(progress.denominator)).quantize(_THOUSANDTH)


def lock_bottom_up(ids: Collection[UUID]) -> dict[UUID, Assignment]:
    """Lock assignments, parts before what they belong to, and return them. Needs a transaction."""
    locked = Assignment.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("-pk")
    return {row.pk: row for row in locked}
