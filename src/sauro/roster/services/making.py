"""Makes the lines that a plan writes, table by table: what is written for every row is written once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import Subject
from sauro.common.clock import now, today
from sauro.common.copying import cell_of, line_of
from sauro.common.errors import Conflict
from sauro.common.ids import new_id, new_id_text
from sauro.numbering.services import next_codes
from sauro.organizations.models import Appointment, Person
from sauro.organizations.services.people import position_of
from sauro.roster.services.plan import NewFact, PlannedRow
from sauro.workforce import sealing
from sauro.workforce.enums import TenureKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Dossier, Fact, Identity, Particulars, Tenure
from sauro.workforce.services.dossiers import CODE_PREFIX
from vanban.text.normalize import fold, name_sort_key

_DATED = (
    "id", "valid", "decision", "decided_on", "recorded_at", "recorded_by_name", "withdrawn_by_name",
    "withdrawn_reason",
)  # fmt: skip
TARGETS: Mapping[str, tuple[str, tuple[str, ...]]] = {
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
"""Table and columns of what is written, in the order of writing."""
_HELD_APPOINTMENTS = """
SELECT person_id, position_id, unit_id, id FROM organizations_appointment
WHERE person_id = ANY(%s) AND (upper(valid) IS NULL OR upper(valid) > %s) AND NOT isempty(valid)
"""

Sealer = Callable[[Mapping[str, Any]], bytes]
Ended = list[tuple[UUID, dt.date]]


class Maker:
    """Makes lines row by row; asks the database nothing once it is made.

    ``code`` is that of the import. What gives way to new rows is noted in ``ended_…``, ``withdrawn`` and ``numbers``,
    known dossiers that change in ``changed``, every dossier in ``subjects``.
    """

    def __init__(self, actor: Actor, rows: Sequence[PlannedRow], domain: str, code: str) -> None:
        self.domain, self.code = domain, code
        self.today = today()
        self.moment = str(now())
        self.recorded = line_of((self.moment, actor.name, "", ""))
        self.names: dict[str, str] = {}
        self.lines: dict[str, list[str]] = {name: [] for name in TARGETS}
        self.ended_facts: Ended = []
        self.ended_particulars: Ended = []
        self.withdrawn: list[UUID] = []
        self.ended_tenures: list[tuple[UUID, dt.date, str]] = []
        self.ended_appointments: Ended = []
        self.numbers: list[tuple[UUID, bytes, bytes]] = []
        self.changed: list[UUID] = []
        self.subjects: list[Subject] = []
        new = sum(1 for row in rows if row.held is None)
        self.codes: Iterator[str] = iter(next_codes(prefix=CODE_PREFIX, year=self.today.year, count=new))
        posts = {row.tenure.post.pk: row.tenure.post for row in rows if row.tenure}
        self.positions = {
            pk: position_of(post.title, is_head=post.is_head, rank=post.rank).pk for pk, post in posts.items()
        }
        self.appointments = _held_appointments(rows)

    def make(self, rows: Sequence[PlannedRow]) -> dict[str, list[str]]:
        """Return the lines of some rows by table."""
        for row in rows:
            self._row(row)
        made, self.lines = self.lines, {name: [] for name in TARGETS}
        return made

    def _row(self, row: PlannedRow) -> None:
        person_id = row.person_id or new_id()
        if row.person_id is None:
            self.lines["people"].append(f"{person_id}\t{cell_of(row.name)}\t{self._name_keys(row.name)}")
        key = self._identity(row, person_id)
        dossier_id = row.held.dossier_id if row.held else new_id()
        self._facts(row, person_id, str(dossier_id), key)
        stated = self._stated(row, dossier_id)
        tenure = self._tenure(row, dossier_id, person_id)
        code = row.held.code if row.held else next(self.codes)
        unit_id = row.tenure.place.pk if row.tenure else row.held.unit_id if row.held else row.unit.pk  # type: ignore[union-attr]  # a new row has one
        if row.held is None:
            held = line_of((dossier_id, code, person_id, self.domain, unit_id, tenure, stated, self.moment))
            self.lines["dossiers"].append(f"{held}\t{self._name_keys(row.name)}")
        else:
            self.changed.append(dossier_id)
        self.subjects.append(
            Subject(dossier_id, code, self.domain, unit_id, {"import": self.code, "new": row.held is None})
        )

    def _name_keys(self, name: str) -> str:
        if name not in self.names:
            self.names[name] = line_of((fold(name), name_sort_key(name)))
        return self.names[name]

    def _identity(self, row: PlannedRow, person_id: UUID) -> bytes | None:
        """Return the key of a person, made when there is none yet, and keep the number under it."""
        has_identity = row.person_id is not None and (row.held is None or row.held.has_identity)
        key = row.person_key if has_identity else sealing.new_key(person_id)
        sealed = index = None
        if row.identity_number and key is not None:
            sealed = sealing.seal(person_id, key, {"number": row.identity_number})
            index = sealing.index_of(row.identity_number)
        if not has_identity:
            self.lines["identities"].append(line_of((new_id_text(), person_id, key, sealed, index)))
        elif row.held is not None and sealed is not None and index is not None:
            self.numbers.append((person_id, sealed, index))
        return key

    def _stated(self, row: PlannedRow, dossier_id: UUID) -> str | None:
        if row.stated is None or row.stated_since is None:
            return None
        made = new_id_text()
        self.lines["particulars"].append(
            f"{made}\t{_days(row.stated_since)}\t\t\\N\t{self.recorded}\t{dossier_id}\t{line_of(row.stated)}"
        )
        if row.held is not None and row.held.stated is not None:
            before = row.held.stated[0]
            if row.corrects:
                self.withdrawn.append(before)
            else:
                self.ended_particulars.append((before, row.stated_since))
        return made

    def _facts(self, row: PlannedRow, person_id: UUID, dossier_id: str, key: bytes | None) -> None:
        seal: Sealer | None = None
        lines, recorded = self.lines["facts"], self.recorded
        for fact in row.facts:
            spec = FACTS[fact.kind]
            if spec.is_sealed:
                if key is None:
                    words = _("Khóa của một hồ sơ đã bị hủy; không ghi thêm thông tin nhạy cảm được.")
                    raise Conflict("key-destroyed", words)
                seal = seal or sealing.sealer(person_id, key)
                said = f"\t0\t\t\t{cell_of(seal(_words_of(fact)))}"
            else:
                words = f"{cell_of(fact.value)}\t{_level(fact.kind, fact.value)}"
                said = f"{words}\t{cell_of(fact.detail)}\t{cell_of(fact.place)}\t\\N"
            single = "t" if spec.is_single else "f"
            lines.append(
                f"{new_id_text()}\t{_days(fact.since)}\t\t\\N\t{recorded}\t{dossier_id}\t{fact.kind}\t{said}\t{single}"
            )
            if fact.ends is not None:
                self.ended_facts.append((fact.ends, fact.since))

    def _tenure(self, row: PlannedRow, dossier_id: UUID, person_id: UUID) -> str | None:
        """Add a post with its appointment. Returns it when it has begun."""
        tenure = row.tenure
        if tenure is None:
            return None
        position, place = self.positions[tenure.post.pk], tenure.place
        valid = _days(tenure.since, place.upper)
        appointment: UUID | str | None = self.appointments.get((person_id, position, place.pk))
        if appointment is None:
            appointment = new_id_text()
            self.lines["appointments"].append(f"{appointment}\t{person_id}\t{position}\t{place.pk}\t{valid}")
        made = new_id_text()
        self.lines["tenures"].append(
            f"{made}\t{valid}\t{cell_of(tenure.decision)}\t{cell_of(tenure.decided_on)}\t{self.recorded}\t{dossier_id}"
            f"\t{person_id}\t{place.pk}\t{tenure.post.pk}\t{TenureKind.FULL}\t{tenure.seat_id}\t{appointment}\t\t"
        )
        if tenure.ends is not None:
            self.ended_tenures.append((tenure.ends, tenure.since, tenure.decision))
        if tenure.ends_appointment is not None and tenure.ends_appointment != appointment:
            self.ended_appointments.append((tenure.ends_appointment, tenure.since))
        return made if tenure.since <= self.today else None


def _held_appointments(rows: Sequence[PlannedRow]) -> dict[tuple[UUID, UUID, UUID], UUID]:
    """Return the appointments that known people hold already, by person, position and unit."""
    moved = [row for row in rows if row.tenure and row.person_id]
    if not moved:
        return {}
    since = min(row.tenure.since for row in moved if row.tenure)
    with connection.cursor() as cursor:
        cursor.execute(_HELD_APPOINTMENTS, [[row.person_id for row in moved], since])
        return {(person, position, unit): pk for person, position, unit, pk in cursor.fetchall()}


def _words_of(fact: NewFact) -> dict[str, str]:
    return {"value": fact.value, "detail": fact.detail, "place": fact.place}


@cache
def _level(kind: str, value: str) -> int:
    return FACTS[kind].level_of(value)


@cache
def _days(since: dt.date, upper: dt.date | None = None) -> str:
    return f"[{since},{upper or ''})"
