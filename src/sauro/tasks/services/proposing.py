"""Turns what was found in a reading into obligations proposed for review on the desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.conf import settings

from sauro.documents.models import Document, Reading
from sauro.documents.selectors.names import expand_names
from sauro.documents.services.registering import whole_day
from sauro.organizations.selectors.names import Expansion
from sauro.tasks.enums import BodyRole, DueOrigin, Mark, Origin
from sauro.tasks.models import Obligation, ObligationBody
from vanban.text.normalize import fold

Json = dict[str, Any]

PASSAGES = (
    "measures",
    "resources",
    "authority",
    "responsibility",
    "issuing_body",
    "condition",
    "product",
    "submit_to",
)
_ROLES = {"lead": BodyRole.LEAD, "coordinator": BodyRole.COORDINATOR}


def propose_obligations(reading: Reading) -> list[Obligation]:
    """Create the obligations of a reading with their bodies, in the order of the text. Call inside a transaction.

    Nothing is guessed: an element the document does not state is absent, a name that resolves to no unit stays a
    name, a deadline that can be read in two ways or is impossible as printed is left for a person to choose.
    """
    document = reading.document
    proposed = build_proposals(reading, _resolve(document, reading.extraction["tasks"]))
    obligations = [obligation for obligation, _named in proposed]
    Obligation.objects.bulk_create(obligations)
    ObligationBody.objects.bulk_create(body for _obligation, named in proposed for body in named)
    return obligations


def build_proposals(reading: Reading, units: Mapping[str, Expansion]) -> list[tuple[Obligation, list[ObligationBody]]]:
    """Return the obligations of a reading with the bodies named in each, not saved. ``units`` tells what names mean."""
    tasks: list[Json] = reading.extraction["tasks"]
    built = [_build(reading.document, reading, task, position) for position, task in enumerate(tasks, start=1)]
    return [(obligation, _bodies(obligation, task, units)) for obligation, task in zip(built, tasks, strict=True)]


def last_day(due: Json | None) -> dt.date | None:
    """Return the inclusive last day of a printed deadline, or nothing when a person has to choose.

    "Trước ngày 15/6" ends on the 14th unless the site reads it as the 15th (``SAURO_BEFORE_IS_EXCLUSIVE``).
    """
    if due is None or len(due["readings"]) > 1 or due["value_corrected"]:
        return None
    day = whole_day(due["value"] or "")
    if day is not None and due["exclusive"] and settings.BEFORE_IS_EXCLUSIVE:
        return day - dt.timedelta(days=1)
    return day


def _build(document: Document, reading: Reading, task: Json, position: int) -> Obligation:
    due: Json | None = task["due"]
    standing = bool(task["standing"])
    day = None if standing else last_day(due)
    product = task["product"]
    return Obligation(
        document=document,
        reading=reading,
        domain=document.domain,
        owner_unit_id=document.owner_unit_id,
        position=float(position),
        section=task["section"][:120],
        text=task["text"],
        start=task["start"],
        end=task["end"],
        is_general_direction=standing,
        elements=_elements(task),
        lead_source=task["lead_source"] or "",
        due_on=day,
        due_phrase=due["text"][:300] if due else "",
        due_origin=DueOrigin.DOCUMENT if day else DueOrigin.NONE,
        recurrence=task["recurrence"]["kind"] if task["recurrence"] else "",
        product=product["text"] if product else "",
        confidence=task["confidence"],
        origin=Origin.MACHINE,
        search_key=fold(task["text"]),
    )


def _elements(task: Json) -> Json:
    provenance: Json = task.get("provenance", {})
    elements = {name: _passage(task[name], provenance.get(name)) for name in PASSAGES if task[name]}
    if provenance.get("work"):
        elements["work"] = _work(provenance["work"])
    if task["due"]:
        elements["due"] = _due(task["due"], provenance.get("due"))
    if task["recurrence"]:
        elements["recurrence"] = _passage(task["recurrence"], None) | {"kind": task["recurrence"]["kind"]}
    return elements


def _work(trace: Json) -> Json:
    """What is kept of the work itself, whose words are those of the obligation: the rule that found it."""
    return {"mark": Mark.STATED, "from": trace["from"], "why": trace["why"], "origin": Origin.MACHINE}


def _passage(part: Json, trace: Json | None) -> Json:
    source = trace["from"] if trace else None
    return {
        "text": part["text"],
        "start": part.get("start"),
        "end": part.get("end"),
        "mark": Mark.INHERITED if source else Mark.STATED,
        "from": source,
        "why": trace["why"] if trace else "",
        "origin": Origin.MACHINE,
    }


def _due(due: Json, trace: Json | None) -> Json:
    mark = Mark.INHERITED if due["inherited"] else Mark.VAGUE if due["kind"] == "vague" else Mark.STATED
    return {
        "text": due["text"],
        "start": trace.get("start") if trace else None,
        "end": trace.get("end") if trace else None,
        "mark": mark,
        "from": due["from"],
        "why": trace["why"] if trace else "",
        "origin": Origin.MACHINE,
        "kind": due["kind"],
        "value": due["value"],
        "exclusive": due["exclusive"],
        "readings": due["readings"],
        "value_corrected": due["value_corrected"],
    }


def _resolve(document: Document, tasks: list[Json]) -> dict[str, Expansion]:
    """Resolve every name of a document at once."""
    return expand_names(printed_names(tasks), document=document)


def printed_names(tasks: list[Json]) -> set[str]:
    """Return every name of a body that a document's tasks print."""
    names = {actor["name"] for task in tasks for actor in task["actors"]}
    return names | {name for task in tasks for name in (*task["leads"], *task["coordinators"])}


def _bodies(obligation: Obligation, task: Json, units: Mapping[str, Expansion]) -> list[ObligationBody]:
    """Return the leads and coordinators: those with a place in the text, then those that are only named."""
    placed = [actor for actor in task["actors"] if actor["role"] in _ROLES]
    rows = [_body(obligation, _ROLES[actor["role"]], actor, units) for actor in placed]
    held = {(_ROLES[actor["role"]], actor["name"]) for actor in placed}
    for role, listed in ((BodyRole.LEAD, task["leads"]), (BodyRole.COORDINATOR, task["coordinators"])):
        source = task["lead_source"] if role == BodyRole.LEAD else "explicit"
        rows += [
            _body(obligation, role, {"name": name, "source": source}, units)
            for name in listed
            if (role, name) not in held
        ]
    for position, row in enumerate(rows):
        row.position = position
    return rows


def _body(obligation: Obligation, role: BodyRole, actor: Json, units: Mapping[str, Expansion]) -> ObligationBody:
    meant = units.get(actor["name"], Expansion())
    is_group = bool(actor.get("group")) or meant.is_group
    return ObligationBody(
        obligation=obligation,
        role=role,
        name=actor["name"][:400],
        start=actor.get("start"),
        end=actor.get("end"),
        is_group=is_group,
        exceptions=actor.get("except", []),
        source=(actor.get("source") or "")[:20],
        unit=None if is_group else meant.unit,
    )
