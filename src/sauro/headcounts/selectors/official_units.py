"""People counted for the forms: a row for each unit, or for each commune where the scope holds several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, Sum, Value, When

from sauro.access.actor import Actor
from sauro.headcounts.enums import Side
from sauro.headcounts.models import Places, Snapshot
from sauro.headcounts.official.rows import COUNTED_BY, UnitRow, together
from sauro.headcounts.scope import Scope
from sauro.headcounts.selectors.counting import in_places, lines_in
from sauro.headcounts.selectors.official_people import ordered_units
from sauro.headcounts.selectors.places import may_open
from sauro.headcounts.selectors.released import Given, given_by_commune, given_to

_BANDS = ((31, "30"), (41, "40"), (51, "50"), (61, "60"))
"""Ages below which somebody belongs to a band, and the name of the band: its last year of age."""

Key = tuple[UUID, bool]
"""A unit, and whether it stands for a whole commune."""


def unit_rows(
    actor: Actor, snapshot: Snapshot, scope: Scope, block: str
) -> tuple[list[UnitRow], UnitRow, Given | None]:
    """Return the rows of a block in the order of the register, their total, and the release used for ethnicity.

    Who may open the sensitive facts of the whole scope has ethnicity counted; others are given what was released.
    """
    is_full = may_open(actor, scope)
    found = _counted(snapshot, scope, block, is_full=is_full)
    units = ordered_units({unit_id for unit_id, _whole in found})
    order = {unit.pk: place for place, unit in enumerate(units)}
    keys = sorted(found, key=lambda key: order[key[0]])
    for key in keys:
        found[key].name = units[order[key[0]]].name
    rows = [found[key] for key in keys]
    if is_full:
        minority = {"side": frozenset({Side.MINORITY.value})}
        for row in rows:
            row.minority = row.count(minority)
        return rows, together(rows, "", sum(row.minority or 0 for row in rows)), None
    given, numbers = _released(scope, [unit_id for unit_id, is_whole in keys if is_whole])
    code = f"{block}.minority"
    for key in keys:
        found[key].minority = numbers.get(key[0], {}).get(code) if key[1] else None
    return rows, together(rows, "", given.numbers.get(code) if given else None), given


def _released(scope: Scope, communes: list[UUID]) -> tuple[Given | None, Mapping[UUID, Mapping[str, int | None]]]:
    if not communes:
        return None, {}
    given = given_to(scope.domain, scope.domain, scope, communes)
    return (given, given_by_commune(given, communes)) if given else (None, {})


def _counted(snapshot: Snapshot, scope: Scope, block: str, *, is_full: bool) -> dict[Key, UnitRow]:
    columns = {f"by_{code}": _column(scope, code, is_full=is_full) for code in COUNTED_BY}
    lines = lines_in(snapshot, scope).filter(in_post=True, block=block).annotate(**columns)
    counted = lines.values_list("unit_id", "territory_id", *columns).annotate(people=Count("pk")).order_by()
    places = Places.objects.filter(in_places(scope), snapshot=snapshot, group=block)
    given = list(places.values_list("unit_id", "territory_id").annotate(total=Sum("number")).order_by())
    people = list(counted)
    territories = {row[1] for row in (*people, *given) if row[1]}
    found: dict[Key, UnitRow] = {}
    for unit_id, territory_id, *key, number in people:
        _row(found, unit_id, territory_id, by_commune=len(territories) > 1).people[tuple(key)] += number
    for unit_id, territory_id, total in given:
        _row(found, unit_id, territory_id, by_commune=len(territories) > 1).approved += total
    return found


def _row(found: dict[Key, UnitRow], unit_id: UUID, territory_id: UUID | None, *, by_commune: bool) -> UnitRow:
    key = (territory_id, True) if by_commune and territory_id else (unit_id, False)
    return found.setdefault(key, UnitRow(""))


def _column(scope: Scope, code: str, *, is_full: bool) -> Any:
    if code == "side" and not is_full:
        return Value("", CharField())
    if code == "band":
        whens = [When(birth_date__isnull=True, then=Value(""))]
        whens += [When(birth_date__gt=scope.asked.born_after(age), then=Value(name)) for age, name in _BANDS]
        return Case(*whens, default=Value("70"), output_field=CharField())
    return scope.asked.column(code)
