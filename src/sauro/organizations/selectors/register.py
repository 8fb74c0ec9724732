"""The register of units in memory: who is called what, ready for looking up the names of a whole document.

Loading takes one read of units and aliases. It is kept per process and loaded again when the register has changed,
which the row history tells (one small query): nothing that writes units can escape those triggers.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from django.db import connection

from sauro.organizations.enums import AliasKind, UnitKind, UnitLevel
from sauro.organizations.models import Unit, UnitAlias
from sauro.organizations.naming import canonical, canonical_of_key

Stamp = tuple[str, int, int]

_STAMP = """
SELECT coalesce((SELECT max(pgh_id) FROM organizations_unitevent), 0),
       coalesce((SELECT max(pgh_id) FROM organizations_unitaliasevent), 0)
"""
# Territories are called by their place; some registers write "Địa bàn" before it.
_PLACE_PREFIXES = ("dia ban ",)
_LOCAL_TAILS = (" tinh uy", " thanh uy", " dang uy")


@dataclass(frozen=True, slots=True)
class Named:
    """A unit under one of its names, with the days on which it is called so."""

    unit: Unit
    since: dt.date | None
    until: dt.date | None
    is_former: bool

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether the unit exists and is called so on the day."""
        return _within(day, self.since, self.until) and in_force(self.unit, day)


@dataclass(slots=True)
class Register:
    """Units by identity, by name, and by the name they have inside their territory ("phong kinh te")."""

    stamp: Stamp
    units: dict[uuid.UUID, Unit] = field(default_factory=dict)
    province: Unit | None = None
    communes: list[Unit] = field(default_factory=list)
    by_code: dict[str, Unit] = field(default_factory=dict)
    by_name: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    by_local_name: dict[uuid.UUID, dict[str, list[Named]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    bodies: dict[uuid.UUID, list[Unit]] = field(default_factory=lambda: defaultdict(list))

    @property
    def province_place(self) -> str:
        """The canonical name of the province with its kind, such as "tinh an giang"; empty without a province."""
        return place_of(self.province) if self.province else ""

    @property
    def province_level(self) -> str:
        """The canonical word for the kind of province: "tinh", or "thanh pho" for a city."""
        return "thanh pho" if self.province_place.startswith("thanh pho ") else "tinh"

    def named(self, key: str, on: dt.date) -> list[Unit]:
        """Return the units called so on the day, by canonical name; those called so at present before former names."""
        return _pick(self.by_name.get(key, ()), on)

    def named_in(self, territory_id: uuid.UUID, key: str, on: dt.date) -> list[Unit]:
        """Return the units called so inside one territory on the day ("ubnd xa", "phong kinh te")."""
        return _pick(self.by_local_name.get(territory_id, {}).get(key, ()), on)


# The one cache of the process. It is replaced as a whole, so threads need no lock.
_loaded: Register | None = None


def current_register() -> Register:
    """Return the register as it stands in this transaction. Its units are shared: never change or save them."""
    global _loaded
    stamp = _read_stamp()
    if _loaded is None or _loaded.stamp != stamp:
        _loaded = load_register(stamp)
    return _loaded


def load_register(stamp: Stamp) -> Register:
    """Read units and aliases into a new register."""
    units = Unit.objects.order_by("position", "sort_key")
    return build_register(stamp, units, UnitAlias.objects.iterator(chunk_size=5000))


def build_register(stamp: Stamp, units: Iterable[Unit], aliases: Iterable[UnitAlias]) -> Register:
    """Put units and aliases together. Relations between the units are tied to the given objects."""
    register = Register(stamp)
    for unit in units:
        register.units[unit.pk] = register.by_code[unit.code] = unit
    for unit in register.units.values():
        _link(register, unit)
    for alias in aliases:
        named = Named(
            register.units[alias.unit_id], alias.valid.lower, alias.valid.upper, alias.kind == AliasKind.FORMER
        )
        _add_name(register, named, canonical_of_key(alias.key))
    _add_short_names(register)
    return register


def in_force(unit: Unit, day: dt.date) -> bool:
    """Tell whether a unit exists on the day."""
    return _within(day, unit.valid.lower, unit.valid.upper)


def place_of(territory: Unit) -> str:
    """Return the canonical name of a territory with its kind ("xa go tre")."""
    return _place_named(territory.name)


@lru_cache(maxsize=2048)
def _place_named(name: str) -> str:
    """Each territory has dozens of bodies, and the name of each is held against the place."""
    key = canonical(name)
    for prefix in _PLACE_PREFIXES:
        key = key.removeprefix(prefix)
    return key


def _read_stamp() -> Stamp:
    with connection.cursor() as cursor:
        cursor.execute(_STAMP)
        units, aliases = cursor.fetchone()
    return str(connection.settings_dict["NAME"]), units, aliases


def _link(register: Register, unit: Unit) -> None:
    """Hang a unit among the others, so that following its relations costs no query."""
    if unit.parent_id:
        unit.parent = register.units[unit.parent_id]
    if unit.territory_id:
        unit.territory = register.units[unit.territory_id]
    if unit.kind == UnitKind.TERRITORY:
        if unit.level == UnitLevel.PROVINCE:
            register.province = unit
        else:
            register.communes.append(unit)
    else:
        register.bodies[_territory_of(register, unit)].append(unit)


def _territory_of(register: Register, unit: Unit) -> uuid.UUID:
    """The territory a body belongs to; a provincial body may leave it out."""
    if unit.territory_id:
        return unit.territory_id
    root = register.by_code.get(unit.path.split("/", 1)[0])
    return root.pk if root else unit.pk


def _add_name(register: Register, named: Named, key: str) -> None:
    unit = named.unit
    register.by_name[key].append(named)
    if unit.kind == UnitKind.TERRITORY:
        bare = key.removeprefix("dia ban ")
        if bare != key:
            register.by_name[bare].append(named)
        return
    territory = register.units[_territory_of(register, unit)]
    place = place_of(territory)
    for form in dict.fromkeys(_local_forms(key, place, is_commune=unit.level == UnitLevel.COMMUNE)):
        register.by_local_name[territory.pk][form].append(named)
    if unit.level == UnitLevel.PROVINCE:
        _add_provincial_forms(register, named, key, place)


def _add_provincial_forms(register: Register, named: Named, key: str, place: str) -> None:
    """A provincial body is called by the kind alone as well: "ubnd tinh" beside "ubnd tinh an giang"."""
    level = "thanh pho" if place.startswith("thanh pho ") else "tinh"
    short = place.removeprefix(f"{level} ")
    for tail, kept in ((f" {place}", f" {level}"), (f" {short}", "")):
        if key.endswith(tail):
            form = key.removesuffix(tail) + kept
            if named not in register.by_name[form]:
                register.by_name[form].append(named)
            return


def _local_forms(key: str, place: str, *, is_commune: bool) -> Iterator[str]:
    """Yield the names a body has inside its territory, without the place and with the kind of place alone."""
    kind = (
        "dac khu"
        if place.startswith("dac khu ")
        else "thanh pho"
        if place.startswith("thanh pho ")
        else place.split(" ")[0]
    )
    short = place.removeprefix(f"{kind} ")
    bare = key
    for tail in (f" {place}", f" {kind}", f" {short}"):
        if key.endswith(tail):
            bare = key.removesuffix(tail)
            break
    yield bare
    if bare != key or is_commune:
        yield f"{bare} {kind}"
    for tail in _LOCAL_TAILS:
        if bare.endswith(tail):
            yield bare.removesuffix(tail)


def _add_short_names(register: Register) -> None:
    """Abbreviations without a place ("Phòng VH-XH") count inside their territory only."""
    for unit in register.units.values():
        if not unit.short_name or unit.level != UnitLevel.COMMUNE or unit.kind == UnitKind.TERRITORY:
            continue
        territory = register.units[_territory_of(register, unit)]
        named = Named(unit, unit.valid.lower, unit.valid.upper, is_former=False)
        place = place_of(territory)
        for form in dict.fromkeys(_local_forms(canonical(unit.short_name), place, is_commune=True)):
            register.by_local_name[territory.pk][form].append(named)


def _pick(named: list[Named] | tuple[Named, ...], on: dt.date) -> list[Unit]:
    holding = [entry for entry in named if entry.holds_on(on)]
    present = [entry for entry in holding if not entry.is_former] or holding
    return list({entry.unit.pk: entry.unit for entry in present}.values())


def _within(day: dt.date, since: dt.date | None, until: dt.date | None) -> bool:
    return (since is None or since <= day) and (until is None or day < until)
