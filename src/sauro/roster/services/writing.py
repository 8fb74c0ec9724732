"""Writes a plan: rows into temporary tables by COPY, from there by one statement for each table.

The history's triggers see one statement with all its rows. Constraints hold as for everybody: one seat one person, one
full post, one value at a time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import Subject, record_events
from sauro.common.clock import now, today
from sauro.common.copying import stage
from sauro.common.errors import Conflict
from sauro.common.ids import new_id, new_id_text
from sauro.numbering.services import next_codes
from sauro.organizations.models import Appointment, Person
from sauro.organizations.services.people import position_of
from sauro.roster import events
from sauro.roster.services.plan import NewFact, Plan, PlannedRow
from sauro.workforce import sealing
from sauro.workforce.enums import EndReason, TenureKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Dossier, Fact, Identity, Particulars, Tenure
from sauro.workforce.services.dossiers import CODE_PREFIX
from sauro.workforce.services.settling import settle_dossiers
from vanban.text.normalize import fold, name_sort_key

_DATED = (
    "id", "valid", "decision", "decided_on", "recorded_at", "recorded_by_name", "withdrawn_by_name",
    "withdrawn_reason",
)  # fmt: skip
_TARGETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "people": (Person._meta.db_table, ("id", "full_name", "search_key", "sort_key")),
    "identities": (
        Identity._meta.db_table, ("id", "person_id", "wrapped_key", "number_sealed", "number_index")
    ),
    "dossiers": (
        Dossier._meta.db_table,
        ("id", "code", "person_id", "domain", "unit_id", "tenure_id", "particulars_id", "made_at", "search_key",
         "sort_key"),
    ),
    "particulars": (
        Particulars._meta.db_table,
        (*_DATED, "dossier_id", "sex", "birth_date", "home_town", "residence", "phone", "recruited_on", "schooling"),
    ),
    "facts": (
        Fact._meta.db_table, (*_DATED, "dossier_id", "kind", "value", "level", "detail", "place", "sealed", "is_single")
    ),
    "appointments": (Appointment._meta.db_table, ("id", "person_id", "position_id", "unit_id", "valid")),
    "tenures": (
        Tenure._meta.db_table,
        (*_DATED, "dossier_id", "person_id", "unit_id", "post_id", "kind", "seat_id", "appointment_id", "end_reason",
         "end_decision"),
    ),
}  # fmt: skip
_END = """
UPDATE {table} one SET valid = daterange(lower(one.valid), ended.day)
FROM (SELECT unnest(%s::uuid[]) AS id, unnest(%s::date[]) AS day) ended
WHERE one.id = ended.id
"""
_WITHDRAW = """
UPDATE workforce_particulars SET withdrawn_at = %s, withdrawn_by_name = %s, withdrawn_reason = %s WHERE id = ANY(%s)
"""
_END_TENURES = """
UPDATE workforce_tenure one
SET valid = daterange(lower(one.valid), ended.day), end_reason = %s, end_decision = ended.paper
FROM (SELECT unnest(%s::uuid[]) AS id, unnest(%s::date[]) AS day, unnest(%s::text[]) AS paper) ended
WHERE one.id = ended.id
"""
_END_APPOINTMENTS = """
UPDATE organizations_appointment one SET valid = daterange(lower(one.valid), ended.day)
FROM (SELECT unnest(%s::uuid[]) AS id, unnest(%s::date[]) AS day) ended
WHERE one.id = ended.id AND (upper(one.valid) IS NULL OR upper(one.valid) > ended.day) AND lower(one.valid) < ended.day
"""
_SET_NUMBERS = """
UPDATE workforce_identity one SET number_sealed = given.sealed, number_index = given.number
FROM (SELECT unnest(%s::uuid[]) AS person, unnest(%s::bytea[]) AS sealed, unnest(%s::bytea[]) AS number) given
WHERE one.person_id = given.person
"""
_HELD_APPOINTMENTS = """
SELECT person_id, position_id, unit_id, id FROM organizations_appointment
WHERE person_id = ANY(%s) AND (upper(valid) IS NULL OR upper(valid) > %s) AND NOT isempty(valid)
"""


@dataclass(slots=True)
class Batch:
    """The rows to be written, by what they are, and what ends or changes before."""

    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: {name: [] for name in _TARGETS})
    ended_facts: list[tuple[UUID, dt.date]] = field(default_factory=list)
    ended_particulars: list[tuple[UUID, dt.date]] = field(default_factory=list)
    withdrawn: list[UUID] = field(default_factory=list)
    ended_tenures: list[tuple[UUID, dt.date, str]] = field(default_factory=list)
    ended_appointments: list[tuple[UUID, dt.date]] = field(default_factory=list)
    numbers: list[tuple[UUID, bytes, bytes]] = field(default_factory=list)
    changed: list[UUID] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)


def write_plan(actor: Actor, plan: Plan, domain: str, code: str) -> int:
    """Write what a plan promises, in the present transaction. Returns how many dossiers that were.

    ``code`` is that of the import: events and withdrawn rows name it. Raises ``key-destroyed`` for a person whose
    sensitive facts can no longer be sealed.
    """
    rows = plan.writable()
    batch = _Maker(actor, rows, domain, code).make()
    _end_what_ends(actor, batch, code)
    for name, (table, columns) in _TARGETS.items():
        _insert(name, table, columns, batch.rows[name])
    settle_dossiers(batch.changed)
    record_events(
        actor=actor, event=events.DOSSIER_IMPORTED, object_type=Dossier._meta.label_lower, subjects=batch.subjects
    )
    return len(rows)


Sealer = Callable[[Mapping[str, Any]], bytes]


class _Maker:
    def __init__(self, actor: Actor, rows: Sequence[PlannedRow], domain: str, code: str) -> None:
        self.rows, self.domain, self.code = rows, domain, code
        self.batch = Batch()
        self.actor, self.moment, self.today = actor, str(now()), today()
        self.keys: dict[str, tuple[str, str]] = {}
        new = sum(1 for row in rows if row.held is None)
        self.codes = iter(next_codes(prefix=CODE_PREFIX, year=self.today.year, count=new))
        posts = {row.tenure.post.pk: row.tenure.post for row in rows if row.tenure}
        self.positions = {
            pk: position_of(post.title, is_head=post.is_head, rank=post.rank).pk for pk, post in posts.items()
        }
        self.appointments = self._appointments()

    def make(self) -> Batch:
        for row in self.rows:
            self._row(row)
        return self.batch

    def _appointments(self) -> dict[tuple[UUID, UUID, UUID], UUID]:
        """Return the appointments that known people hold already, by person, position and unit."""
        moved = [row for row in self.rows if row.tenure and row.person_id]
        if not moved:
            return {}
        since = min(row.tenure.since for row in moved if row.tenure)
        with connection.cursor() as cursor:
            cursor.execute(_HELD_APPOINTMENTS, [[row.person_id for row in moved], since])
            return {(person, position, unit): pk for person, position, unit, pk in cursor.fetchall()}

    def _row(self, row: PlannedRow) -> None:
        rows = self.batch.rows
        person_id = row.person_id or new_id()
        if row.person_id is None:
            rows["people"].append((person_id, row.name, *self._name_keys(row.name)))
        key = self._identity(row, person_id)
        dossier_id = row.held.dossier_id if row.held else new_id()
        seal = sealing.sealer(person_id, key) if key is not None else None
        stated = self._stated(row, dossier_id)
        for fact in row.facts:
            self._fact(fact, dossier_id, seal)
        tenure = self._tenure(row, dossier_id, person_id)
        code = row.held.code if row.held else next(self.codes)
        unit_id = row.tenure.place.pk if row.tenure else row.held.unit_id if row.held else row.unit.pk  # type: ignore[union-attr]  # a new row has one
        if row.held is None:
            rows["dossiers"].append(
                (dossier_id, code, person_id, self.domain, unit_id, tenure, stated, self.moment,
                 *self._name_keys(row.name))
            )  # fmt: skip
        else:
            self.batch.changed.append(dossier_id)
        self.batch.subjects.append(
            Subject(dossier_id, code, self.domain, unit_id, {"import": self.code, "new": row.held is None})
        )

    def _name_keys(self, name: str) -> tuple[str, str]:
        if name not in self.keys:
            self.keys[name] = fold(name), name_sort_key(name)
        return self.keys[name]

    def _identity(self, row: PlannedRow, person_id: UUID) -> bytes | None:
        """Return the key of a person, made when there is none yet, and keep the number under it."""
        has_identity = row.person_id is not None and (row.held is None or row.held.has_identity)
        key = row.person_key if has_identity else sealing.new_key(person_id)
        sealed = index = None
        if row.identity_number and key is not None:
            sealed = sealing.seal(person_id, key, {"number": row.identity_number})
            index = sealing.index_of(row.identity_number)
        if not has_identity:
            self.batch.rows["identities"].append((new_id_text(), person_id, key, sealed, index))
        elif row.held is not None and sealed is not None and index is not None:
            self.batch.numbers.append((person_id, sealed, index))
        return key

    def _dated(self, since: dt.date, upper: dt.date | None = None, paper: str = "", on: dt.date | None = None) -> Any:
        return (new_id_text(), _days(since, upper), paper, on, self.moment, self.actor.name, "", "")

    def _stated(self, row: PlannedRow, dossier_id: UUID) -> str | None:
        if row.stated is None or row.stated_since is None:
            return None
        dated = self._dated(row.stated_since)
        self.batch.rows["particulars"].append((*dated, dossier_id, *row.stated))
        if row.held is not None and row.held.stated is not None:
            before = row.held.stated[0]
            if row.corrects:
                self.batch.withdrawn.append(before)
            else:
                self.batch.ended_particulars.append((before, row.stated_since))
        made: str = dated[0]
        return made

    def _fact(self, fact: NewFact, dossier_id: UUID, seal: Sealer | None) -> None:
        spec = FACTS[fact.kind]
        level, sealed = spec.level_of(fact.value), None
        words = (fact.value, fact.detail, fact.place)
        if spec.is_sealed:
            if seal is None:
                raise Conflict(
                    "key-destroyed", _("Khóa của một hồ sơ đã bị hủy; không ghi thêm thông tin nhạy cảm được.")
                )
            sealed = seal(dict(zip(("value", "detail", "place"), words, strict=True)))
            level, words = 0, ("", "", "")
        self.batch.rows["facts"].append(
            (*self._dated(fact.since), dossier_id, str(fact.kind), words[0], level, words[1], words[2], sealed,
             spec.is_single)
        )  # fmt: skip
        if fact.ends is not None:
            self.batch.ended_facts.append((fact.ends, fact.since))

    def _tenure(self, row: PlannedRow, dossier_id: UUID, person_id: UUID) -> str | None:
        """Add a post with its appointment. Returns it when it has begun."""
        tenure = row.tenure
        if tenure is None:
            return None
        position = self.positions[tenure.post.pk]
        appointment: UUID | str | None = self.appointments.get((person_id, position, tenure.place.pk))
        if appointment is None:
            appointment = new_id_text()
            valid = _days(tenure.since, tenure.place.upper)
            self.batch.rows["appointments"].append((appointment, person_id, position, tenure.place.pk, valid))
        dated = self._dated(tenure.since, tenure.place.upper, tenure.decision, tenure.decided_on)
        self.batch.rows["tenures"].append(
            (*dated, dossier_id, person_id, tenure.place.pk, tenure.post.pk, str(TenureKind.FULL), tenure.seat_id,
             appointment, "", "")
        )  # fmt: skip
        if tenure.ends is not None:
            self.batch.ended_tenures.append((tenure.ends, tenure.since, tenure.decision))
        if tenure.ends_appointment is not None and tenure.ends_appointment != appointment:
            self.batch.ended_appointments.append((tenure.ends_appointment, tenure.since))
        made: str = dated[0]
        return made if tenure.since <= self.today else None


def _end_what_ends(actor: Actor, batch: Batch, code: str) -> None:
    """End and withdraw what gives way, before what takes its place is there: the constraints are asked at once."""
    with connection.cursor() as cursor:
        for table, ended in (("workforce_fact", batch.ended_facts), ("workforce_particulars", batch.ended_particulars)):
            if ended:
                cursor.execute(_END.format(table=table), _lists(ended))
        if batch.withdrawn:
            reason = _("Sửa theo bảng %(code)s") % {"code": code}
            cursor.execute(_WITHDRAW, [now(), actor.name, reason, batch.withdrawn])
        if batch.ended_tenures:
            cursor.execute(_END_TENURES, [str(EndReason.MOVED), *_lists(batch.ended_tenures)])
        if batch.ended_appointments:
            cursor.execute(_END_APPOINTMENTS, _lists(batch.ended_appointments))
        if batch.numbers:
            cursor.execute(_SET_NUMBERS, _lists(batch.numbers))


def _insert(name: str, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    if not rows:
        return
    staged = f"roster_{name}"
    stage(staged, table, columns, rows)
    listed = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {staged}")  # noqa: S608 -- our own names
        cursor.execute(f"DROP TABLE {staged}")


def _lists(rows: Iterable[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _days(since: dt.date, upper: dt.date | None) -> str:
    return f"[{since},{upper or ''})"
