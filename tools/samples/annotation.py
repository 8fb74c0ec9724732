"""From marked text to the annotation in the shape of the gold files (docs/dev/samples.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tools.samples.marked import FURNITURE, Mark, MarkedText

LEAD_SOURCES = ("explicit", "heading", "lead-in", "context", "addressees", "blank")
TASK, DUE, PRODUCT, MORE_PRODUCT, RECEIVER, PERIOD, MEANS, CONDITION = "T", "D", "P", "P+", "S", "R", "M", "C"
TARGET, REFERENCE, FINDING = "X", "F", "!"
WHEN_IT_OCCURS = "khi phát sinh"
HEADER_FIELDS: dict[str, Any] = {
    "kind": None, "side": "state", "number": None, "symbol": None, "place": None, "issued_on": None, "issuer": None,
    "subject": None, "signer_name": None, "signer_capacity": None, "addressees": [], "recipients": [],
}  # fmt: skip


@dataclass
class _Work:
    """What has been read so far."""

    document: MarkedText
    tasks: list[dict[str, Any]] = field(default_factory=list)
    targets: list[dict[str, Any]] = field(default_factory=list)
    references: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    for_next: list[Mark] = field(default_factory=list)
    task_end: int = -1

    def quote(self, mark: Mark) -> str:
        return self.document.clean(mark.start, mark.end)


def annotation_of(document: MarkedText, *, identifier: str, source: str) -> dict[str, Any]:
    """The annotation of a marked document; ``text`` is given when the file is not plain UTF-8 of the same words."""
    work = _Work(document)
    for mark in document.marks:
        if mark.code != FURNITURE:
            _read(work, mark)
    if work.for_next:
        raise ValueError(f"{identifier}: a mark for the next task has none behind it")
    for count, task in enumerate(work.tasks, start=1):
        task["id"] = f"{identifier}-{count:02d}"
    front = document.front
    metadata = {**HEADER_FIELDS, **front.get("metadata", {}), "references": work.references}
    return {
        "source": source,
        **{name: front[name] for name in ("level", "faults") if name in front},
        "metadata": metadata,
        "tasks": work.tasks,
        "targets": work.targets,
        "findings": work.findings,
    }


def _read(work: _Work, mark: Mark) -> None:
    if mark.code == TASK:
        _read_task(work, mark)
    elif mark.code == TARGET:
        work.targets.append(_target(work, mark))
    elif mark.code == REFERENCE:
        _read_reference(work, mark)
    elif mark.code == FINDING:
        code, severity, *expected = _options(mark.arguments)
        finding = {"code": code, "severity": severity, "span_text": work.quote(mark)}
        work.findings.append(finding | ({"expected": expected[0]} if expected else {}))
    else:
        _read_field(work, mark)


def _options(arguments: str) -> list[str]:
    return [part.strip() for part in arguments.split("|")]


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(";") if name.strip()]


def _read_task(work: _Work, mark: Mark) -> None:
    section, *options = _options(mark.arguments)
    task: dict[str, Any] = {
        "id": "", "section": section, "text": work.quote(mark), "leads": [], "lead_source": None, "coordinators": [],
        "due": None, "recurrence": None, "recurrence_text": None, "product": None, "submit_to": None,
        "resources": None, "standing": False,
    }  # fmt: skip
    for option in options:
        _read_option(task, option)
    work.tasks.append(task)
    work.task_end = mark.end
    for waiting in work.for_next:
        _set_field(work, task, waiting, waiting.code.lstrip(">&"))
    work.for_next.clear()


def _read_option(task: dict[str, Any], option: str) -> None:
    name, _, value = option.partition(":")
    if name in LEAD_SOURCES:
        task["lead_source"], task["leads"] = name, _names(value)
    elif name == "co":
        task["coordinators"] = _names(value)
    elif name == "standing":
        task["standing"] = True
    elif name == "closing":
        task["standing"], task["note"] = True, "closing formula"
    elif name == "occasional":
        task["recurrence"], task["recurrence_text"] = "other", WHEN_IT_OCCURS
    elif name == "due":
        arguments, _, words = value.partition("=")
        task["due"] = {**_due(arguments.strip(), words.strip()), "inherited": True}
    else:
        raise ValueError(f"unknown option {option!r}")


def _read_field(work: _Work, mark: Mark) -> None:
    """A field of the task it stands in or behind; ``>`` of the next one, ``&`` of both, ``<3`` of the last three."""
    if mark.code.startswith((">", "&")):
        work.for_next.append(mark)
    if mark.code.startswith(">"):
        return
    code, reach = mark.code.lstrip("&"), 1
    if code.startswith("<"):
        reach, code = int(code[1]), code[2:]
    for task in work.tasks[-reach:]:
        _set_field(work, task, mark, code)


def _set_field(work: _Work, task: dict[str, Any], mark: Mark, code: str) -> None:
    text = work.quote(mark)
    if code == DUE:
        task["due"] = _due(mark.arguments, text)
    elif code == PERIOD:
        task["recurrence"], task["recurrence_text"] = mark.arguments, text
    elif code == PRODUCT:
        task["product"] = {"text": text}
    elif code == MORE_PRODUCT:
        task["product"].setdefault("also", []).append(text)
    elif code == RECEIVER:
        task["submit_to"] = {"text": text}
    elif code == MEANS:
        task["resources"] = {"text": text}
    elif code == CONDITION:
        task["condition"] = text
    else:
        raise ValueError(f"unknown mark {mark.code!r}")


def _due(arguments: str, text: str) -> dict[str, Any]:
    """``date 2026-11-15 x``, ``event``, ``vague``; more: ``| corrected 2026-…`` or ``| 2026-…=why | 2026-…=why``."""
    first, *more = _options(arguments)
    kind, *values = first.split()
    due: dict[str, Any] = {"text": text, "kind": kind, "value": None, "exclusive": "x" in values}
    due["value"] = next((value for value in values if value != "x"), None)
    readings = [option.partition("=") for option in more if "=" in option]
    if readings:
        due["readings"] = [{"value": value.strip(), "why": why.strip()} for value, _, why in readings]
    corrected = [option.split()[1] for option in more if option.startswith("corrected")]
    return due | ({"value_corrected": corrected[0]} if corrected else {})


def _target(work: _Work, mark: Mark) -> dict[str, Any]:
    """``>= 95 %|indicator|period``; a bare ``?`` for operator and value when the text gives neither."""
    figure, indicator, *period = _options(mark.arguments)
    operator, _, rest = figure.partition(" ")
    value, _, unit = rest.strip().partition(" ")
    unknown = operator == "?"
    return {
        "text": work.quote(mark),
        "indicator": indicator,
        "operator": None if unknown else operator,
        "value": None if unknown else float(value),
        "unit": unit or None,
        "period": period[0] if period else None,
    }


def _read_reference(work: _Work, mark: Mark) -> None:
    """``kind|number|symbol|date|issuer``; ``?`` where the guide wants nothing. Listed once however often cited."""
    kind, number, symbol, issued_on, issuer = (None if part in ("?", "") else part for part in _options(mark.arguments))
    if any((known["number"], known["symbol"]) == (number, symbol) for known in work.references):
        return
    work.references.append(
        {
            "text": work.quote(mark),
            "kind": kind,
            "number": number,
            "symbol": symbol,
            "issued_on": issued_on,
            "issuer": issuer,
        }
    )
