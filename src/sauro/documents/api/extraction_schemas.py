"""What was found in a document, in the shape of the extraction contract ``vanban/1``.

Offsets are character offsets into ``text``; ``text[start:end]`` of a passage equals its own ``text``.
"""

from __future__ import annotations

from typing import Any

from ninja import Field, Schema


class SpanOut(Schema):
    """A place in the text."""

    start: int
    end: int


class PassageOut(SpanOut):
    """A piece of the text that fills a field."""

    text: str


class RecurrenceOut(PassageOut):
    """How often a task comes back."""

    kind: str


class ReferenceOut(PassageOut):
    """A cited document that has a number."""

    kind: str | None
    number: str | None
    symbol: str | None
    issued_on: str | None
    issuer: str | None


class SignerOut(Schema):
    """Who signs, and in what capacity."""

    name: str
    capacity: str


class HeaderOut(Schema):
    """What the head and foot of a document say. ``issued_on`` may be partial: "2026-02", "2026"."""

    kind: str | None
    side: str
    number: str | None
    symbol: str | None
    place: str | None
    issued_on: str | None
    issuer: str | None
    subject: str | None
    signer: SignerOut | None
    addressees: list[str]
    recipients: list[str]
    references: list[ReferenceOut]


class ActorOut(PassageOut):
    """A body with a role in a task. A group stands for several units, those in ``except`` left out."""

    role: str
    name: str
    group: bool
    excepted: list[str] = Field(alias="except")
    source: str


class DueReadingOut(Schema):
    """One way to read a deadline that can be read in two."""

    value: str
    why: str


class DueOut(Schema):
    """A deadline: as printed, and its day; ``exclusive`` when that day itself is too late."""

    text: str
    value: str | None
    exclusive: bool
    kind: str
    inherited: bool
    source: SpanOut | None = Field(alias="from")
    readings: list[DueReadingOut]
    value_corrected: str | None


class TaskOut(PassageOut):
    """The smallest unit of a directive that obliges a body."""

    section: str
    leads: list[str]
    lead_source: str | None
    coordinators: list[str]
    actors: list[ActorOut]
    measures: PassageOut | None
    authority: PassageOut | None
    responsibility: PassageOut | None
    issuing_body: PassageOut | None
    condition: PassageOut | None
    due: DueOut | None
    recurrence: RecurrenceOut | None
    product: PassageOut | None
    submit_to: PassageOut | None
    resources: PassageOut | None
    standing: bool
    confidence: float


class TargetOut(PassageOut):
    """An indicator to reach."""

    indicator: str
    operator: str | None
    value: float | None
    unit: str | None
    period: str | None


class CandidateOut(Schema):
    """One figure that may be the wrong one, with the value that would make the rest agree."""

    part: str
    value: str
    why: str


class FindingOut(PassageOut):
    """A defect of the document; ``expected`` is given only when putting it in place is safe."""

    code: str
    rule: str
    severity: str
    message: str
    expected: str | None
    candidates: list[CandidateOut]


class ExtractionOut(Schema):
    """Everything found in one document."""

    version: str = Field(alias="schema")
    text: str
    document: HeaderOut
    tasks: list[TaskOut]
    targets: list[TargetOut]
    findings: list[FindingOut]


class NoticeOut(Schema):
    """A remark of the reader about the file."""

    code: str
    message: str


class TextOut(Schema):
    """The text of a document as one version of a reader saw it; every offset of the API points into it."""

    text: str
    reader: str
    page_count: int | None
    notices: list[NoticeOut]
    blocks: list[dict[str, Any]]
