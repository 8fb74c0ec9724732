"""Tasks in the shape of the annotated documents that measure the extractor: as people left them, as the machine found
them, and in which fields the two differ.

Pure: works on rows that were read before. White space is written as one space, as the guide of annotation wants it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sauro.annotations.fields import FIELD_LABELS
from sauro.tasks.enums import BodyRole, DueOrigin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.services.proposing import last_day
from vanban.text.normalize import fold

Json = dict[str, Any]

_NO_DUE: Json = {"readings": [], "value_corrected": None, "value": None, "exclusive": False}
_DUE_KEYS = ("kind", "value", "exclusive", "value_corrected")


def task_of(obligation: Obligation, bodies: Sequence[ObligationBody]) -> Json:
    """Return an obligation as people left it."""
    elements = obligation.elements
    return {
        "section": obligation.section,
        "text": one_line(obligation.text),
        "leads": _names(bodies, BodyRole.LEAD),
        "lead_source": obligation.lead_source if obligation.lead_source not in ("", "person") else None,
        "coordinators": _names(bodies, BodyRole.COORDINATOR),
        "due": _due(obligation),
        "recurrence": obligation.recurrence or None,
        "recurrence_text": _text(elements.get("recurrence")),
        "product": _passage({"text": obligation.product}),
        "submit_to": _passage(elements.get("submit_to")),
        "resources": _passage(elements.get("resources")),
        "condition": _text(elements.get("condition")),
        "standing": obligation.is_general_direction,
    }


def proposal_of(task: Mapping[str, Any]) -> Json:
    """Return a task as the machine found it, in the same shape."""
    found = task["recurrence"]
    return {
        "section": task["section"],
        "text": one_line(task["text"]),
        "leads": _proposed_names(task, "lead", "leads"),
        "lead_source": task["lead_source"],
        "coordinators": _proposed_names(task, "coordinator", "coordinators"),
        "due": _printed_due(task["due"]) if task["due"] and not task["standing"] else None,
        "recurrence": found["kind"] if found else None,
        "recurrence_text": _text(found),
        "product": _passage(task["product"]),
        "submit_to": _passage(task["submit_to"]),
        "resources": _passage(task["resources"]),
        "condition": _text(task["condition"]),
        "standing": bool(task["standing"]),
    }


def changed_fields(proposal: Mapping[str, Any], task: Mapping[str, Any]) -> list[str]:
    """Return the fields in which what people left differs from the proposal, in the order of the labels."""
    return [name for name in FIELD_LABELS if _key(name, proposal[name]) != _key(name, task[name])]


def one_line(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return " ".join(text.split())


def _key(name: str, value: Any) -> Any:
    """Return what counts of a value: names without their order and accents, a day without its phrase."""
    if name in ("leads", "coordinators"):
        return {fold(one) for one in value}
    if name == "due":
        return str(last_day(_NO_DUE | value) or "") if value else ""
    return fold(value["text"]) if isinstance(value, Mapping) else value


def _names(bodies: Iterable[ObligationBody], role: BodyRole) -> list[str]:
    return list(dict.fromkeys(body.name for body in bodies if body.role == role))


def _proposed_names(task: Mapping[str, Any], role: str, listed: str) -> list[str]:
    placed = [actor["name"] for actor in task["actors"] if actor["role"] == role]
    return list(dict.fromkeys([*placed, *task[listed]]))


def _due(obligation: Obligation) -> Json | None:
    """Return the deadline that the document states: a day set by the office is none of its own."""
    printed: Json = obligation.elements.get("due") or {}
    if obligation.is_general_direction:
        return None
    if obligation.due_origin == DueOrigin.DOCUMENT and obligation.due_on:
        if last_day(_NO_DUE | printed) == obligation.due_on:
            return _printed_due(printed)
        chosen = {"kind": printed.get("kind") or "date", "value": obligation.due_on.isoformat(), "exclusive": False}
        return {"text": one_line(obligation.due_phrase or str(printed.get("text") or "")), **chosen}
    return _printed_due(printed) if printed.get("text") else None


def _printed_due(due: Mapping[str, Any]) -> Json:
    return {"text": one_line(due["text"]), **{name: due.get(name) for name in _DUE_KEYS}}


def _passage(element: Mapping[str, Any] | None) -> Json | None:
    text = _text(element)
    return {"text": text} if text else None


def _text(element: Mapping[str, Any] | None) -> str | None:
    return one_line(str((element or {}).get("text") or "")) or None
