"""Figures that were released to the readers of a domain: bare numbers, from whatever domain they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sauro.common.domains import Domain
from sauro.headcounts.models import Release, ReleasedCount
from sauro.headcounts.scope import Scope
from sauro.organizations.enums import UnitLevel

Numbers = Mapping[str, int | None]
"""Counts by code; None: withheld, because somebody could be made out."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was released: the act, and its counts for the scope asked about. Without ``numbers``: not for this scope."""

    release: Release
    numbers: Numbers


def given_to(reader: Domain, source: Domain, scope: Scope, communes: Iterable[UUID]) -> Given | None:
    """Return the last figures of ``source`` released to the readers of ``reader`` for the scope, as of its day.

    For the whole branch its own totals; for some communes the sum of theirs, withheld when one of them is. Nothing of
    a scope that is no whole number of communes, nor of one that holds more than communes: releases are of those.
    """
    if scope.level == UnitLevel.PROVINCE:
        return None
    rows = Release.objects.filter(domain=source, day__lte=scope.day, readers__contains=[str(reader)])
    release = rows.select_related("unit").order_by("-day", "-released_at").first()
    if release is None:
        return None
    root = release.unit.path
    is_whole = any(one.with_subtree and root.startswith(one.path) for one in scope.places)
    found = ReleasedCount.objects.filter(release=release)
    if is_whole and scope.level != UnitLevel.COMMUNE:
        return None
    if is_whole:
        return Given(release, dict(found.filter(territory=None).values_list("code", "number")))
    numbers: dict[str, int | None] = {}
    for code, number in found.filter(territory__in=list(communes)).values_list("code", "number"):
        before = numbers.get(code, 0)
        numbers[code] = None if number is None or before is None else before + number
    return Given(release, numbers)


def given_by_commune(given: Given, communes: Iterable[UUID]) -> dict[UUID, dict[str, int | None]]:
    """Return what the same release says of each of some communes."""
    numbers: dict[UUID, dict[str, int | None]] = {}
    found = ReleasedCount.objects.filter(release=given.release, territory__in=list(communes))
    for territory, code, number in found.values_list("territory_id", "code", "number"):
        numbers.setdefault(territory, {})[code] = number
    return numbers
