"""The review of a document's obligations."""

from __future__ import annotations

from uuid import UUID

from ninja import Field, Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, Text, answers
from sauro.tasks.api.assignment_schemas import AssignmentRow, assignment_row
from sauro.tasks.api.obligation_schemas import ObligationOut, ObligationPatch, obligation_out
from sauro.tasks.selectors.desk import get_desk
from sauro.tasks.selectors.obligations import get_obligation, roll_up_of
from sauro.tasks.services import review

router = Router()


class Version(Schema):
    """The version of the obligation that the caller looked at; when somebody was faster, the step is refused (409)."""

    version: int = Field(ge=1)


class Accept(Version):
    """``looked``: a person compared the words recognised with little confidence with the original."""

    looked: bool = False


class RollUpOut(Schema):
    """Where an obligation stands, over the ``assignments`` it became that the caller may see.

    ``progress`` is the mean over its leads in whole percent, ``light`` the gravest of theirs.
    """

    standing: str
    progress: int
    light: str
    leads: int
    leads_done: int
    coordinators: int
    coordinators_done: int
    assignments: list[AssignmentRow]


class Discard(Version):
    """Why it is no task; may be left empty."""

    reason: Text = ""


@router.get(
    "/documents/{uuid:document_id}/obligations",
    response=answers(list[ObligationOut], *READS),
    summary="Obligations of a document with their six clears",
)
def list_obligations(request: ActorRequest, document_id: UUID) -> list[ObligationOut]:
    """Return the obligations found in a document, in reading order; those split or merged away are left out."""
    return [obligation_out(row) for row in get_desk(actor=request.actor, document_id=document_id).obligations]


@router.get("/obligations/{uuid:obligation_id}", response=answers(ObligationOut, *READS), summary="One obligation")
def read_obligation(request: ActorRequest, obligation_id: UUID) -> ObligationOut:
    """Return one obligation."""
    return obligation_out(get_obligation(actor=request.actor, obligation_id=obligation_id))


@router.get("/obligations/{uuid:obligation_id}/progress", response=answers(RollUpOut, *READS), summary="How far it got")
def read_progress(request: ActorRequest, obligation_id: UUID) -> RollUpOut:
    """Return where an obligation stands, rolled up over its leads, and each assignment it became."""
    obligation = get_obligation(actor=request.actor, obligation_id=obligation_id)
    found, rows = roll_up_of(request.actor, obligation)
    return RollUpOut(
        standing=found.standing,
        progress=found.progress,
        light=found.light,
        leads=found.leads,
        leads_done=found.leads_done,
        coordinators=found.coordinators,
        coordinators_done=found.coordinators_done,
        assignments=[assignment_row(row) for row in rows],
    )


@router.patch(
    "/obligations/{uuid:obligation_id}", response=answers(ObligationOut, *ACTS), summary="Correct an obligation"
)
def edit_obligation(request: ActorRequest, obligation_id: UUID, patch: ObligationPatch) -> ObligationOut:
    """Correct bodies, deadline, product and the other elements, or the words it consists of."""
    edit = patch.applied_to(get_obligation(actor=request.actor, obligation_id=obligation_id))
    review.edit_obligation(actor=request.actor, obligation_id=obligation_id, version=patch.version, edit=edit)
    return read_obligation(request, obligation_id)


@router.post(
    "/obligations/{uuid:obligation_id}/accept", response=answers(ObligationOut, *ACTS), summary="Accept an obligation"
)
def accept_obligation(request: ActorRequest, obligation_id: UUID, seen: Accept) -> ObligationOut:
    """Accept an obligation as it stands: from now on it can be sent."""
    review.accept_obligation(actor=request.actor, obligation_id=obligation_id, version=seen.version, looked=seen.looked)
    return read_obligation(request, obligation_id)


@router.post(
    "/obligations/{uuid:obligation_id}/unaccept", response=answers(ObligationOut, *ACTS), summary="Open it again"
)
def unaccept_obligation(request: ActorRequest, obligation_id: UUID, seen: Version) -> ObligationOut:
    """Open an accepted obligation again, as long as it was not sent."""
    review.unaccept_obligation(actor=request.actor, obligation_id=obligation_id, version=seen.version)
    return read_obligation(request, obligation_id)


@router.post(
    "/obligations/{uuid:obligation_id}/discard", response=answers(ObligationOut, *ACTS), summary="Discard an obligation"
)
def discard_obligation(request: ActorRequest, obligation_id: UUID, seen: Discard) -> ObligationOut:
    """Set aside what is no task. It stays and can be restored."""
    review.discard_obligation(
        actor=request.actor, obligation_id=obligation_id, version=seen.version, reason=seen.reason
    )
    return read_obligation(request, obligation_id)


@router.post(
    "/obligations/{uuid:obligation_id}/restore", response=answers(ObligationOut, *ACTS), summary="Restore an obligation"
)
def restore_obligation(request: ActorRequest, obligation_id: UUID, seen: Version) -> ObligationOut:
    """Bring a discarded obligation back for review."""
    review.restore_obligation(actor=request.actor, obligation_id=obligation_id, version=seen.version)
    return read_obligation(request, obligation_id)
