"""What writing a sheet would do, row by row: worked out from the sheet and the records, written nowhere."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sauro.roster.enums import Outcome
from sauro.roster.selectors.records import Held
from sauro.roster.selectors.units import Place
from sauro.roster.sheets.faults import Fault, Severity
from sauro.workforce.models import Post

Change = tuple[str, str, str]
"""A field, what it says now, what it will say; sensitive words masked."""


@dataclass(slots=True)
class NewFact:
    """A fact to be added; ``ends`` is the one it ends the day before."""

    kind: str
    value: str
    detail: str
    place: str
    since: dt.date
    ends: UUID | None = None


@dataclass(slots=True)
class NewTenure:
    """A full post to be taken; ``ends`` is the one it ends the day before, with its appointment."""

    place: Place
    post: Post
    seat_id: UUID
    since: dt.date
    decision: str
    decided_on: dt.date | None
    ends: UUID | None = None
    ends_appointment: UUID | None = None


@dataclass(slots=True)
class PlannedRow:
    """One row. ``stated`` are the particulars to be written, in the order of the model's columns, None for none.

    ``held`` is the dossier that changes, None for a new one; ``person_id`` names somebody who is known elsewhere.
    """

    number: int
    row: int
    name: str
    outcome: Outcome = Outcome.SAME
    held: Held | None = None
    person_id: UUID | None = None
    person_key: bytes | None = None
    unit: Place | None = None
    identity_number: str = ""
    stated: tuple[object, ...] | None = None
    stated_since: dt.date | None = None
    corrects: bool = False
    facts: list[NewFact] = field(default_factory=list)
    tenure: NewTenure | None = None
    changes: list[Change] = field(default_factory=list)
    likely: list[Held] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """All rows in the order of the sheet, with everything that is wrong."""

    rows: list[PlannedRow]
    faults: list[Fault]
    skipped: Sequence[int] = ()
    allotments: Sequence[UUID] = ()

    def counts(self) -> dict[str, int]:
        """Return the numbers of rows by outcome, of faults by severity, and of rows that are no people."""
        counts = {str(outcome): 0 for outcome in Outcome}
        for row in self.rows:
            counts[row.outcome] += 1
        for severity in Severity:
            counts[str(severity)] = sum(1 for fault in self.faults if fault.complaint.severity == severity)
        return {**counts, "rows": len(self.rows), "skipped": len(self.skipped)}

    def writable(self) -> list[PlannedRow]:
        """Return the rows that would change anything."""
        return [row for row in self.rows if row.outcome in (Outcome.NEW, Outcome.CHANGED)]

    def fingerprint(self) -> str:
        """Return what changes whenever the plan promises something else, whatever seats it would take."""
        digest = hashlib.sha256()
        for row in self.rows:
            facts = [(one.kind, one.value, one.detail, one.place, one.since, one.ends) for one in row.facts]
            tenure = row.tenure
            line = (
                row.row, str(row.outcome), row.held and row.held.code, row.person_id, row.stated, row.stated_since,
                facts, tenure and (tenure.place.code, tenure.post.code, tenure.since, tenure.ends),
                bool(row.identity_number),
            )  # fmt: skip
            digest.update(repr(line).encode())
        return digest.hexdigest()
