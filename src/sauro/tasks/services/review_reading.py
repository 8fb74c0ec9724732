"""Reads one passage that a person made a task of: who, by when, and what product its own words name.

The same reader as for whole documents, on the passage alone. What it does not state stays empty: nothing is taken over
from the paragraphs around it, since the person chose these words and no others.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sauro.calendars.selectors.working_days import calendar_for_terms
from sauro.documents.selectors.names import expand_names
from sauro.tasks.enums import BodyRole, DueOrigin, Mark, Origin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.services.proposing import last_day
from vanban import api
from vanban.results import Due, Passage, Task
from vanban.tasks.due import find_due
from vanban.types import Block, BlockKind, ReadDocument

_ROLES = {"lead": BodyRole.LEAD, "coordinator": BodyRole.COORDINATOR}
_PASSAGES = ("product", "submit_to", "resources", "measures", "responsibility", "condition")


def fill_from_words(obligation: Obligation) -> None:
    """Fill the elements and bodies of a new obligation from its own words, and save it. Needs a transaction."""
    words, on = obligation.text, obligation.document.issued_on
    task = _only_task(words)
    due = find_due(words, 0, len(words), on, calendar_for_terms(on))
    if task:
        _take_passages(obligation, task)
        obligation.is_general_direction = task.standing
    if due and not obligation.is_general_direction:
        _take_due(obligation, due)
    obligation.save()
    if task:
        _take_bodies(obligation, task)


def _only_task(words: str) -> Task | None:
    """Return the task the words state, when they state exactly one; of several nobody knows which is meant."""
    block = Block(BlockKind.PARAGRAPH, 0, len(words))
    found = api.extract(ReadDocument(text=words, blocks=(block,), format="passage", reader="passage/1")).tasks
    return found[0] if len(found) == 1 else None


def _take_passages(obligation: Obligation, task: Task) -> None:
    for name in _PASSAGES:
        passage: Passage | None = getattr(task, name)
        if passage:
            obligation.elements[name] = _element(obligation, passage.text, passage.start, passage.end, passage.why)
    if task.product:
        obligation.product = task.product.text
    if task.recurrence:
        held = task.recurrence
        element = _element(obligation, held.text, held.start, held.end, "recurrence")
        obligation.elements["recurrence"] = element | {"kind": held.kind}
        obligation.recurrence = held.kind


def _take_due(obligation: Obligation, due: Due) -> None:
    printed = due.to_dict()
    element = _element(obligation, due.text, due.start, due.end, due.why)
    mark = Mark.VAGUE if due.kind == "vague" else Mark.STATED
    obligation.elements["due"] = printed | element | {"mark": str(mark)}
    obligation.due_phrase = due.text[:300]
    day: dt.date | None = last_day(printed)
    if day:
        obligation.due_on, obligation.due_origin = day, DueOrigin.DOCUMENT


def _take_bodies(obligation: Obligation, task: Task) -> None:
    bodies = [actor for actor in task.actors if actor.role in _ROLES and actor.source == "explicit"]
    meant = expand_names([body.name for body in bodies], document=obligation.document)
    rows = [
        ObligationBody(
            obligation=obligation,
            role=_ROLES[body.role],
            name=body.name[:400],
            start=obligation.start + body.start,
            end=obligation.start + body.end,
            is_group=body.group or meant[body.name].is_group,
            exceptions=list(body.exceptions),
            source=body.source,
            unit=None if body.group else meant[body.name].unit,
            position=position,
        )
        for position, body in enumerate(bodies)
    ]
    ObligationBody.objects.bulk_create(rows)
    if any(row.role == BodyRole.LEAD for row in rows):
        obligation.lead_source = "explicit"
        obligation.save()


def _element(obligation: Obligation, text: str, start: int, end: int, why: str) -> dict[str, Any]:
    return {
        "text": text,
        "start": obligation.start + start,
        "end": obligation.start + end,
        "mark": str(Mark.STATED),
        "from": None,
        "why": why,
        "origin": str(Origin.MACHINE),
    }
