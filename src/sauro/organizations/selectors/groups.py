"""Group names: "UBND các xã, phường, đặc khu", "các sở, ban, ngành tỉnh", "các đảng ủy trực thuộc Tỉnh ủy".

Each rule reads a canonical name (:mod:`sauro.organizations.naming`) and returns the units in force on the day, or None
when the name is not of its kind. What a group takes in is written down in docs/domain/units.md.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sauro.common.domains import Domain
from sauro.organizations.enums import CommuneType, UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.organizations.naming import APART
from sauro.organizations.selectors.register import Register, in_force

TYPE_KEYS = {"xa": CommuneType.COMMUNE, "phuong": CommuneType.WARD, "dac khu": CommuneType.SPECIAL_ZONE}
GOVERNING = {
    Domain.STATE: UnitKind.PEOPLES_COMMITTEE,
    Domain.PARTY: UnitKind.PARTY_COMMITTEE,
    Domain.FRONT: UnitKind.FRONT,
}

_OPENER = r"(?:(?:tat ca|toan bo|toan the|nhung|moi|tung)(?: cac)?|cac)(?: don vi(?: hanh chinh)?)?"
_TYPE = r"(?:xa|phuong|dac khu)"
_COMMUNES = re.compile(
    rf"^(?P<head>.*?)(?:^| )(?:"
    rf"(?:{_OPENER} )?(?P<count>\d+) (?P<counted>{_TYPE}(?: {_TYPE})*)"
    rf"|{_OPENER} (?P<opened>{_TYPE}(?: {_TYPE})*)|(?P<several>{_TYPE}(?: {_TYPE})+)"
    rf"|(?P<level>(?:don vi hanh chinh )?cap xa)|(?P<places>(?:cac )?dia phuong))"
    rf"(?P<tail>(?: (?:tren dia ban|toan|trong|tinh uy|thanh uy|tinh|thanh pho))*)$"
)
_OPENED = re.compile(rf"^{_OPENER} {_TYPE}\b")
_WORD = (
    r"(?:co quan chuyen mon|to chuc chinh tri xa hoi|hoi doan the|doan the|co quan|don vi|dia phuong|so|ban|nganh"
    r"|hoi|mttq)"
)
_DEPARTMENTS = re.compile(
    rf"^(?P<opener>{_OPENER} )?(?P<words>{_WORD}(?: (?:cac )?{_WORD})*)"
    r"(?P<tail>(?: (?:tren dia ban|toan|cap|ubnd|tinh|thanh pho|xa|phuong|dac khu))*)$"
)
_PARTY_BODIES = re.compile(
    r"^(?:cac )?(?:(?:co quan )?(?:chuyen trach )?tham muu(?: giup viec)?(?: cho)?|ban (?:xay dung )?dang"
    r"(?: vp)?|ban(?: vp)?(?= tinh uy| thanh uy| dang uy))"
    r"(?P<tail>(?: (?:tinh uy|thanh uy|dang uy|xa|phuong|dac khu))*)$"
)
_PARTY_COMMITTEES = re.compile(
    r"^(?:cac )?(?:dang uy|cap uy|to chuc dang)(?: (?:cac )?(?:dang uy|cap uy|cac cap|to chuc dang|co so))*"
    r"(?: (?:tinh uy|thanh uy|tinh|thanh pho))*$"
)
_DIVISIONS = re.compile(
    r"^cac (?:phong|don vi|co quan)(?: (?:phong|ban|don vi|co quan|chuyen mon|trung tam))*"
    r"(?: (?:ubnd|xa|phuong|dac khu))*$"
)
# Before a place "cấp ủy" is the committee of that place.
_HEADS = {"cap uy": "dang uy", "cap uy dang": "dang uy"}
_MASS_WORDS = frozenset({"doan the", "hoi doan the", "to chuc chinh tri xa hoi", "hoi", "mttq"})


@dataclass(frozen=True, slots=True)
class GroupQuery:
    """What a group name is read against."""

    register: Register
    on: dt.date
    domain: Domain
    commune: Unit | None
    """The commune whose body wrote the document, when one did: "các phòng" are its own then."""


Rule = Callable[[str, GroupQuery], list[Unit] | None]


def expand_group(key: str, query: GroupQuery) -> list[Unit] | None:
    """Return the units of a group by its canonical name, in the register's order, or None when it is no known group."""
    for rule in (_departments, _communes, _party_bodies, _party_committees, _divisions):
        found = rule(key, query)
        if found:
            return found
    return None


def is_commune_group(key: str) -> bool:
    """Tell whether a canonical name is a bare group of communes ("cac dac khu"), which as an exception takes out
    everything in them."""
    return bool(_OPENED.match(key)) or key in TYPE_KEYS


def governing_body(register: Register, territory: Unit, domain: Domain, on: dt.date) -> Unit | None:
    """Return the body that answers for a territory in a domain: people's committee, Party committee or Front."""
    wanted = GOVERNING[domain]
    bodies = (unit for unit in register.bodies.get(territory.pk, ()) if unit.kind == wanted and in_force(unit, on))
    return min(bodies, key=lambda unit: (unit.path.count("/"), unit.position), default=None)


def body_above(register: Register, unit: Unit, on: dt.date) -> Unit | None:
    """Return the next body of the same domain above one: its parent, or the body that answers for a territory above."""
    above = register.units.get(unit.parent_id) if unit.parent_id else None
    while above is not None:
        body = governing_body(register, above, Domain(unit.domain), on) if above.kind == UnitKind.TERRITORY else above
        if body is not None and body.pk != unit.pk and body.domain == unit.domain:
            return body
        above = register.units.get(above.parent_id) if above.parent_id else None
    return None


def _communes(key: str, query: GroupQuery) -> list[Unit] | None:
    found = _COMMUNES.match(key)
    if found is None:
        return None
    head = re.sub(rf"^{_OPENER} ", "", f"{found['head'].strip()} ").strip()
    words = found["opened"] or found["several"] or found["counted"] or ""
    types = {TYPE_KEYS[word] for word in re.findall(_TYPE, words)} or set(CommuneType)
    territories = [unit for unit in query.register.communes if in_force(unit, query.on) and unit.commune_type in types]
    if found["count"] and int(found["count"]) != len(territories):
        return None
    if not head:
        governing = (governing_body(query.register, unit, query.domain, query.on) for unit in territories)
        return [unit for unit in governing if unit is not None]
    return _heads_in(head, territories, query)


def _heads_in(head: str, territories: Sequence[Unit], query: GroupQuery) -> list[Unit] | None:
    """Find bodies such as "dang uy hdnd ubnd" in every territory; None when a word of the head is no body there."""
    bodies: list[Unit] = []
    for territory in territories:
        names = _segment(_HEADS.get(head, head).split(), territory, query)
        bodies.extend(names)
    return bodies or None


def _segment(words: list[str], territory: Unit, query: GroupQuery) -> list[Unit]:
    bodies: list[Unit] = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            if words[start] == APART:
                start += 1
                break
            found = query.register.named_in(territory.pk, " ".join(words[start:end]), query.on)
            if len(found) == 1:
                bodies.append(found[0])
                start = end
                break
        else:
            return []
    return bodies


def _departments(key: str, query: GroupQuery) -> list[Unit] | None:
    found = _DEPARTMENTS.match(key)
    if found is None:
        return None
    words = set(re.findall(_WORD, found["words"]))
    tail = found["tail"].split()
    if (
        "co quan chuyen mon" not in words
        and not words & {"so", "ban", "nganh", "dia phuong"}
        and not words & _MASS_WORDS
    ):
        return None
    if not found["opener"] and len(words) == 1:
        return None
    if words == {"dia phuong"} or words in ({"ban"}, {"hoi"}, {"mttq"}):
        return None
    in_commune = query.commune is not None and not {"tinh", "pho"} & set(tail) and "so" not in words
    if in_commune:
        return _commune_branches(words, query)
    return _provincial_branches(words, query)


def _provincial_branches(words: set[str], query: GroupQuery) -> list[Unit]:
    units = _bodies(query, UnitLevel.PROVINCE)
    chosen: list[Unit] = []
    if words & {"ban", "nganh", "co quan", "don vi"}:
        kinds = (UnitKind.DEPARTMENT, UnitKind.MILITARY, UnitKind.POLICE)
        chosen = [unit for unit in units if unit.kind in kinds or _is_committee_office(unit)]
    elif "co quan chuyen mon" in words:
        chosen = [unit for unit in units if unit.kind == UnitKind.DEPARTMENT and _below_committee(unit)]
        chosen += [unit for unit in units if _is_committee_office(unit)]
    elif "so" in words:
        chosen = [unit for unit in units if unit.kind == UnitKind.DEPARTMENT and unit.name.startswith("Sở ")]
    chosen += _mass_organisations(words, units)
    if "dia phuong" in words:
        chosen += _communes("cac dia phuong", query) or []
    return chosen


def _commune_branches(words: set[str], query: GroupQuery) -> list[Unit]:
    units = _bodies(query, UnitLevel.COMMUNE)
    chosen: list[Unit] = []
    if words & {"ban", "nganh", "co quan", "don vi", "co quan chuyen mon"}:
        kinds = (UnitKind.OFFICE, UnitKind.DIVISION, UnitKind.SERVICE_CENTRE, UnitKind.MILITARY, UnitKind.POLICE)
        chosen = [unit for unit in units if unit.kind in kinds and unit.domain == Domain.STATE]
    return chosen + _mass_organisations(words, units)


def _mass_organisations(words: set[str], units: Iterable[Unit]) -> list[Unit]:
    kinds: set[str] = set()
    if words & (_MASS_WORDS - {"mttq"}):
        kinds.add(UnitKind.MASS_ORGANISATION)
    if words & {"mttq", "doan the", "hoi doan the"}:
        kinds.add(UnitKind.FRONT)
    return [unit for unit in units if unit.kind in kinds]


def _party_bodies(key: str, query: GroupQuery) -> list[Unit] | None:
    found = _PARTY_BODIES.match(key)
    if found is None:
        return None
    provincial = "tinh" in found["tail"] or query.commune is None
    units = _bodies(query, UnitLevel.PROVINCE if provincial else UnitLevel.COMMUNE)
    return [unit for unit in units if unit.kind == UnitKind.PARTY_BODY]


def _party_committees(key: str, query: GroupQuery) -> list[Unit] | None:
    """The Party committees directly under the provincial one, those of the communes included (QĐ 208-QĐ/TW)."""
    if not _PARTY_COMMITTEES.match(key) or query.commune is not None or key in ("dang uy", "dang uy tinh"):
        return None
    committees = [
        unit for unit in _bodies(query, UnitLevel.PROVINCE) if unit.kind == UnitKind.PARTY_COMMITTEE and unit.parent
        if unit.parent.kind != UnitKind.TERRITORY
    ]  # fmt: skip
    communes = (
        governing_body(query.register, unit, Domain.PARTY, query.on)
        for unit in query.register.communes
        if in_force(unit, query.on)
    )
    return committees + [unit for unit in communes if unit is not None]


def _divisions(key: str, query: GroupQuery) -> list[Unit] | None:
    if query.commune is None or not _DIVISIONS.match(key):
        return None
    kinds = (UnitKind.OFFICE, UnitKind.DIVISION, UnitKind.SERVICE_CENTRE)
    return [unit for unit in _bodies(query, UnitLevel.COMMUNE) if unit.kind in kinds and unit.domain == Domain.STATE]


def _bodies(query: GroupQuery, level: UnitLevel) -> list[Unit]:
    territory = query.register.province if level == UnitLevel.PROVINCE else query.commune
    if territory is None:
        return []
    return [unit for unit in query.register.bodies.get(territory.pk, ()) if in_force(unit, query.on)]


def _below_committee(unit: Unit) -> bool:
    return unit.parent is not None and unit.parent.kind == UnitKind.PEOPLES_COMMITTEE


def _is_committee_office(unit: Unit) -> bool:
    return unit.kind == UnitKind.OFFICE and _below_committee(unit)
