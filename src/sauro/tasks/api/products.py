"""The product of an assignment: what is demanded, handing it in, and the giver's word on it."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse
from ninja import Body, File, Form, Router, Schema, UploadedFile

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, Text, answers
from sauro.documents.api.uploads import upload_of
from sauro.documents.web.file_answers import file_answer
from sauro.tasks.api.assignment_schemas import AssignmentOut
from sauro.tasks.api.assignments import read_assignment
from sauro.tasks.api.product_schemas import (
    ConfirmIn,
    DemandIn,
    Findings,
    TemplateOut,
    findings_of,
    read_claims,
    read_figures,
    template_out,
)
from sauro.tasks.enums import ReturnKind
from sauro.tasks.selectors.checklists import visible_templates
from sauro.tasks.services import products
from sauro.tasks.services.demands import Demand, set_demand
from sauro.tasks.services.downloading import open_product

router = Router()

_ANSWERS = answers(AssignmentOut, *ACTS)
_FILE = {"responses": {200: {"description": "The file", "content": {"application/octet-stream": {}}}}}


class HandInForm(Schema):
    """What is handed in beside a file, or instead of one; and why now, when others still owe a part.

    ``more_links`` holds one link a line. ``figures`` and ``claims`` hold JSON: ``[{"name": "Số hộ nghèo", "unit": "hộ",
    "value": "1.234,5"}]`` and ``[{"criterion_id": …, "note": "trang 3"}]``, the criteria that are met.
    """

    link: Text = ""
    more_links: Text = ""
    text: Text = ""
    figures: Text = ""
    claims: Text = ""
    open_parts_reason: Text = ""


class ReturnIn(Schema):
    """Why a product is returned, of what kind the reason is, and which criteria it does not meet."""

    reason: Text
    kind: ReturnKind
    findings: Findings = []


@router.get("/checklist-templates", response=answers(list[TemplateOut]), summary="Templates of criteria")
def list_checklist_templates(request: ActorRequest) -> list[TemplateOut]:
    """Return the criteria kept by kind of product that the caller may use."""
    return [template_out(row) for row in visible_templates(request.actor).order_by("sort_key", "id")]


@router.post("/assignments/{uuid:assignment_id}/demand", response=_ANSWERS, summary="Set product and criteria")
def set_assignment_demand(request: ActorRequest, assignment_id: UUID, said: DemandIn) -> AssignmentOut:
    """Say which product is demanded, or none, and by which criteria it is judged. Not while one waits."""
    demand = Demand(said.product, said.no_product_needed, said.criteria)
    set_demand(actor=request.actor, assignment_id=assignment_id, demand=demand)
    return read_assignment(request, assignment_id)


@router.post(
    "/assignments/{uuid:assignment_id}/hand-in",
    response=answers(AssignmentOut, *ACTS, 413),
    summary="Hand in the product",
)
def hand_in_product(
    request: ActorRequest,
    assignment_id: UUID,
    said: Form[HandInForm],
    file: File[UploadedFile | None] = None,
    annexes: File[list[UploadedFile] | None] = None,
) -> AssignmentOut:
    """Hand in files, links, figures or a text, and wait for the giver's word."""
    held = products.HandIn(
        upload=None if file is None else upload_of(file),
        link=said.link,
        more_links=[line for line in said.more_links.splitlines() if line.strip()],
        text=said.text,
        annexes=[upload_of(one) for one in annexes or ()],
        figures=read_figures(said.figures),
        claims=read_claims(said.claims),
        open_parts_reason=said.open_parts_reason,
    )
    products.hand_in_product(actor=request.actor, assignment_id=assignment_id, hand_in=held)
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/confirm", response=_ANSWERS, summary="Confirm the product")
def confirm_product(request: ActorRequest, assignment_id: UUID, said: Body[ConfirmIn | None] = None) -> AssignmentOut:
    """Confirm the pending product: the work is done. Who handed it in may not confirm it."""
    held = said or ConfirmIn()
    products.confirm_product(
        actor=request.actor, assignment_id=assignment_id, findings=findings_of(held.findings), words=held.words
    )
    return read_assignment(request, assignment_id)


@router.post("/assignments/{uuid:assignment_id}/return", response=_ANSWERS, summary="Return the product")
def return_product(request: ActorRequest, assignment_id: UUID, said: ReturnIn) -> AssignmentOut:
    """Return the pending product with a reason and its kind; the body works on and hands in again."""
    products.return_product(
        actor=request.actor,
        assignment_id=assignment_id,
        kind=said.kind,
        reason=said.reason,
        findings=findings_of(said.findings),
    )
    return read_assignment(request, assignment_id)


@router.get(
    "/assignments/{uuid:assignment_id}/products/{int:number}/file",
    response=answers(None, *READS),
    openapi_extra=_FILE,
    summary="File of a hand-in",
)
def download_product(request: ActorRequest, assignment_id: UUID, number: int) -> FileResponse:
    """Return the bytes of the file that was handed in. Who opened it is recorded."""
    return file_answer(*open_product(actor=request.actor, assignment_id=assignment_id, number=number))


@router.get(
    "/assignments/{uuid:assignment_id}/products/{int:number}/annexes/{int:annex}",
    response=answers(None, *READS),
    openapi_extra=_FILE,
    summary="Annex of a hand-in",
)
def download_annex(request: ActorRequest, assignment_id: UUID, number: int, annex: int) -> FileResponse:
    """Return the bytes of a further file of a hand-in. Who opened it is recorded."""
    return file_answer(*open_product(actor=request.actor, assignment_id=assignment_id, number=number, annex=annex))
