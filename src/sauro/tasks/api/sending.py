"""Sending: who would get what, and the act itself."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Field, Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, Text, answers
from sauro.common.errors import DomainError
from sauro.organizations.api.schemas import UnitRef, unit_ref
from sauro.tasks.api.assignment_schemas import AssignmentRow, assignment_row
from sauro.tasks.selectors.sending import Receiver, SendItem, get_send_preview
from sauro.tasks.selectors.work import visible_assignments
from sauro.tasks.services.sending import Receivers, send_obligations

router = Router()


class ReceiverOut(Schema):
    """A unit that would get an assignment, the printed name behind it, and whether the text would cross domains."""

    unit: UnitRef
    from_name: str
    crosses: bool


class SendItemOut(Schema):
    """One obligation as it would be sent: ``blocked`` says why it cannot be, ``unresolved`` what leads nowhere."""

    obligation_id: UUID
    text: str
    leads: list[ReceiverOut]
    coordinators: list[ReceiverOut]
    unresolved: list[str]
    blocked: str
    is_ready: bool


class SendPreviewOut(Schema):
    """What sending a document would do. Nothing is stored by looking."""

    items: list[SendItemOut]
    unreviewed: int
    general_directions: int
    already_sent: int


class SendItemIn(Schema):
    """An obligation, the units it goes to, the criteria by which the product of the leads is judged, and days of single
    units (by unit) that differ from the common deadline."""

    obligation_id: UUID
    leads: list[UUID] = Field(max_length=5000)
    coordinators: list[UUID] = Field([], max_length=5000)
    criteria: list[Text] = Field([], max_length=100)
    deadlines: dict[UUID, dt.date] = Field(default_factory=dict, max_length=5000)


class SendIn(Schema):
    """What to send: all of it or nothing. Units of another domain need ``release_to_other_domains``."""

    items: list[SendItemIn] = Field(max_length=500)
    release_to_other_domains: bool = False

    def receivers(self) -> dict[UUID, Receivers]:
        """Return the units by obligation. Raises for an obligation named twice."""
        chosen = {
            one.obligation_id: Receivers(tuple(one.leads), tuple(one.coordinators), tuple(one.criteria), one.deadlines)
            for one in self.items
        }
        if len(chosen) != len(self.items):
            raise DomainError("repeated", _("Có nhiệm vụ được nêu hai lần trong cùng một lần giao."), field="items")
        return chosen


class SentOut(Schema):
    """How many assignments were made, how many of them crossed into another domain, and those the caller may see."""

    made: int
    crossed: int
    assignments: list[AssignmentRow]


@router.get(
    "/documents/{uuid:document_id}/send-preview",
    response=answers(SendPreviewOut, *READS),
    summary="Who would get what",
)
def preview_sending(request: ActorRequest, document_id: UUID) -> SendPreviewOut:
    """Return every accepted obligation with the units its names stand for today."""
    preview = get_send_preview(actor=request.actor, document_id=document_id)
    return SendPreviewOut(
        items=[_item(item) for item in preview.items],
        unreviewed=preview.unreviewed,
        general_directions=preview.general_directions,
        already_sent=preview.already_sent,
    )


@router.post("/documents/{uuid:document_id}/send", response=answers(SentOut, *ACTS), summary="Send obligations")
def send_document(request: ActorRequest, document_id: UUID, chosen: SendIn) -> SentOut:
    """Make one assignment per unit and obligation."""
    result = send_obligations(
        actor=request.actor,
        document_id=document_id,
        receivers=chosen.receivers(),
        release_to_other_domains=chosen.release_to_other_domains,
    )
    seen = visible_assignments(request.actor).filter(pk__in=[row.pk for row in result.assignments]).order_by("code")
    return SentOut(
        made=len(result.assignments), crossed=result.crossed, assignments=[assignment_row(row) for row in seen]
    )


def _item(item: SendItem) -> SendItemOut:
    return SendItemOut(
        obligation_id=item.obligation.pk,
        text=item.obligation.text,
        leads=[_receiver(one) for one in item.leads],
        coordinators=[_receiver(one) for one in item.coordinators],
        unresolved=list(item.unresolved),
        blocked=item.blocked,
        is_ready=item.is_ready,
    )


def _receiver(one: Receiver) -> ReceiverOut:
    return ReceiverOut(unit=unit_ref(one.unit), from_name=one.from_name, crosses=one.crosses)
