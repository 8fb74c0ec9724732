"""Works out the units of a province from its territories and the usual bodies. Touches no database."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sauro.common.domains import Domain
from sauro.organizations.enums import CommuneType, SuccessionKind, UnitKind, UnitLevel
from sauro.organizations.structure.bodies import Body, Era
from sauro.organizations.structure.commune import commune_bodies
from sauro.organizations.structure.province import province_bodies
from sauro.organizations.territories import TYPE_WORDS, CommuneRow, FormerCommuneRow, ProvinceRow
from vanban.text.normalize import sort_key

TWO_TIER_BASIS = "Luật số 72/2025/QH15"
PARTY_BASIS = "Quy định số 294-QĐ/TW"
PARTY_BASIS_2026 = "Quy định số 208-QĐ/TW"

_TYPE_ORDER = (CommuneType.COMMUNE, CommuneType.WARD, CommuneType.SPECIAL_ZONE)
_POSITIONS_PER_COMMUNE = 100
# Bodies of the province come first, then commune by commune.
_FIRST_COMMUNE_POSITION = 1000
_FORMER_POSITION = 900_000


@dataclass(frozen=True, slots=True)
class Earlier:
    """The day before the two tiers on which the bodies of the province were already there, and on what basis."""

    starts: dt.date
    basis: str


@dataclass(frozen=True, slots=True)
class ProvincePlan:
    """What the units are worked out from; ``earlier`` when the bodies of the province are older than the two tiers."""

    province: ProvinceRow
    communes: Sequence[CommuneRow]
    former: Sequence[FormerCommuneRow]
    optional_departments: frozenset[str]
    starts: dt.date
    party_cut_over: dt.date
    root_code: str
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """A unit to be: codes of its parent and territory, and the days from which its versions hold.

    ``starts`` None means "always before"; ``ends`` is the first day on which it is no longer in force.
    ``short_name_is_alias`` is false for abbreviations that many units share ("Phòng VH-XH").
    ``renewals`` are later versions under the same name, each with the day and its basis.
    """

    code: str
    name: str
    kind: UnitKind
    level: UnitLevel
    domain: Domain
    parent: str | None
    territory: str | None
    position: int
    starts: dt.date | None
    basis: str
    ends: dt.date | None = None
    commune_type: str = ""
    short_name: str = ""
    short_name_is_alias: bool = True
    official_id: str = ""
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    renewals: tuple[tuple[dt.date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedSuccession:
    """One unit passing into another, by codes."""

    predecessor: str
    successor: str
    kind: SuccessionKind
    on: dt.date
    share: str
    basis: str


@dataclass(slots=True)
class Blueprint:
    """All units, parents before children, and the successions between them."""

    units: list[PlannedUnit] = field(default_factory=list)
    successions: list[PlannedSuccession] = field(default_factory=list)


def plan_province(plan: ProvincePlan) -> Blueprint:
    """Return every unit of the province with its communes and their predecessors."""
    blueprint = Blueprint()
    blueprint.units.append(_province_territory(plan))
    blueprint.units.extend(_province_units(plan))
    former = _former_names(plan.former)
    ordered = sorted(plan.communes, key=lambda row: (_TYPE_ORDER.index(row.type), sort_key(row.short_name)))
    for number, row in enumerate(ordered):
        first = _FIRST_COMMUNE_POSITION + number * _POSITIONS_PER_COMMUNE
        units = list(_commune_units(plan, row, first, former.get(row.code, ())))
        blueprint.units.extend(units)
        blueprint.successions.extend(_party_successions(plan, row))
    for number, past in enumerate(plan.former):
        blueprint.units.append(_former_territory(plan, past, _FORMER_POSITION + number))
        blueprint.successions.extend(_territory_successions(plan, past))
    return blueprint


def commune_code(code: str) -> str:
    """Return the code of the territory of a commune ("X30307")."""
    return f"X{code}"


def former_code(code: str) -> str:
    """Return the code of the territory of a commune that ended with the old system."""
    return f"C{code}"


def _province_territory(plan: ProvincePlan) -> PlannedUnit:
    name = plan.province.name[0].upper() + plan.province.name[1:]
    planned = PlannedUnit(
        code=plan.root_code, name=name, kind=UnitKind.TERRITORY, level=UnitLevel.PROVINCE, domain=Domain.STATE,
        parent=None, territory=None, position=0, starts=plan.starts, basis=TWO_TIER_BASIS,
        official_id=plan.province.code,
    )  # fmt: skip
    return _begun_earlier(plan, planned)


def _begun_earlier(plan: ProvincePlan, unit: PlannedUnit) -> PlannedUnit:
    """Let a body of the province begin earlier, and go on under its usual basis from the day of the two tiers."""
    if plan.earlier is None:
        return unit
    renewals = ((plan.starts, unit.basis), *unit.renewals)
    return replace(unit, starts=plan.earlier.starts, basis=plan.earlier.basis, renewals=renewals)


def _province_units(plan: ProvincePlan) -> Iterator[PlannedUnit]:
    city = plan.province.is_city
    words = {
        "place": plan.province.name,
        "level": "thành phố" if city else "tỉnh",
        "name": plan.province.short_name,
        "party": "Thành ủy" if city else "Tỉnh ủy",
        "youth": "Thành đoàn" if city else "Tỉnh đoàn",
    }
    for number, body in enumerate(province_bodies(plan.optional_departments), start=1):
        yield _begun_earlier(plan, _body_unit(plan, body, plan.root_code, words, UnitLevel.PROVINCE, number))


def _commune_units(plan: ProvincePlan, row: CommuneRow, first: int, former: tuple[str, ...]) -> Iterator[PlannedUnit]:
    code = commune_code(row.code)
    words = {"place": row.name, "level": TYPE_WORDS[row.type], "name": row.short_name}
    yield PlannedUnit(
        code=code, name=row.name[0].upper() + row.name[1:], kind=UnitKind.TERRITORY, level=UnitLevel.COMMUNE,
        domain=Domain.STATE, parent=plan.root_code, territory=None, position=first, starts=plan.starts,
        basis=TWO_TIER_BASIS, commune_type=row.type, official_id=row.code, former_names=former,
    )  # fmt: skip
    for number, body in enumerate(commune_bodies(row.type, code=row.code), start=first + 1):
        names = former if body.suffix in ("UBND", "DU") else ()
        yield _body_unit(plan, body, code, words, UnitLevel.COMMUNE, number, commune_type=row.type, former=names)


def _body_unit(
    plan: ProvincePlan,
    body: Body,
    territory: str,
    words: Mapping[str, str],
    level: UnitLevel,
    position: int,
    *,
    commune_type: str = "",
    former: tuple[str, ...] = (),
) -> PlannedUnit:
    is_party = body.domain == Domain.PARTY
    renewed = level == UnitLevel.COMMUNE and body.kind == UnitKind.PARTY_COMMITTEE and body.era == Era.ALWAYS
    return PlannedUnit(
        code=f"{territory}.{body.suffix}",
        name=body.name.format(**words),
        short_name=body.short_name.format(**words),
        short_name_is_alias=level == UnitLevel.PROVINCE or "{place}" in body.short_name,
        kind=body.kind,
        level=level,
        domain=body.domain,
        parent=f"{territory}.{body.parent}" if body.parent else territory,
        territory=territory,
        position=position,
        starts=plan.starts,
        ends=plan.party_cut_over if body.era == Era.BEFORE_CUT_OVER else None,
        basis=PARTY_BASIS if is_party else TWO_TIER_BASIS,
        commune_type=commune_type,
        aliases=tuple(alias.format(**words) for alias in body.aliases),
        former_names=former,
        renewals=((plan.party_cut_over, PARTY_BASIS_2026),) if renewed else (),
    )


def _former_territory(plan: ProvincePlan, past: FormerCommuneRow, position: int) -> PlannedUnit:
    return PlannedUnit(
        code=former_code(past.code), name=f"{past.name[0].upper()}{past.name[1:]} ({past.district})",
        kind=UnitKind.TERRITORY, level=UnitLevel.COMMUNE, domain=Domain.STATE, parent=plan.root_code, territory=None,
        position=position, starts=None, ends=plan.starts, basis="", official_id=past.code,
    )  # fmt: skip


def _former_names(former: Sequence[FormerCommuneRow]) -> dict[str, tuple[str, ...]]:
    names: dict[str, list[str]] = defaultdict(list)
    for past in former:
        for code in past.successors:
            names[code].append(f"{past.name} ({past.district})")
    return {code: tuple(found) for code, found in names.items()}


def _territory_successions(plan: ProvincePlan, past: FormerCommuneRow) -> Iterator[PlannedSuccession]:
    kind = SuccessionKind.MERGE if len(past.successors) == 1 else SuccessionKind.SPLIT
    # The data does not say how a divided commune was shared out: the parts count as equal until somebody enters them.
    share = f"{1 / len(past.successors):.4f}"
    for successor in past.successors:
        yield PlannedSuccession(
            former_code(past.code), commune_code(successor), kind, plan.starts, share, TWO_TIER_BASIS
        )


def _party_successions(plan: ProvincePlan, row: CommuneRow) -> Iterator[PlannedSuccession]:
    territory = commune_code(row.code)
    for body in commune_bodies(row.type, code=row.code):
        if body.era == Era.BEFORE_CUT_OVER:
            yield PlannedSuccession(
                f"{territory}.{body.suffix}", f"{territory}.{body.parent}", SuccessionKind.REORGANISATION,
                plan.party_cut_over, "1", PARTY_BASIS_2026,
            )  # fmt: skip
