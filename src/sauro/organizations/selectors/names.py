"""What a printed name of a body means: a unit, a group of units, or nothing that can be said for sure.

Only exact names count, compared in their canonical form; nothing is guessed. Relative names ("UBND xã", "Sở") are read
inside the document's own context, never beyond it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.organizations.naming import canonical, split_exceptions, strip_post, without_bracket
from sauro.organizations.selectors.groups import GroupQuery, expand_group, governing_body, is_commune_group
from sauro.organizations.selectors.meanings import Expansion, NameContext, each_once
from sauro.organizations.selectors.name_lists import is_opened, is_vague, read_list
from sauro.organizations.selectors.register import Register, current_register
from vanban.text.normalize import fold, nfc

_RELATIVE = re.compile(r"\b(?:minh|cap minh|nay|noi tren|neu tren|tren)$")
# No body has a longer name; a text beyond this is a sentence, and reading it would only cost time.
_LONGEST_NAME = 500

__all__ = ["Expansion", "NameContext", "expand", "resolve_names"]


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
    text = nfc(text).strip()
    found = None
    if len(text) <= _LONGEST_NAME:
        found = _read_whole(reader, text) or read_list(text, partial(_read_whole, reader))
    if found is not None:
        return found
    key = canonical(text)
    return Expansion(is_group=is_opened(strip_post(key)), unresolved=(text,), is_relative=_is_relative(reader, key))


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
    units = list(each_once([unit for unit in choices if unit is not None]))
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
    if not key or is_vague(key):
        return None
    query = GroupQuery(reader.register, reader.on, reader.domain, reader.commune)
    forms = _forms(reader.register, key)
    units = next((units for form in forms if (units := expand_group(form, query))), None)
    if not units:
        return None
    return Expansion(units=each_once(units), is_group=True)


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
