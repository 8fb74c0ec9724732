"""Fields of work: the list of the site, and the field of a piece of work, found or given."""

from __future__ import annotations

from uuid import UUID

from ninja import Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, answers
from sauro.organizations.api.schemas import UnitRef, unit_ref
from sauro.tasks.api.assignment_schemas import AssignmentOut
from sauro.tasks.api.assignments import read_assignment
from sauro.tasks.api.obligation_schemas import ObligationOut
from sauro.tasks.api.obligations import Version, read_obligation
from sauro.tasks.selectors.fields import visible_fields
from sauro.tasks.services import fields

router = Router()


class FieldOut(Schema):
    """A field of work and the bodies in charge of it. One that is not open is chosen no more; old work keeps it."""

    id: UUID
    code: str
    name: str
    position: int
    is_open: bool
    leads: list[UnitRef]


class FieldIn(Schema):
    """The field to set; null takes it away."""

    field_id: UUID | None


class VersionedFieldIn(FieldIn, Version):
    """The field to set, and the version that was looked at."""


@router.get("/work-fields", response=answers(list[FieldOut], *READS), summary="Fields of work")
def list_work_fields(request: ActorRequest) -> list[FieldOut]:
    """Return the fields of the site in their order, those no longer used too."""
    rows = visible_fields(request.actor).order_by("position", "name")
    return [
        FieldOut(
            id=row.pk, code=row.code, name=row.name, position=row.position, is_open=row.is_open,
            leads=[unit_ref(unit) for unit in row.leads.all()],
        )
        for row in rows
    ]  # fmt: skip


@router.post(
    "/assignments/{uuid:assignment_id}/field", response=answers(AssignmentOut, *ACTS), summary="Set the field of work"
)
def set_assignment_field(request: ActorRequest, assignment_id: UUID, said: FieldIn) -> AssignmentOut:
    """Change the field of given work, or take it away: the giver's act, in every state."""
    fields.set_field(actor=request.actor, assignment_id=assignment_id, field_id=said.field_id)
    return read_assignment(request, assignment_id)


@router.post(
    "/obligations/{uuid:obligation_id}/field", response=answers(ObligationOut, *ACTS), summary="Choose the field"
)
def choose_obligation_field(request: ActorRequest, obligation_id: UUID, said: VersionedFieldIn) -> ObligationOut:
    """Say which field a found task belongs to, or none. What is sent takes it along."""
    fields.choose_field(actor=request.actor, obligation_id=obligation_id, version=said.version, field_id=said.field_id)
    return read_obligation(request, obligation_id)
