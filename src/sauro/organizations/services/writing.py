"""Writes planned units in a few bulk statements. The history triggers run once per statement."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.backends.postgresql.psycopg_any import DateRange

from sauro.common.ids import new_id
from sauro.organizations.enums import AliasKind
from sauro.organizations.models import Unit, UnitAlias, UnitSuccession, UnitVersion
from sauro.organizations.services.blueprint import Blueprint, PlannedSuccession, PlannedUnit
from sauro.organizations.services.keys import alias_key, search_key, unit_sort_key

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the units still missing, ready to be stored."""

    units: list[Unit]
    versions: list[UnitVersion]
    aliases: list[UnitAlias]
    successions: list[UnitSuccession]


def write_blueprint(blueprint: Blueprint, *, known: Mapping[str, uuid.UUID]) -> int:
    """Create the planned units whose codes are not ``known``, with versions, aliases and successions.

    Returns how many units were created.
    """
    rows = build_rows(blueprint, known=known)
    Unit.objects.bulk_create(rows.units, batch_size=_BATCH)
    UnitVersion.objects.bulk_create(rows.versions, batch_size=_BATCH)
    UnitAlias.objects.bulk_create(rows.aliases, batch_size=_BATCH)
    UnitSuccession.objects.bulk_create(rows.successions, batch_size=_BATCH)
    return len(rows.units)


def build_rows(blueprint: Blueprint, *, known: Mapping[str, uuid.UUID]) -> Rows:
    """Return the rows of the planned units whose codes are not ``known``, without storing them."""
    fresh = [unit for unit in blueprint.units if unit.code not in known]
    created = {unit.code for unit in fresh}
    ids = {**known, **{code: new_id() for code in created}}
    paths = _paths(blueprint)
    return Rows(
        units=[_unit(unit, ids, paths) for unit in fresh],
        versions=[version for unit in fresh for version in _versions(unit, ids)],
        aliases=[alias for unit in fresh for alias in _aliases(unit, ids)],
        successions=[_succession(step, ids) for step in blueprint.successions if step.predecessor in created],
    )


def _succession(step: PlannedSuccession, ids: Mapping[str, uuid.UUID]) -> UnitSuccession:
    return UnitSuccession(
        predecessor_id=ids[step.predecessor],
        successor_id=ids[step.successor],
        kind=step.kind,
        on=step.on,
        share=step.share,
        basis=step.basis,
    )


def _paths(blueprint: Blueprint) -> dict[str, str]:
    paths: dict[str, str] = {}
    for unit in blueprint.units:
        paths[unit.code] = f"{paths[unit.parent] if unit.parent else ''}{unit.code}/"
    return paths


def _unit(unit: PlannedUnit, ids: Mapping[str, uuid.UUID], paths: Mapping[str, str]) -> Unit:
    return Unit(
        id=ids[unit.code],
        code=unit.code,
        official_id=unit.official_id,
        domain=unit.domain,
        kind=unit.kind,
        level=unit.level,
        commune_type=unit.commune_type,
        name=unit.name,
        short_name=unit.short_name,
        parent_id=ids[unit.parent] if unit.parent else None,
        territory_id=ids[unit.territory] if unit.territory else None,
        path=paths[unit.code],
        position=unit.position,
        valid=DateRange(unit.starts, unit.ends),
        search_key=search_key((unit.name, unit.short_name, *unit.aliases, *unit.former_names)),
        sort_key=unit_sort_key(unit.name),
    )


def _versions(unit: PlannedUnit, ids: Mapping[str, uuid.UUID]) -> Iterator[UnitVersion]:
    starts: list[tuple[dt.date | None, str]] = [(unit.starts, unit.basis), *unit.renewals]
    ends = [*(day for day, _basis in unit.renewals), unit.ends]
    for (start, basis), end in zip(starts, ends, strict=True):
        yield UnitVersion(
            unit_id=ids[unit.code],
            name=unit.name,
            short_name=unit.short_name,
            kind=unit.kind,
            commune_type=unit.commune_type,
            official_id=unit.official_id,
            parent_id=ids[unit.parent] if unit.parent else None,
            valid=DateRange(start, end),
            basis=basis,
        )


def _aliases(unit: PlannedUnit, ids: Mapping[str, uuid.UUID]) -> Iterator[UnitAlias]:
    """Official name, abbreviation, other spellings; former names hold only for the time before the unit."""
    named = [(unit.name, AliasKind.OFFICIAL)]
    if unit.short_name_is_alias:
        named.append((unit.short_name, AliasKind.ABBREVIATION))
    named += [(text, AliasKind.VARIANT) for text in unit.aliases]
    named += [(text, AliasKind.FORMER) for text in unit.former_names]
    seen: set[str] = set()
    for text, kind in named:
        key = alias_key(text)
        if not key or key in seen:
            continue
        seen.add(key)
        valid = DateRange(None, unit.starts) if kind == AliasKind.FORMER else DateRange(unit.starts, unit.ends)
        yield UnitAlias(unit_id=ids[unit.code], text=text, key=key, kind=kind, valid=valid)
