"""Programmes and plans: which there are, their lines, what they answer, and which bodies have issued theirs."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import READS, PageOf, Paging, answers, page_answer
from sauro.programmes.models import Demand, Entry, Programme
from sauro.programmes.selectors.entries import marked_entries, time_of
from sauro.programmes.selectors.following import POINTS, at_point, followed_bodies, point_of
from sauro.programmes.selectors.starting import visible_programmes
from sauro.programmes.selectors.workspace import visible_programme
from sauro.ui.lists.paging import Order

router = Router()


class ProgrammeFigures(Schema):
    """Counts: what is asked and what became of it, the lines, those with all six clears, with faults, and findings."""

    demands: int = 0
    taken_up: int = 0
    excluded: int = 0
    open: int = 0
    doubtful: int = 0
    entries: int = 0
    six_clear: int = 0
    faults: int = 0
    findings: int = 0


class ProgrammeOut(Schema):
    """A programme or plan. ``number`` and ``issued_on`` are empty until it is issued."""

    id: UUID
    code: str
    kind: str
    state: str
    unit_id: UUID
    unit: str
    subject: str
    number: str
    issued_on: dt.date | None
    first_year: int
    last_year: int
    figures: ProgrammeFigures


class EntryMarkOut(Schema):
    """What the checks say of a line: the kind of mark, and a sentence."""

    kind: str
    text: str


class EntryOut(Schema):
    """A line with its six clears as printed; ``section_id`` is the heading it stands under, in its order."""

    id: UUID
    section_id: UUID
    kind: str
    part: str
    work: str
    lead: str
    coordinators: str
    person: str
    measures: str
    time: str
    due_on: dt.date | None
    rhythm: str
    authority: str
    product: str
    value: str
    marks: list[EntryMarkOut]


class DemandOut(Schema):
    """What is asked, where, what became of it (``open``, ``taken_up``, ``excluded`` with the reason), and which lines
    answer it."""

    id: UUID
    kind: str
    text: str
    source: str
    due_on: dt.date | None
    state: str
    reason: str
    entries: list[UUID]


class BodyOut(Schema):
    """A body that has to issue its document. ``point`` is ``issued``, ``doing`` or ``none``."""

    id: UUID
    unit: str
    point: str
    number: str
    issued_on: dt.date | None
    figures: ProgrammeFigures


class BodyQuery(Paging):
    """Which bodies: all, or those at one point."""

    point: Literal["", "issued", "doing", "none"] = ""


@router.get("/programmes", response=answers(PageOf[ProgrammeOut]), summary="List programmes and plans")
def list_programmes(request: ActorRequest, query: Query[Paging]) -> dict[str, Any]:
    """Return the programmes and plans whose words the caller may read, the newest first."""
    return page_answer(visible_programmes(request.actor), Order(("made_at",), descending=True), query, _programme_out)


@router.get("/programmes/{uuid:programme_id}", response=answers(ProgrammeOut, *READS), summary="One programme or plan")
def read_programme(request: ActorRequest, programme_id: UUID) -> ProgrammeOut:
    """Return one programme or plan."""
    return _programme_out(visible_programme(request.actor, programme_id))


@router.get("/programmes/{uuid:programme_id}/entries", response=answers(list[EntryOut], *READS), summary="Its lines")
def list_entries(request: ActorRequest, programme_id: UUID) -> list[EntryOut]:
    """Return the lines of a programme."""
    return [_entry_out(one) for one in marked_entries(visible_programme(request.actor, programme_id))]


@router.get(
    "/programmes/{uuid:programme_id}/coverage", response=answers(list[DemandOut], *READS), summary="What it answers"
)
def read_coverage(request: ActorRequest, programme_id: UUID) -> list[DemandOut]:
    """Return what higher levels ask of the programme's unit and what became of each."""
    rows = visible_programme(request.actor, programme_id).demands.prefetch_related("answers")
    return [_demand_out(one) for one in rows.order_by("position", "pk")]


@router.get("/programme-bodies", response=answers(PageOf[BodyOut]), summary="Who has issued")
def list_programme_bodies(request: ActorRequest, query: Query[BodyQuery]) -> dict[str, Any]:
    """Return the bodies below the caller's committee that have to issue a programme or plan, and how far each got."""
    rows = followed_bodies(request.actor)
    if query.point in {key for key, _label in POINTS}:
        rows = rows.filter(at_point(query.point))
    return page_answer(rows, Order(("sort_key",), descending=False), query, _body_out)


def _programme_out(row: Programme) -> ProgrammeOut:
    return ProgrammeOut(
        id=row.pk, code=row.code, kind=row.kind, state=row.state, unit_id=row.unit_id, unit=row.unit.name,
        subject=row.subject, number=row.number, issued_on=row.issued_on, first_year=row.first_year,
        last_year=row.last_year, figures=ProgrammeFigures(**row.figures),
    )  # fmt: skip


def _entry_out(row: Entry) -> EntryOut:
    return EntryOut(
        id=row.pk, section_id=row.section_id, kind=row.kind, part=row.part, work=row.work, lead=row.lead,
        coordinators=row.coordination, person=row.in_charge, measures=row.measures, due_on=row.due_on,
        time=time_of(row.due_on, row.due_text, str(row.get_rhythm_display()) if row.rhythm else ""),
        rhythm=row.rhythm, authority=row.authority, product=row.product, value=row.printed_value,
        marks=[EntryMarkOut(kind=one["kind"], text=one["text"]) for one in row.marks],
    )  # fmt: skip


def _demand_out(row: Demand) -> DemandOut:
    return DemandOut(
        id=row.pk, kind=row.kind, text=row.text, source=row.source_text, due_on=row.due_on, state=row.state,
        reason=row.reason, entries=[one.entry_id for one in row.answers.all()],
    )  # fmt: skip


def _body_out(row: Any) -> BodyOut:
    return BodyOut(
        id=row.pk, unit=row.name, point=point_of(row.state), number=row.number or "", issued_on=row.issued_on,
        figures=ProgrammeFigures(**(row.figures or {})),
    )  # fmt: skip
