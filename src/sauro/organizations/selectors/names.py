"""What a printed name of a body means: a unit, a group of units, or nothing that can be said for sure.

Only exact names count, compared in their canonical form; nothing is guessed. Relative names ("UBND xã", "Sở") are read
inside the document's own context, never beyond it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.organizations.naming import canonical, split_exceptions, strip_post, without_bracket
from sauro.organizations.selectors.groups import GroupQuery, expand_group, governing_body, is_commune_group
from sauro.organizations.selectors.register import Register, current_register
from vanban.text.normalize import fold, nfc

_SEPARATOR = re.compile(r"\s*[,;/]\s*|\s+(?:và|cùng)\s+")
_LISTED = re.compile(
    r"^(?P<head>.*?)\b[Cc]ác (?P<kind>[Ss]ở|[Pp]hòng|[Bb]an|[Hh]ội|xã|phường|đặc khu)\s*:?\s+(?P<items>[A-ZĐÀ-Ỹ].*)$"
)
_OPENING = re.compile(r"^(?:moi|nhung|tung|tat ca|toan the)\b|\bcac\b|\bcap xa\b")
_RELATIVE = re.compile(r"\b(?:minh|cap minh|nay|noi tren|neu tren|tren)$")
_ELSEWHERE = re.compile(r"^(?:tỉnh|thành phố|huyện|quận|thị xã|thành uỷ|thành ủy)\b")
_PLACE = re.compile(r"\b(?:xã|phường|đặc khu) \w.*$", re.I)
_VAGUE = re.compile(r"\blien quan\b")
_MOST_PARTS = 24


@dataclass(frozen=True, slots=True)
class NameContext:
    """The document a name stands in: who issued it, and in which commune it is read, when one is meant.

    ``commune`` is a territory or any body of one; without it the issuer's own commune is taken.
    """

    issuer: Unit | None = None
    commune: Unit | None = None


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a name means. ``units`` are shared objects of the register: read them, never change or save them.

    ``unresolved`` lists the parts of the name, exceptions included, that nobody could be found for: a person decides.
    ``is_relative`` marks a name that only the document itself could explain ("đơn vị mình").
    """

    units: tuple[Unit, ...] = ()
    is_group: bool = False
    unresolved: tuple[str, ...] = ()
    is_relative: bool = False

    @property
    def unit(self) -> Unit | None:
        """The one unit meant, when the name is no group and means exactly one."""
        return self.units[0] if len(self.units) == 1 and not self.is_group else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads names of one document against one state of the register."""

    register: Register
    on: dt.date
    domain: Domain
    context: NameContext
    commune: Unit | None
    bindings: Mapping[str, Unit] = field(default_factory=dict)


def expand(
    name: str,
    *,
    on: dt.date | None,
    context: NameContext,
    domain: Domain | str = Domain.STATE,
    exceptions: Sequence[str] = (),
    register: Register | None = None,
) -> Expansion:
    """Return the units a printed name means on the day (None: today).

    ``exceptions`` are names to leave out, beside those after "trừ" in the name itself. ``domain`` is the document's and
    decides which body answers for a bare territory ("các xã": the people's committees, or the Party committees).
    ``register`` is the present one unless given.
    """
    return _expand(_reader(on, domain, context, {}, register), name, exceptions)


def resolve_names(
    names: Iterable[str],
    *,
    on: dt.date | None,
    context: NameContext,
    domain: Domain | str = Domain.STATE,
    bindings: Mapping[str, Unit] | None = None,
    register: Register | None = None,
) -> dict[str, Expansion]:
    """Return what each name means, by the name as given. Checks the register once, whatever the number of names.

    ``bindings`` maps folded names to units that people have decided on; they come before everything else.
    """
    reader = _reader(on, domain, context, bindings or {}, register)
    return {name: _expand(reader, name, ()) for name in dict.fromkeys(names)}


def _reader(
    on: dt.date | None,
    domain: Domain | str,
    context: NameContext,
    bindings: Mapping[str, Unit],
    register: Register | None,
) -> _Reader:
    register = register or current_register()
    return _Reader(register, on or today(), Domain(domain), context, _commune_of(register, context), bindings)


def _commune_of(register: Register, context: NameContext) -> Unit | None:
    unit = context.commune or context.issuer
    if unit is None or unit.level != UnitLevel.COMMUNE:
        return None
    if unit.kind == UnitKind.TERRITORY:
        return register.units.get(unit.pk)
    return register.units.get(unit.territory_id) if unit.territory_id else None


def _expand(reader: _Reader, name: str, exceptions: Sequence[str]) -> Expansion:
    main, excepted = split_exceptions(name)
    found = _read(reader, main)
    left_out = [*exceptions, *([excepted] if excepted else [])]
    return _without(reader, found, left_out) if left_out else found


def _read(reader: _Reader, text: str) -> Expansion:
    whole = _read_whole(reader, text)
    if whole is not None:
        return whole
    listed = _LISTED.match(nfc(text))
    head = f"{listed['head']}{listed['kind']} " if listed else ""
    found = _read_parts(reader, listed["items"] if listed else text, head)
    if found is not None:
        return found
    key = canonical(text)
    return Expansion(
        is_group=bool(_OPENING.search(strip_post(key))), unresolved=(text,), is_relative=_is_relative(reader, key)
    )


def _read_whole(reader: _Reader, text: str) -> Expansion | None:
    """Read a name that is one name. None when it is not known as one."""
    bound = reader.bindings.get(fold(text))
    if bound is not None:
        return Expansion(units=(bound,))
    for form in dict.fromkeys((text, without_bracket(text))):
        key = canonical(form)
        unit = _single(reader, key) or _single(reader, strip_post(key))
        if unit is not None:
            return Expansion(units=(unit,))
        group = _group(reader, strip_post(key))
        if group is not None:
            return group
    return None


def _single(reader: _Reader, key: str) -> Unit | None:
    if not key:
        return None
    register, on = reader.register, reader.on
    for form in _forms(register, key):
        found = register.named(form, on)
        unit = _one(reader, found)
        if unit is not None:
            return unit
    return _relative(reader, key)


def _forms(register: Register, key: str) -> list[str]:
    """The name as it stands, and without the province behind it."""
    forms = [key]
    place, level = register.province_place, register.province_level
    if place and key.endswith(f" {place}"):
        bare = key.removesuffix(f" {place}")
        forms += [f"{bare} {level}", bare]
    elif key.endswith(f" {level}"):
        forms.append(key.removesuffix(f" {level}"))
    return forms


def _one(reader: _Reader, found: Sequence[Unit]) -> Unit | None:
    """Choose among units of one name: the document's own domain decides, then its commune; else nobody does."""
    choices = [_answering(reader, unit) for unit in found]
    units = list({unit.pk: unit for unit in choices if unit is not None}.values())
    if len(units) > 1:
        units = [unit for unit in units if unit.domain == reader.domain] or units
    if len(units) > 1 and reader.commune is not None:
        units = [unit for unit in units if unit.territory_id == reader.commune.pk] or units
    return units[0] if len(units) == 1 else None


def _answering(reader: _Reader, unit: Unit) -> Unit | None:
    """A territory cannot act: its committee in the document's domain does."""
    if unit.kind != UnitKind.TERRITORY:
        return unit
    return governing_body(reader.register, unit, reader.domain, reader.on)


def _relative(reader: _Reader, key: str) -> Unit | None:
    """Read "UBND xã", "Phòng Kinh tế", "Sở" inside the issuer's own commune, office or province."""
    if reader.commune is not None:
        return _one(reader, reader.register.named_in(reader.commune.pk, key, reader.on))
    issuer = reader.context.issuer
    if issuer is None or issuer.level != UnitLevel.PROVINCE:
        return None
    if key == "so":
        return issuer if issuer.kind == UnitKind.DEPARTMENT and canonical(issuer.name).startswith("so ") else None
    if reader.register.province is None or key in ("xa", "phuong", "dac khu"):
        return None
    return _one(reader, reader.register.named_in(reader.register.province.pk, key, reader.on))


def _is_relative(reader: _Reader, key: str) -> bool:
    bare = strip_post(key)
    if not bare or bare == "so" or _RELATIVE.search(bare):
        return True
    communes = reader.register.communes
    return any(reader.register.named_in(unit.pk, bare, reader.on) for unit in _one_of_each_type(communes))


def _one_of_each_type(communes: Iterable[Unit]) -> list[Unit]:
    return list({unit.commune_type: unit for unit in communes}.values())


def _group(reader: _Reader, key: str) -> Expansion | None:
    if not key or _VAGUE.search(key):
        return None
    query = GroupQuery(reader.register, reader.on, reader.domain, reader.commune)
    forms = _forms(reader.register, key)
    units = next((units for form in forms if (units := expand_group(form, query))), None)
    if not units:
        return None
    return Expansion(units=tuple({unit.pk: unit for unit in units}.values()), is_group=True)


def _read_parts(reader: _Reader, text: str, head: str) -> Expansion | None:
    """Read a list of names, longest names first; a name without its first word takes that of the one before."""
    cuts = list(_SEPARATOR.finditer(text))
    if not head and (not cuts or len(cuts) >= _MOST_PARTS):
        return None
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    tail = _shared_place(reader, text[starts[-1] :])
    units: list[Unit] = []
    unresolved: list[str] = []
    is_group = False
    at = 0
    while at < len(starts):
        found, size, head = _longest(reader, text, starts, ends, at, head, tail)
        if found is None:
            part = text[starts[at] : ends[at]]
            if _ELSEWHERE.match(part) or _qualifies_all(part):
                return None
            unresolved.append(part)
        else:
            units.extend(found.units)
            is_group |= found.is_group
        at += size
    if not units:
        return None
    merged = tuple({unit.pk: unit for unit in units}.values())
    return Expansion(units=merged, is_group=is_group, unresolved=tuple(unresolved))


def _qualifies_all(part: str) -> bool:
    """Tell whether "liên quan" at the end is said of the whole list: "các sở, ngành, địa phương liên quan"."""
    key = canonical(part)
    return bool(_VAGUE.search(key)) and not _OPENING.search(key)


def _longest(
    reader: _Reader, text: str, starts: Sequence[int], ends: Sequence[int], at: int, head: str, tail: str
) -> tuple[Expansion | None, int, str]:
    """Return the longest readable run of parts from ``at``, its length, and the head for the parts after it."""
    for until in range(len(ends), at, -1):
        part = text[starts[at] : ends[until - 1]]
        if not part:
            continue
        found = (_read_whole(reader, part + tail) if tail and until < len(ends) else None) or _read_whole(reader, part)
        if found is not None:
            return found, until - at, _head_of(part, found) or head
        if head and (found := _read_whole(reader, head + part)) is not None:
            return found, until - at, head
    return None, 1, head


def _shared_place(reader: _Reader, last: str) -> str:
    """Return the place that a list names once, at its end: " xã Gò Tre" of "HĐND, UBND xã Gò Tre"."""
    place = _PLACE.search(nfc(last))
    found = _read_whole(reader, last) if place else None
    return f" {place.group()}" if place and found and found.unit and place.start() > 0 else ""


def _head_of(part: str, found: Expansion) -> str:
    """Return what later names of a list leave out: "Sở " of "Sở Tài chính", "UBND xã " of "UBND xã Gò Tre"."""
    unit = found.unit
    if unit is None:
        return ""
    if unit.level == UnitLevel.COMMUNE:
        kind = re.search(r"^.*?\b(?:xã|phường|đặc khu) ", nfc(part), re.I)
        return kind.group() if kind else ""
    first = nfc(part).split(" ")[0]
    return f"{first} " if first.lower() in ("sở", "ban", "hội", "phòng") else ""


def _without(reader: _Reader, found: Expansion, exceptions: Sequence[str]) -> Expansion:
    dropped: set[object] = set()
    territories: set[object] = set()
    unresolved = list(found.unresolved)
    for name in exceptions:
        excepted = _read(reader, name)
        unresolved.extend(excepted.unresolved)
        dropped.update(unit.pk for unit in excepted.units)
        if _names_places(reader, name):
            territories.update(unit.territory_id for unit in excepted.units)
    kept = tuple(unit for unit in found.units if unit.pk not in dropped and unit.territory_id not in territories)
    return Expansion(kept, is_group=found.is_group, unresolved=tuple(unresolved), is_relative=found.is_relative)


def _names_places(reader: _Reader, name: str) -> bool:
    """Tell whether an exception names places and not bodies: everything there is left out then."""
    key = canonical(name)
    if is_commune_group(key):
        return True
    return bool(re.match(r"(?:xa|phuong|dac khu) ", key)) and not _is_body(reader, key)


def _is_body(reader: _Reader, key: str) -> bool:
    found = reader.register.named(key, reader.on)
    return bool(found) and all(unit.kind != UnitKind.TERRITORY for unit in found)
