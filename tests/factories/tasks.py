"""Builds documents with obligations for tests, without the intake under test elsewhere."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any

from sauro.common.clock import now
from sauro.documents.enums import DocumentKind, DocumentState
from sauro.documents.models import Document, ExtractedText, Reading
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.tasks.enums import BodyRole, DueOrigin
from sauro.tasks.models import Obligation, ObligationBody
from vanban.text.normalize import fold, nfc


@dataclass
class TaskSpec:
    """A task as a test describes it: its words, and pieces of them or of the rest of the document by their text."""

    text: str
    section: str = ""
    leads: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    lead_source: str = "explicit"
    due: str = ""
    due_on: dt.date | None = None
    product: str = ""
    elements: dict[str, Any] = field(default_factory=dict)
    is_general: bool = False
    confidence: float | None = 0.95


@dataclass
class DocumentSpec:
    """Paragraphs of a document; those that are :class:`TaskSpec` become obligations."""

    parts: list[str | TaskSpec]
    findings: list[dict[str, Any]] = field(default_factory=list)
    subject: str = "Kết luận phiên họp thường kỳ"
    issuer: str = "Ủy ban nhân dân tỉnh Lạc Giang"


def make_document(owner: Unit, spec: DocumentSpec, *, units: tuple[Unit, ...] = ()) -> Document:
    """Create a document with its text, its reading and its obligations. Names equal to a unit's name resolve to it."""
    pieces = [nfc(part if isinstance(part, str) else part.text) for part in spec.parts]
    text = "\n".join(pieces)
    document = Document.objects.create(
        code=next_code(prefix="VB", year=2026),
        domain=owner.domain,
        owner_unit=owner,
        state=DocumentState.REVIEW,
        kind=DocumentKind.NOTICE,
        number="251",
        symbol="TB-UBND",
        issued_on=dt.date(2026, 11, 2),
        issuer_name=spec.issuer,
        subject=spec.subject,
        file_name="thong-bao.docx",
        received_at=now(),
        received_by_name="Trần Thị Mẫu",
    )
    reading = _make_reading(document, text, _blocks(pieces), spec.findings)
    by_name = {fold(unit.name): unit for unit in units}
    start = 0
    for position, (part, piece) in enumerate(zip(spec.parts, pieces, strict=True), 1):
        if isinstance(part, TaskSpec):
            _make_obligation(reading, part, piece, start, position, by_name)
        start += len(piece) + 1
    return document


def _make_reading(
    document: Document, text: str, blocks: list[dict[str, Any]], findings: list[dict[str, Any]]
) -> Reading:
    digest = hashlib.sha256(f"{document.pk}{text}".encode()).hexdigest()
    stored = ExtractedText.objects.create(
        domain=document.domain, file_sha256=digest, reader="test/1", text=text, blocks=blocks, page_count=1
    )
    extraction = {"findings": [_placed(finding, text) for finding in findings]}
    return Reading.objects.create(document=document, text=stored, extractor="test/1", extraction=extraction)


def _blocks(pieces: list[str]) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = []
    start = 0
    for piece in pieces:
        style = {"bold": piece.isupper(), "italic": False, "alignment": "center" if piece.isupper() else "unknown"}
        block = {"kind": "paragraph", "start": start, "end": start + len(piece), "label": None, "style": style}
        blocks.append(block | {"table": None, "page": 1})
        start += len(piece) + 1
    return blocks


def _placed(finding: dict[str, Any], text: str) -> dict[str, Any]:
    start = text.index(finding["text"])
    return {"code": "TT001", "rule": "typo", "severity": "warning"} | finding | {
        "start": start,
        "end": start + len(finding["text"]),
    }  # fmt: skip


def _make_obligation(
    reading: Reading, task: TaskSpec, piece: str, start: int, position: int, units: dict[str, Unit]
) -> Obligation:
    whole = reading.text.text
    elements = {name: _element(value, piece, start, whole) for name, value in task.elements.items()}
    if task.due:
        elements["due"] = _element(task.due, piece, start, whole) | elements.get("due", {})
    if task.product:
        elements["product"] = _element(task.product, piece, start, whole)
    obligation = Obligation.objects.create(
        document=reading.document,
        reading=reading,
        domain=reading.document.domain,
        owner_unit=reading.document.owner_unit,
        position=position,
        section=task.section,
        text=piece,
        start=start,
        end=start + len(piece),
        is_general_direction=task.is_general,
        elements=elements,
        lead_source=task.lead_source if task.leads else "",
        due_on=task.due_on,
        due_phrase=task.due,
        due_origin=DueOrigin.DOCUMENT if task.due_on else DueOrigin.NONE,
        product=task.product,
        confidence=task.confidence,
        search_key=fold(piece),
    )
    _make_bodies(obligation, task, units)
    return obligation


def _make_bodies(obligation: Obligation, task: TaskSpec, units: dict[str, Unit]) -> None:
    whole = obligation.reading.text.text
    for role, names in ((BodyRole.LEAD, task.leads), (BodyRole.COORDINATOR, task.coordinators)):
        for index, name in enumerate(names):
            at = whole.find(name, obligation.start) if name in obligation.text else whole.find(name)
            ObligationBody.objects.create(
                obligation=obligation,
                role=role,
                name=name,
                start=at if at >= 0 else None,
                end=at + len(name) if at >= 0 else None,
                is_group=name.lower().startswith("các "),
                source=task.lead_source,
                unit=units.get(fold(name)),
                position=index,
            )


def _element(value: str | dict[str, Any], piece: str, start: int, whole: str) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    at = piece.find(value)
    place = start + at if at >= 0 else whole.find(value)
    held: dict[str, Any] = {"text": value, "mark": "stated", "why": "thu-nghiem", "origin": "machine", "from": None}
    return held | {"start": place, "end": place + len(value)} if place >= 0 else held


def many_tasks(count: int, *, paragraphs_between: int = 0) -> DocumentSpec:
    """A notice with ``count`` tasks, each with a lead, a deadline and a product, under alternating headings."""
    parts: list[str | TaskSpec] = ["THÔNG BÁO", "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại phiên họp tháng 10"]
    for number in range(1, count + 1):
        parts += [
            f"Tình hình thứ {number} đã được báo cáo đầy đủ, các địa phương tiếp tục theo dõi."
        ] * paragraphs_between
        if number % 5 == 1:
            parts.append(f"{number // 5 + 1}. Sở Nội vụ")
        day = dt.date(2026, 12, number % 28 + 1)
        parts.append(
            TaskSpec(
                f"Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát nội dung số {number}, xây dựng báo cáo chuyên "
                f"đề {number}, trình Ủy ban nhân dân tỉnh chậm nhất ngày {day:%d/%m/%Y}.",
                section=f"II.{number}",
                leads=("Sở Nội vụ",),
                coordinators=("Sở Tài chính",),
                due=f"chậm nhất ngày {day:%d/%m/%Y}",
                due_on=day,
                product=f"báo cáo chuyên đề {number}",
                confidence=0.95 if number % 4 else 0.6,
            )
        )
    return DocumentSpec(parts)
