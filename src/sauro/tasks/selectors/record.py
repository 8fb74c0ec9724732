"""The rows kept of one assignment, which its page, its deadlines and its chronicle all tell from: read once."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from sauro.tasks.holdings import RECORD, holds
from sauro.tasks.models import Assignment, ProductVersion, Wait


def read_record(assignment: Assignment) -> None:
    """Read what was kept of an assignment, unless it was already, so that ``assignment.reports.all()`` and the like
    cost nothing more. Takes at most eleven queries."""
    ways = {"products": _products(), "waits": _waits()}
    held = {name: model for name, model in RECORD.items() if holds(assignment, name)}
    prefetch_related_objects([assignment], *(ways.get(name, name) for name in held))
    kept: dict[str, QuerySet[Any]] = assignment.__dict__.setdefault("_prefetched_objects_cache", {})
    kept.update({name: model._default_manager.none() for name, model in RECORD.items() if name not in held})


def products_of(assignment: Assignment) -> list[ProductVersion]:
    """Return every hand-in of an assignment the caller may see with its parts, newest first. Takes six queries."""
    prefetch_related_objects([assignment], _products())
    return list(assignment.products.all())


def waits_of(assignment: Assignment) -> list[Wait]:
    """Return the waits of an assignment with the units waited for, oldest first. Takes one query."""
    prefetch_related_objects([assignment], _waits())
    return list(assignment.waits.all())


def _products() -> Prefetch[str, QuerySet[ProductVersion], str]:
    rows = ProductVersion.objects.select_related("file")
    return Prefetch("products", rows.prefetch_related("annexes__file", "figures", "criterion_answers__criterion"))


def _waits() -> Prefetch[str, QuerySet[Wait], str]:
    return Prefetch("waits", Wait.objects.select_related("part__unit"))
