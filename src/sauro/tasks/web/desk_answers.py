"""What the desk's page gets back after a deed: changed cards and changed blocks of text, as HTML in one object."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sauro.access.actor import Actor
from sauro.tasks.selectors.desk import Desk, get_desk
from sauro.tasks.web.desk_cards import build_card, render_card
from sauro.tasks.web.desk_deeds import Outcome
from sauro.tasks.web.desk_document import changed_blocks


def outcome_answer(actor: Actor, document_id: UUID, outcome: Outcome) -> dict[str, Any]:
    """Return the answer to a deed."""
    desk = get_desk(actor=actor, document_id=document_id)
    touched = [*outcome.changed, *outcome.gone]
    spans = [(row.start, row.end) for row in touched] + list(outcome.spans)
    return {
        **_state(desk, {row.pk for row in outcome.changed}),
        "gone": [str(row.pk) for row in outcome.gone],
        "blocks": changed_blocks(desk, spans) if outcome.redraws_text else {},
        "undo": list(outcome.undo),
        "message": outcome.message,
        "focus": str(outcome.focus) if outcome.focus else None,
    }


def cards_answer(actor: Actor, document_id: UUID, wanted: Iterable[str]) -> dict[str, Any]:
    """Return the present state of the cards asked for by id, in the shape of the answer to a deed."""
    desk = get_desk(actor=actor, document_id=document_id)
    ids = {found for found in map(_uuid, wanted) if found}
    shown = [row for row in desk.obligations if row.pk in ids]
    gone = ids - {row.pk for row in shown}
    return {
        **_state(desk, ids),
        "gone": [str(pk) for pk in gone],
        "blocks": changed_blocks(desk, _spans(desk, shown, gone)),
        "undo": [],
        "message": "",
        "focus": None,
    }


def _state(desk: Desk, ids: Collection[UUID]) -> dict[str, Any]:
    cards = {
        str(row.pk): render_card(build_card(row, number, desk))
        for number, row in enumerate(desk.obligations, 1)
        if row.pk in ids
    }
    return {
        "cards": cards,
        "order": [str(row.pk) for row in desk.obligations],
        "versions": {str(row.pk): row.version for row in desk.obligations if row.pk in ids},
        "reviewed": desk.reviewed,
        "total": len(desk.obligations),
    }


def _spans(desk: Desk, shown: Sequence[Any], gone: Collection[UUID]) -> list[tuple[int, int]]:
    """Cards that vanished left marks at places not known any more, so then every block is drawn again."""
    return [(0, len(desk.text))] if gone else [(row.start, row.end) for row in shown]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
