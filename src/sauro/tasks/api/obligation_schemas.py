"""Obligations as the API shows them: a sentence of a document with its six clears."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema

from sauro.api_kit import Text
from sauro.documents.api.extraction_schemas import SpanOut
from sauro.organizations.api.schemas import UnitRef, unit_ref
from sauro.tasks.enums import BodyRole, DueOrigin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.selectors.obligations import facts_of
from sauro.tasks.services.review import BodyEdit, ObligationEdit
from sauro.tasks.services.review_edit import TEXT_ELEMENTS
from sauro.tasks.six_clears import ELEMENT_LABELS, ClearMark, six_clears, span_of

Recurrence = Literal["", "daily", "weekly", "monthly", "quarterly", "semiannual", "annual", "other"]


class ClearOut(Schema):
    """One of the six clears and how it stands in the document: stated, inherited, vague or not stated.

    ``source`` is where an inherited one comes from, ``why`` the rule that found it; ``by_person``: somebody typed it.
    """

    clear: str
    label: str
    mark: str
    text: str
    why: str
    source: SpanOut | None
    by_person: bool


class BodyOut(Schema):
    """A body named in an obligation, and the unit it means when that is known. A group is expanded when sent."""

    name: str
    unit: UnitRef | None
    is_group: bool
    exceptions: list[str]
    source: str
    start: int | None
    end: int | None


class DueReading(Schema):
    """One way to read a deadline that can be read in two."""

    value: str
    why: str


class DueDate(Schema):
    """The deadline as an inclusive last day, the printed phrase, and where it comes from."""

    on: dt.date | None
    phrase: str
    origin: str
    readings: list[DueReading]


class ElementOut(Schema):
    """A six-clear element as printed or typed; without a place when it does not stand in the text."""

    text: str
    span: SpanOut | None
    by_person: bool


class ObligationOut(Schema):
    """A sentence that obliges. ``version`` must be sent back with every change."""

    id: UUID
    document_id: UUID
    state: str
    section: str
    text: str
    start: int
    end: int
    is_general_direction: bool
    field_id: UUID | None
    clears: list[ClearOut]
    leads: list[BodyOut]
    lead_source: str
    coordinators: list[BodyOut]
    due: DueDate
    recurrence: str
    product: str
    no_product_needed: bool
    elements: dict[str, ElementOut]
    confidence: float | None
    origin: str
    version: int
    reviewed_by: str
    reviewed_at: dt.datetime | None
    sent_at: dt.datetime | None


class BodyIn(Schema):
    """A body as typed; without a unit it stays unresolved."""

    name: Text = Field(min_length=1, max_length=400)
    unit_id: UUID | None = None


class ObligationPatch(Schema):
    """What to correct; what is absent or null stays (``due_on`` may be set to null)."""

    version: int = Field(ge=1)
    start: int | None = None
    end: int | None = None
    leads: list[BodyIn] | None = Field(None, max_length=200)
    coordinators: list[BodyIn] | None = Field(None, max_length=200)
    due_origin: DueOrigin | None = None
    due_on: dt.date | None = None
    recurrence: Recurrence | None = None
    product: Text | None = None
    no_product_needed: bool | None = None
    is_general_direction: bool | None = None
    measures: Text | None = None
    resources: Text | None = None
    authority: Text | None = None
    responsibility: Text | None = None
    submit_to: Text | None = None

    def applied_to(self, obligation: Obligation) -> ObligationEdit:
        """Return the whole edit: what the obligation holds, with what was sent put over it."""
        given = {name: getattr(self, name) for name in self.model_fields_set}
        given = {name: value for name, value in given.items() if value is not None or name == "due_on"}
        held = {name: getattr(obligation, name) for name in _HELD}
        bodies = {role: _edits(given.get(f"{role}s"), obligation, role) for role in BodyRole}
        return ObligationEdit(
            **{name: given.get(name, value) for name, value in held.items()},
            leads=bodies[BodyRole.LEAD],
            coordinators=bodies[BodyRole.COORDINATOR],
            texts={name: given[name] for name in TEXT_ELEMENTS if name in given},
        )


_HELD = (
    "start", "end", "due_origin", "due_on", "recurrence", "product", "no_product_needed", "is_general_direction"
)  # fmt: skip


def obligation_out(obligation: Obligation) -> ObligationOut:
    """Return an obligation whose bodies are prefetched with their units."""
    bodies = list(obligation.bodies.all())
    facts = facts_of(obligation, bodies)
    return ObligationOut(
        id=obligation.pk,
        document_id=obligation.document_id,
        state=obligation.state,
        section=obligation.section,
        text=obligation.text,
        start=obligation.start,
        end=obligation.end,
        is_general_direction=obligation.is_general_direction,
        field_id=obligation.field_id,
        clears=[_clear(mark) for mark in six_clears(facts)],
        leads=[_body(body) for body in bodies if body.role == BodyRole.LEAD],
        lead_source=obligation.lead_source,
        coordinators=[_body(body) for body in bodies if body.role == BodyRole.COORDINATOR],
        due=_due(obligation),
        recurrence=obligation.recurrence,
        product=obligation.product,
        no_product_needed=obligation.no_product_needed,
        elements={
            name: _element(obligation.elements[name]) for name in ELEMENT_LABELS if obligation.elements.get(name)
        },
        confidence=obligation.confidence,
        origin=obligation.origin,
        version=obligation.version,
        reviewed_by=obligation.reviewed_by_name,
        reviewed_at=obligation.reviewed_at,
        sent_at=obligation.sent_at,
    )


def _clear(mark: ClearMark) -> ClearOut:
    return ClearOut(
        clear=mark.clear,
        label=mark.label,
        mark=mark.mark,
        text=mark.text,
        why=mark.why,
        source=SpanOut(start=mark.source[0], end=mark.source[1]) if mark.source else None,
        by_person=mark.by_person,
    )


def _body(body: ObligationBody) -> BodyOut:
    return BodyOut(
        name=body.name,
        unit=unit_ref(body.unit) if body.unit else None,
        is_group=body.is_group,
        exceptions=body.exceptions,
        source=body.source,
        start=body.start,
        end=body.end,
    )


def _due(obligation: Obligation) -> DueDate:
    printed: dict[str, Any] = obligation.elements.get("due") or {}
    readings = [DueReading(value=one["value"], why=one["why"]) for one in printed.get("readings") or []]
    return DueDate(
        on=obligation.due_on,
        phrase=obligation.due_phrase or str(printed.get("text") or ""),
        origin=obligation.due_origin,
        readings=readings,
    )


def _element(held: dict[str, Any]) -> ElementOut:
    span = span_of(held)
    return ElementOut(
        text=str(held.get("text") or ""),
        span=SpanOut(start=span[0], end=span[1]) if span else None,
        by_person=held.get("origin") == "person",
    )


def _edits(given: list[BodyIn] | None, obligation: Obligation, role: BodyRole) -> list[BodyEdit]:
    if given is not None:
        return [BodyEdit(body.name, body.unit_id) for body in given]
    return [BodyEdit(body.name, body.unit_id) for body in obligation.bodies.all() if body.role == role]
