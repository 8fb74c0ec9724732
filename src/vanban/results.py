"""What was found in a document: the typed form of the contract's JSON object, schema ``vanban/1``.

Every span is in the text of the reader, and ``text[start:end]`` of a span equals its ``text``. ``to_dict`` gives the
printed shape; the rule that found a field (``why``) and the place an inherited field comes from stay on the objects,
where the desk and the linter read them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vanban.types import Span

SCHEMA = "vanban/1"
JsonObject = dict[str, Any]


class Mark(StrEnum):
    """How far an element of the six clears is known."""

    STATED = "stated"
    INHERITED = "inherited"
    VAGUE = "vague"
    NOT_STATED = "not stated"


class Element(StrEnum):
    """The six clears, in the order in which they are shown."""

    WORK = "work"
    PEOPLE = "people"
    MEANS = "means"
    TIME = "time"
    AUTHORITY = "authority"
    PRODUCT = "product"


class Severity(StrEnum):
    """How sure a finding is a defect: wrong on its face, probably wrong, or a matter of style."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Clear:
    """The mark of one element, the rule that gave it, and where an inherited one comes from."""

    mark: Mark
    why: str | None = None
    inherited_from: Span | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the text that fills a field."""

    text: str
    start: int
    end: int
    why: str = ""
    inherited_from: Span | None = None

    @property
    def span(self) -> Span:
        """Where it lies."""
        return Span(self.start, self.end)

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {"text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Actor:
    """A body with a role in a task. ``group`` says that the name stands for several units, still to be expanded."""

    role: str
    name: str
    text: str
    start: int
    end: int
    group: bool = False
    exceptions: tuple[str, ...] = ()
    source: str = "explicit"
    why: str = ""

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {
            "role": self.role, "name": self.name, "text": self.text, "start": self.start, "end": self.end,
            "group": self.group, "except": list(self.exceptions), "source": self.source,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a deadline that can be read in two."""

    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline. ``value`` is the last day (ISO) as printed, ``exclusive`` when that day itself is too late."""

    text: str
    start: int
    end: int
    kind: str
    value: str | None = None
    exclusive: bool = False
    inherited_from: Span | None = None
    readings: tuple[Reading, ...] = ()
    value_corrected: str | None = None
    why: str = ""

    def to_dict(self) -> JsonObject:
        """The printed shape; an inherited deadline names its place in ``from``."""
        source = self.inherited_from
        return {
            "text": self.text, "value": self.value, "exclusive": self.exclusive, "kind": self.kind,
            "inherited": source is not None,
            "from": {"start": source.start, "end": source.end} if source else None,
            "readings": [{"value": one.value, "why": one.why} for one in self.readings],
            "value_corrected": self.value_corrected,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often a task comes back. ``text`` is the printed period, or a fixed label for conditional reports."""

    kind: str
    text: str
    start: int
    end: int

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {"kind": self.kind, "text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Task:
    """The smallest unit of a directive that obliges a body (gold guide, section 3)."""

    section: str
    text: str
    start: int
    end: int
    leads: tuple[str, ...] = ()
    lead_source: str | None = None
    coordinators: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    measures: Passage | None = None
    authority: Passage | None = None
    responsibility: Passage | None = None
    issuing_body: Passage | None = None
    condition: Passage | None = None
    due: Due | None = None
    recurrence: Recurrence | None = None
    product: Passage | None = None
    submit_to: Passage | None = None
    resources: Passage | None = None
    standing: bool = False
    confidence: float = 0.5
    why: str = ""
    leads_inherited_from: Span | None = None

    @property
    def clears(self) -> dict[Element, Clear]:
        """The mark of each of the six clears."""
        return {
            Element.WORK: Clear(Mark.STATED, self.why),
            Element.PEOPLE: self._people(),
            Element.MEANS: _first_passage(self.resources, self.measures),
            Element.TIME: self._time(),
            Element.AUTHORITY: _first_passage(self.authority, self.responsibility, self.issuing_body),
            Element.PRODUCT: _first_passage(self.product),
        }

    def _people(self) -> Clear:
        if not self.leads or self.lead_source == "blank":
            return Clear(Mark.NOT_STATED)
        mark = Mark.STATED if self.lead_source == "explicit" else Mark.INHERITED
        return Clear(mark, self.lead_source, self.leads_inherited_from)

    def _time(self) -> Clear:
        due = self.due
        if due is None:
            return Clear(Mark.STATED, "recurrence") if self.recurrence else Clear(Mark.NOT_STATED)
        if due.inherited_from:
            return Clear(Mark.INHERITED, due.why, due.inherited_from)
        return Clear(Mark.VAGUE if due.kind == "vague" else Mark.STATED, due.why)

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {
            "section": self.section, "text": self.text, "start": self.start, "end": self.end,
            "leads": list(self.leads), "lead_source": self.lead_source, "coordinators": list(self.coordinators),
            "actors": [actor.to_dict() for actor in self.actors],
            "measures": _dict(self.measures), "authority": _dict(self.authority),
            "responsibility": _dict(self.responsibility), "issuing_body": _dict(self.issuing_body),
            "condition": _dict(self.condition), "due": _dict(self.due), "recurrence": _dict(self.recurrence),
            "product": _dict(self.product), "submit_to": _dict(self.submit_to), "resources": _dict(self.resources),
            "standing": self.standing, "confidence": self.confidence,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited document that has a number."""

    text: str
    start: int
    end: int
    kind: str | None
    number: str
    symbol: str
    issued_on: str | None = None
    issuer: str | None = None

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {
            "text": self.text, "start": self.start, "end": self.end, "kind": self.kind, "number": self.number,
            "symbol": self.symbol, "issued_on": self.issued_on, "issuer": self.issuer,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and in what capacity (lines joined by "; ")."""

    name: str
    capacity: str

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {"name": self.name, "capacity": self.capacity}


@dataclass(frozen=True, slots=True)
class DocumentHeader:
    """What the head and foot of a document say. ``issued_on`` may be partial: "2026-02", "2026"."""

    kind: str | None = None
    side: str = "other"
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    subject: str | None = None
    signer: Signer | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {
            "kind": self.kind, "side": self.side, "number": self.number, "symbol": self.symbol, "place": self.place,
            "issued_on": self.issued_on, "issuer": self.issuer, "subject": self.subject, "signer": _dict(self.signer),
            "addressees": list(self.addressees), "recipients": list(self.recipients),
            "references": [reference.to_dict() for reference in self.references],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator to reach. Operator, value and unit are None when the text gives no number."""

    text: str
    start: int
    end: int
    indicator: str
    operator: str | None = None
    value: float | None = None
    unit: str | None = None
    period: str | None = None

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {
            "text": self.text, "start": self.start, "end": self.end, "indicator": self.indicator,
            "operator": self.operator, "value": self.value, "unit": self.unit, "period": self.period,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """One figure that may be the wrong one, with the value that would make the rest agree."""

    part: str
    value: str
    why: str

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {"part": self.part, "value": self.value, "why": self.why}


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect of the document. ``expected`` is given only when putting it in place is safe."""

    code: str
    rule: str
    severity: Severity
    text: str
    start: int
    end: int
    message: str
    expected: str | None = None
    candidates: tuple[Candidate, ...] = ()

    def to_dict(self) -> JsonObject:
        """The printed shape."""
        return {
            "code": self.code, "rule": self.rule, "severity": str(self.severity), "text": self.text,
            "start": self.start, "end": self.end, "message": self.message, "expected": self.expected,
            "candidates": [candidate.to_dict() for candidate in self.candidates],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document."""

    text: str
    document: DocumentHeader = field(default_factory=DocumentHeader)
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    findings: tuple[Finding, ...] = ()

    def to_dict(self) -> JsonObject:
        """The object of the contract, ready for ``json.dumps``."""
        return {
            "schema": SCHEMA,
            "text": self.text,
            "document": self.document.to_dict(),
            "tasks": [task.to_dict() for task in self.tasks],
            "targets": [target.to_dict() for target in self.targets],
            "findings": [finding.to_dict() for finding in self.findings],
        }


def _dict(part: Passage | Due | Recurrence | Signer | None) -> JsonObject | None:
    return part.to_dict() if part else None


def _first_passage(*passages: Passage | None) -> Clear:
    for passage in passages:
        if passage:
            mark = Mark.INHERITED if passage.inherited_from else Mark.STATED
            return Clear(mark, passage.why or None, passage.inherited_from)
    return Clear(Mark.NOT_STATED)
