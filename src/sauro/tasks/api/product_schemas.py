"""Hand-ins and the criteria they are judged by, as the API shows and takes them."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Field, Schema
from pydantic import TypeAdapter, ValidationError

from sauro.api_kit import Text, Word
from sauro.common.errors import DomainError
from sauro.documents.models import StoredFile
from sauro.tasks.enums import Verdict
from sauro.tasks.figures import Figure, checked_figure
from sauro.tasks.models import (
    ChecklistTemplate,
    Criterion,
    CriterionAnswer,
    ProductAnnex,
    ProductFigure,
    ProductVersion,
)
from sauro.tasks.services.judging import Finding


class ProductFile(Schema):
    """A file of a hand-in; its bytes are under ``products/<number>/file`` or ``products/<number>/annexes/<annex>``."""

    name: str
    size: int
    media_type: str
    sha256: str


class AnnexOut(Schema):
    """A further file or link of a hand-in."""

    number: int
    file: ProductFile | None
    link: str


class FigureOut(Schema):
    """A figure handed in; ``value`` is a decimal number as text."""

    name: str
    unit: str
    value: str


class CriterionOut(Schema):
    """A criterion of acceptance that holds."""

    id: UUID
    text: str
    set_at: dt.datetime
    set_by: str


class CriterionAnswerOut(Schema):
    """What a hand-in claims of a criterion, and what the giver found."""

    criterion_id: UUID
    text: str
    is_claimed: bool
    claim_note: str
    verdict: Verdict
    verdict_note: str


class ProductOut(Schema):
    """One hand-in of the product, and what the giver said to it."""

    number: int
    file: ProductFile | None
    link: str
    text: str
    annexes: list[AnnexOut]
    figures: list[FigureOut]
    criteria: list[CriterionAnswerOut]
    handed_in_by: str
    handed_in_at: dt.datetime
    decision: str
    decided_by: str
    decided_at: dt.datetime | None
    return_kind: str
    reason: str
    open_parts_reason: str


class TemplateOut(Schema):
    """Criteria that come back for a kind of product."""

    id: UUID
    product_kind: str
    criteria: list[str]
    unit: str


class DemandIn(Schema):
    """The product demanded, or that none is needed, and all criteria that are to hold."""

    product: Text = ""
    no_product_needed: bool = False
    criteria: list[Text] = Field([], max_length=100)


class FindingIn(Schema):
    """What the giver found of one criterion."""

    criterion_id: UUID
    is_met: bool
    note: Text = ""


Findings = Annotated[list[FindingIn], Field(max_length=100)]


class ConfirmIn(Schema):
    """A finding for each criterion, and words where one was not met."""

    findings: Findings = []
    words: Text = ""


class _FigureIn(Schema):
    name: Word
    unit: Word = ""
    value: Word


class _ClaimIn(Schema):
    criterion_id: UUID
    note: Text = ""


_FIGURES = TypeAdapter(list[_FigureIn])
_CLAIMS = TypeAdapter(list[_ClaimIn])


def read_figures(text: str) -> list[Figure]:
    """Return the figures of a form field that holds JSON: ``[{"name": …, "unit": …, "value": "1.234,5"}]``."""
    return [checked_figure(one.name, one.unit, one.value) for one in _read(_FIGURES, text, "figures")]


def read_claims(text: str) -> dict[UUID, str]:
    """Return the claims of a form field that holds JSON: ``[{"criterion_id": …, "note": …}]``."""
    return {one.criterion_id: one.note for one in _read(_CLAIMS, text, "claims")}


def findings_of(given: list[FindingIn]) -> dict[UUID, Finding]:
    """Return findings by criterion."""
    return {one.criterion_id: Finding(one.is_met, one.note) for one in given}


def criterion_out(row: Criterion) -> CriterionOut:
    """Return a criterion that holds."""
    return CriterionOut(id=row.pk, text=row.text, set_at=row.set_at, set_by=row.set_by_name)


def template_out(row: ChecklistTemplate) -> TemplateOut:
    """Return a template that was read with its unit."""
    return TemplateOut(id=row.pk, product_kind=row.product_kind, criteria=list(row.lines), unit=row.owner_unit.name)


def product_out(product: ProductVersion) -> ProductOut:
    """Return a hand-in that was read with all its parts."""
    return ProductOut(
        number=product.number,
        file=_file(product.file, product.file_name),
        link=product.link,
        text=product.text,
        annexes=[_annex(annex) for annex in product.annexes.all()],
        figures=[_figure(one) for one in product.figures.all()],
        criteria=[_answer(one) for one in product.criterion_answers.all()],
        handed_in_by=product.handed_in_by_name,
        handed_in_at=product.handed_in_at,
        decision=product.decision,
        decided_by=product.decided_by_name,
        decided_at=product.decided_at,
        return_kind=product.return_kind,
        reason=product.reason,
        open_parts_reason=product.open_parts_reason,
    )


def _read(adapter: TypeAdapter[Any], text: str, field: str) -> Any:
    try:
        return adapter.validate_python(json.loads(text)) if text.strip() else []
    except (ValueError, ValidationError, RecursionError) as error:
        raise DomainError(
            "invalid", _("Giá trị của “%(field)s” không hợp lệ.") % {"field": field}, field=field
        ) from error


def _file(file: StoredFile | None, name: str) -> ProductFile | None:
    if file is None:
        return None
    return ProductFile(name=name, size=file.size, media_type=file.media_type, sha256=file.sha256)


def _annex(annex: ProductAnnex) -> AnnexOut:
    return AnnexOut(number=annex.number, file=_file(annex.file, annex.file_name), link=annex.link)


def _figure(one: ProductFigure) -> FigureOut:
    return FigureOut(name=one.name, unit=one.unit, value=f"{one.value.normalize():f}")


def _answer(row: CriterionAnswer) -> CriterionAnswerOut:
    return CriterionAnswerOut(
        criterion_id=row.criterion_id,
        text=row.criterion.text,
        is_claimed=row.is_claimed,
        claim_note=row.claim_note,
        verdict=Verdict(row.verdict),
        verdict_note=row.verdict_note,
    )
