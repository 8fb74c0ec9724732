"""What the records say now of the people of a sheet, read in a few queries whatever their number."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection

from sauro.access.actor import Actor
from sauro.roster.policies import RECORD
from sauro.workforce import sealing
from sauro.workforce.fields import FACTS

Opener = Callable[[sealing.Stored | None], dict[str, Any]]


@dataclass(slots=True)
class HeldFact:
    """A fact that stands. Its words are opened where they are sealed."""

    pk: UUID
    value: str
    detail: str
    place: str
    lower: dt.date
    upper: dt.date | None


@dataclass(slots=True)
class HeldTenure:
    """A full post that stands, on the day of the import or later."""

    pk: UUID
    unit_id: UUID
    post_id: UUID
    seat_id: UUID | None
    appointment_id: UUID | None
    lower: dt.date
    upper: dt.date | None


@dataclass(slots=True)
class Held:
    """A dossier with what an import may change of it. ``may`` tells whether the importer keeps it.

    ``stated`` are the particulars that stand last: identity, first day, then the columns in the order of the model.
    """

    dossier_id: UUID
    person_id: UUID
    code: str
    name: str
    name_key: str
    unit_id: UUID
    unit_name: str
    unit_path: str
    may: bool
    number_index: bytes | None
    wrapped_key: bytes | None
    has_identity: bool
    stated: tuple[Any, ...] | None
    tenures: list[HeldTenure] = field(default_factory=list)
    facts: dict[str, list[HeldFact]] = field(default_factory=dict)


@dataclass(slots=True)
class Records:
    """The dossiers that people of a sheet may mean, by number, by code and by name and birth date.

    ``strangers`` are people with one of the numbers but no dossier in the domain: identity, folded name, wrapped key.
    ``busy`` are those of them, and of the dossiers, who hold a full post in another domain.
    """

    by_number: dict[bytes, Held] = field(default_factory=dict)
    by_code: dict[str, Held] = field(default_factory=dict)
    by_likeness: dict[tuple[str, dt.date], list[Held]] = field(default_factory=lambda: defaultdict(list))
    by_id: dict[UUID, Held] = field(default_factory=dict)
    strangers: dict[bytes, tuple[UUID, str, bytes | None]] = field(default_factory=dict)
    busy: set[UUID] = field(default_factory=set)


_DOSSIERS = """
WITH meant AS (
    SELECT one.id FROM workforce_dossier one JOIN workforce_identity identity ON identity.person_id = one.person_id
    WHERE one.domain = %(domain)s AND identity.number_index = ANY(%(numbers)s)
    UNION SELECT id FROM workforce_dossier WHERE domain = %(domain)s AND code = ANY(%(codes)s)
    UNION SELECT id FROM workforce_dossier WHERE domain = %(domain)s AND search_key = ANY(%(names)s)
)
SELECT one.id, one.person_id, one.code, person.full_name, one.search_key, one.unit_id, unit.name, unit.path,
       identity.number_index, identity.wrapped_key, identity.id IS NOT NULL, stated.*
FROM workforce_dossier one
JOIN meant ON meant.id = one.id
JOIN organizations_person person ON person.id = one.person_id
JOIN organizations_unit unit ON unit.id = one.unit_id
LEFT JOIN workforce_identity identity ON identity.person_id = one.person_id
LEFT JOIN LATERAL (
    SELECT p.id, lower(p.valid), p.sex, p.birth_date, p.home_town, p.residence, p.phone, p.recruited_on, p.schooling
    FROM workforce_particulars p WHERE p.dossier_id = one.id AND p.withdrawn_at IS NULL
    ORDER BY lower(p.valid) DESC LIMIT 1
) stated ON true
"""
_STATED_FROM = 11
_TENURES = """
SELECT dossier_id, id, unit_id, post_id, seat_id, appointment_id, lower(valid), upper(valid)
FROM workforce_tenure
WHERE dossier_id = ANY(%(ids)s) AND withdrawn_at IS NULL AND kind = 'full'
  AND (upper(valid) IS NULL OR upper(valid) > %(day)s)
ORDER BY lower(valid)
"""
_FACTS = """
SELECT dossier_id, kind, id, value, detail, place, lower(valid), upper(valid), sealed
FROM workforce_fact
WHERE dossier_id = ANY(%(ids)s) AND kind = ANY(%(kinds)s) AND withdrawn_at IS NULL
ORDER BY lower(valid)
"""
_STRANGERS = """
SELECT identity.number_index, person.id, person.search_key, identity.wrapped_key
FROM workforce_identity identity JOIN organizations_person person ON person.id = identity.person_id
WHERE identity.number_index = ANY(%(numbers)s)
  AND NOT EXISTS (SELECT FROM workforce_dossier d WHERE d.person_id = person.id AND d.domain = %(domain)s)
"""
_BUSY = """
SELECT DISTINCT tenure.person_id FROM workforce_tenure tenure
JOIN workforce_dossier dossier ON dossier.id = tenure.dossier_id
WHERE tenure.person_id = ANY(%(ids)s) AND dossier.domain <> %(domain)s AND tenure.withdrawn_at IS NULL
  AND tenure.kind = 'full' AND (upper(tenure.valid) IS NULL OR upper(tenure.valid) > %(day)s)
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is looked for: keyed hashes of numbers, codes of dossiers, folded names; and which kinds of facts matter."""

    numbers: Sequence[bytes]
    codes: Sequence[str]
    names: Sequence[str]
    kinds: Collection[str]
    day: dt.date


def load_records(actor: Actor, domain: str, asked: Asked) -> Records:
    """Return what the records say. Sealed facts are opened for comparing; nothing of them leaves this process."""
    records = Records()
    held: dict[str, Any] = {
        "domain": domain, "numbers": list(asked.numbers), "codes": list(asked.codes), "names": list(asked.names),
        "day": asked.day, "kinds": list(asked.kinds),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_DOSSIERS, held)
        for row in cursor.fetchall():
            _note(records, actor, domain, row)
        ids = list(records.by_id)
        if ids:
            cursor.execute(_TENURES, {**held, "ids": ids})
            for dossier_id, *tenure in cursor.fetchall():
                records.by_id[dossier_id].tenures.append(HeldTenure(*tenure))
            cursor.execute(_FACTS, {**held, "ids": ids})
            openers: dict[UUID, Opener] = {}
            for row in cursor:
                _note_fact(records.by_id[row[0]], row, openers)
        if asked.numbers:
            cursor.execute(_STRANGERS, held)
            for index, *stranger in cursor.fetchall():
                records.strangers[bytes(index)] = (stranger[0], stranger[1], _bytes(stranger[2]))
        people = [one.person_id for one in records.by_id.values()] + [one[0] for one in records.strangers.values()]
        if people:
            cursor.execute(_BUSY, {**held, "ids": people})
            records.busy = {row[0] for row in cursor.fetchall()}
    return records


def _note(records: Records, actor: Actor, domain: str, row: tuple[Any, ...]) -> None:
    index = _bytes(row[8])
    stated = row[_STATED_FROM:] if row[_STATED_FROM] is not None else None
    dossier_id, person_id, code, name, key, unit_id, unit_name, path = row[:8]
    may = actor.holds_for(RECORD, path, domain)
    one = Held(
        dossier_id, person_id, code, name, key, unit_id, unit_name, path, may, index, _bytes(row[9]), row[10], stated
    )  # fmt: skip
    records.by_id[one.dossier_id] = one
    records.by_code[one.code] = one
    if index is not None:
        records.by_number[index] = one
    if stated is not None:
        records.by_likeness[one.name_key, stated[3]].append(one)


def _note_fact(one: Held, row: tuple[Any, ...], openers: dict[UUID, Opener]) -> None:
    _dossier, kind, pk, value, detail, place, lower, upper, sealed = row
    if FACTS[kind].is_sealed:
        if one.wrapped_key is None or not one.may:
            return
        if one.person_id not in openers:
            openers[one.person_id] = sealing.opener(one.person_id, one.wrapped_key)
        words = openers[one.person_id](sealed)
        value, detail, place = words["value"], words["detail"], words["place"]
    one.facts.setdefault(kind, []).append(HeldFact(pk, value, detail, place, lower, upper))


def _bytes(value: Any) -> bytes | None:
    return bytes(value) if value is not None else None
