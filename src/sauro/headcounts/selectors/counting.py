"""Counts of a snapshot: one pass over its lines, grouped by all that the counts ask for, and added up here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from sauro.headcounts.catalogue import APPROVED, GROUPS, OF_GROUP, TRAITS, VACANT, WITHIN, Condition, groups_of
from sauro.headcounts.models import Line, Places, Snapshot
from sauro.headcounts.scope import Place, Scope

_READ = (
    "in_post", "is_within", "block", "is_key", "office", "committee", "sex", "age", "education", "theory", "rating",
    "is_digital", "standard", "side",
)  # fmt: skip
_BY_POST = frozenset({"officials", "employees"})
Counts = dict[str, int]
ByPlace = dict[UUID | None, Counts]


def lines_in(snapshot: Snapshot, scope: Scope) -> QuerySet[Line]:
    """Return the lines of a snapshot that a question is about."""
    return Line.objects.filter(in_places(scope), snapshot=snapshot)


def in_places(scope: Scope) -> Q:
    """Return the condition of the lines and places of a scope."""
    either = Q(pk__in=[])
    for place in scope.places:
        either |= Q(path__startswith=place.path) if place.with_subtree else Q(path=place.path)
    if scope.level:
        either &= Q(level=scope.level)
    return either


def counts_by_commune(snapshot: Snapshot, scope: Scope) -> ByPlace:
    """Return the counts of every commune in the scope (None: units of no commune)."""
    return _counts(snapshot, scope, by_commune=True)


def counts(snapshot: Snapshot, scope: Scope) -> Counts:
    """Return the counts of the scope as a whole. Takes three queries."""
    found: Counter[str] = Counter()
    for one in _counts(snapshot, scope, by_commune=False).values():
        found.update(one)
    return dict(found)


def _counts(snapshot: Snapshot, scope: Scope, *, by_commune: bool) -> ByPlace:
    columns = {f"by_{code}": scope.asked.column(code) for code in _READ}
    keys = [*columns, "territory_id"] if by_commune else list(columns)
    rows = lines_in(snapshot, scope).annotate(**columns).values_list(*keys).annotate(people=Count("pk")).order_by()
    found: defaultdict[UUID | None, Counter[str]] = defaultdict(Counter)
    groups = [(group.code, _test(group.condition)) for group in groups_of(scope.domain)]
    traits = {code: _test(trait.condition) for code, trait in TRAITS.items()}
    kept: dict[tuple[Any, ...], tuple[str, ...]] = {}
    for row in rows:
        cell, people = row[: len(_READ)], row[-1]
        codes = kept.get(cell)
        if codes is None:
            codes = kept[cell] = _codes_of(dict(zip(_READ, cell, strict=True)), groups, traits)
        own = found[row[-2] if by_commune else None]
        for code in codes:
            own[code] += people
    _add_places(snapshot, scope, found, by_commune=by_commune)
    return {place: dict(one) for place, one in found.items()}


_Test = Callable[[Mapping[str, Any]], bool]


def _test(condition: Condition) -> _Test:
    items = tuple(condition.items())
    return lambda cell: all(cell[code] in values for code, values in items)


def _codes_of(
    cell: Mapping[str, Any], groups: Iterable[tuple[str, _Test]], traits: Mapping[str, _Test]
) -> tuple[str, ...]:
    """Return the codes of all counts to which the people of a cell belong."""
    holding = {code for code, test in traits.items() if test(cell)}
    codes: list[str] = []
    for group, test in groups:
        if not test(cell):
            continue
        codes.append(group)
        wanted = {*OF_GROUP[group], *(TRAITS[trait].known for trait in OF_GROUP[group])}
        codes.extend(f"{group}.{trait}" for trait in holding & wanted)
        if group in _BY_POST and cell["is_within"]:
            codes.append(f"{group}.{WITHIN}")
    return tuple(codes)


def _add_places(
    snapshot: Snapshot, scope: Scope, found: defaultdict[UUID | None, Counter[str]], *, by_commune: bool
) -> None:
    """Add how many places there are, and how many are filled.

    Posts are filled by those in their seats. Of members and offices, each commune fills its own places: one that has
    more of them than laid down does not make up for another.
    """
    rows = Places.objects.filter(in_places(scope), snapshot=snapshot).values_list("group", "territory_id")
    filled = _filled(snapshot, scope)
    for group, territory, number in rows.annotate(total=Sum("number")).order_by():
        own = found[territory if by_commune else None]
        own[f"{group}.{APPROVED}"] += number
        if group not in _BY_POST:
            own[f"{group}.{WITHIN}"] += min(number, filled[group, territory])
    for own in found.values():
        for part in (APPROVED, WITHIN):
            own[f"everyone.{part}"] = own[f"officials.{part}"] + own[f"employees.{part}"]
        for group in groups_of(scope.domain):
            if group.has_places:
                own[f"{group.code}.{VACANT}"] = own[f"{group.code}.{APPROVED}"] - own[f"{group.code}.{WITHIN}"]


def _filled(snapshot: Snapshot, scope: Scope) -> Counter[tuple[str, UUID | None]]:
    few = lines_in(snapshot, scope).filter(Q(committee__gt=0) | ~Q(office=""))
    filled: Counter[tuple[str, UUID | None]] = Counter()
    groups = [(group.code, _test(group.condition)) for group in groups_of(scope.domain) if group.code not in _BY_POST]
    groups = [(code, test) for code, test in groups if GROUPS[code].has_places and code != "everyone"]
    for office, committee, territory, people in (
        few.values_list("office", "committee", "territory_id").annotate(people=Count("pk")).order_by()
    ):
        for code, test in groups:
            if test({"office": office, "committee": committee}):
                filled[code, territory] += people
    return filled


def whole(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places without those that lie in another."""
    kept: list[Place] = []
    for place in sorted(set(places), key=lambda one: (len(one.path), not one.with_subtree)):
        if not any(one.covers(place) for one in kept):
            kept.append(place)
    return tuple(kept)
