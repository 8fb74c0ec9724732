"""The task cards of the desk: what the templates print about each obligation, worked out beforehand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import get_template
from django.utils.translation import gettext as _

from sauro.tasks.enums import BodyRole, DueOrigin, Mark, ObligationState
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.selectors.desk import Desk
from sauro.tasks.six_clears import (
    ELEMENT_LABELS,
    RECURRENCE_LABELS,
    Clear,
    ClearMark,
    Facts,
    Lead,
    has_open_readings,
    six_clears,
)

LOW_CONFIDENCE = 0.7
_QUOTED = 90

_ICONS = {
    Mark.STATED: "circle-check-filled",
    Mark.INHERITED: "circle-arrow-down-filled",
    Mark.VAGUE: "circle-half-2",
    Mark.NOT_STATED: "circle-dashed",
}
_SHORT_LABELS = {
    Clear.WORK: _("Việc"),
    Clear.PEOPLE: _("Người"),
    Clear.MEANS: _("Nguồn lực"),
    Clear.TIME: _("Thời hạn"),
    Clear.AUTHORITY: _("Thẩm quyền"),
    Clear.PRODUCT: _("Sản phẩm"),
}


@dataclass(frozen=True, slots=True)
class MarkView:
    """One of the six marks as drawn. ``said`` is the whole sentence for the tooltip and for screen readers."""

    key: str
    label: str
    status: str
    icon: str
    said: str
    source: tuple[int, int] | None
    explanation: str


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body as a chip."""

    name: str
    unit: str
    is_group: bool
    is_loose: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the card: a label and its text, with a note about where it comes from."""

    label: str
    text: str
    note: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the template of a card prints."""

    obligation: Obligation
    number: int
    marks: Sequence[MarkView]
    leads: Sequence[BodyView]
    coordinators: Sequence[BodyView]
    rows: Sequence[Row]
    flags: str
    low_confidence: int | None
    name: str


def cards_of(desk: Desk) -> list[Card]:
    """Return the cards of a desk, numbered in reading order."""
    return [build_card(row, number, desk.text) for number, row in enumerate(desk.obligations, 1)]


def render_card(card: Card, desk: Desk) -> str:
    """Return the HTML of one card."""
    return get_template("tasks/desk/card.html").render({"card": card, "may_review": desk.may_review})


def facts_of(obligation: Obligation, bodies: Sequence[ObligationBody]) -> Facts:
    """Return what the six marks depend on."""
    leads = [Lead(body.name, body.start, body.end) for body in bodies if body.role == BodyRole.LEAD]
    return Facts(
        elements=obligation.elements,
        leads=leads,
        lead_source=obligation.lead_source,
        due_on=obligation.due_on,
        due_origin=obligation.due_origin,
        recurrence=obligation.recurrence,
        no_product_needed=obligation.no_product_needed,
    )


def build_card(obligation: Obligation, number: int, text: str) -> Card:
    """Work out the card of one obligation whose bodies are prefetched."""
    bodies = list(obligation.bodies.all())
    facts = facts_of(obligation, bodies)
    leads = [_body(body) for body in bodies if body.role == BodyRole.LEAD]
    coordinators = [_body(body) for body in bodies if body.role == BodyRole.COORDINATOR]
    state = ObligationState(obligation.state)
    low = obligation.confidence is not None and obligation.confidence < LOW_CONFIDENCE
    return Card(
        obligation=obligation,
        number=number,
        marks=[_mark(mark, text) for mark in six_clears(facts)],
        leads=leads,
        coordinators=coordinators,
        rows=_rows(obligation, facts),
        flags=_flags(obligation, facts, [*leads, *coordinators]),
        low_confidence=round((obligation.confidence or 0) * 100) if low else None,
        name=_("Nhiệm vụ %(number)s, %(state)s") % {"number": number, "state": str(state.label).lower()},
    )


def day(value: dt.date | None) -> str:
    """Return a day as dd/mm/yyyy, or nothing."""
    return value.strftime("%d/%m/%Y") if value else ""


def _body(body: ObligationBody) -> BodyView:
    name = body.name
    if body.exceptions:
        name += _(" (trừ %(names)s)") % {"names": ", ".join(body.exceptions)}
    loose = body.unit_id is None and not body.is_group
    return BodyView(name, body.unit.name if body.unit else "", body.is_group, loose)


def _mark(mark: ClearMark, text: str) -> MarkView:
    status = _("người rà soát nhập") if mark.by_person else str(mark.mark.label).lower()
    explanation = _explain(mark, text)
    said = f"{mark.label}: {status}"
    return MarkView(
        key=str(mark.clear),
        label=str(_SHORT_LABELS[mark.clear]),
        status="person" if mark.by_person else str(mark.mark),
        icon="user-check" if mark.by_person else _ICONS[mark.mark],
        said=f"{said}. {explanation}" if explanation else said,
        source=mark.source,
        explanation=f"{mark.label}: {explanation}" if explanation else "",
    )


def _explain(mark: ClearMark, text: str) -> str:
    parts: list[str] = []
    if mark.mark == Mark.INHERITED and mark.why and mark.clear == Clear.PEOPLE:
        parts.append(mark.why)
    if mark.source:
        quoted = " ".join(text[mark.source[0] : mark.source[1]].split())
        shown = quoted if len(quoted) <= _QUOTED else quoted[:_QUOTED].rstrip() + "…"
        parts.append(_("từ “%(text)s”") % {"text": shown})
    if mark.why and mark.clear != Clear.PEOPLE:
        parts.append(_("quy tắc %(rule)s") % {"rule": mark.why})
    return ", ".join(parts)


def _rows(obligation: Obligation, facts: Facts) -> list[Row]:
    rows = [row for row in (_due_row(obligation, facts), _recurrence_row(obligation)) if row]
    if obligation.product:
        rows.append(Row(_("Sản phẩm"), obligation.product))
    elif obligation.no_product_needed:
        rows.append(Row(_("Sản phẩm"), _("không cần"), tone="muted"))
    for name in ("submit_to", "resources", "measures", "authority", "responsibility", "issuing_body", "condition"):
        text = (obligation.elements.get(name) or {}).get("text")
        if text:
            rows.append(Row(str(ELEMENT_LABELS[name]), str(text)))
    return rows


def _due_row(obligation: Obligation, facts: Facts) -> Row | None:
    phrase = obligation.due_phrase or str((facts.elements.get("due") or {}).get("text") or "")
    if obligation.due_origin == DueOrigin.OFFICE:
        return Row(_("Thời hạn"), day(obligation.due_on), _("do cơ quan giao đặt"))
    if obligation.due_on:
        return Row(_("Thời hạn"), day(obligation.due_on), f"“{phrase}”" if phrase else "")
    if has_open_readings(facts):
        return Row(_("Thời hạn"), f"“{phrase}”", _("có hai cách hiểu, hãy chọn khi sửa"), tone="ask")
    return Row(_("Thời hạn"), f"“{phrase}”", _("không có ngày cụ thể")) if phrase else None


def _recurrence_row(obligation: Obligation) -> Row | None:
    if not obligation.recurrence:
        return None
    label = RECURRENCE_LABELS.get(obligation.recurrence)
    printed: dict[str, Any] = obligation.elements.get("recurrence") or {}
    note = f"“{printed['text']}”" if printed.get("text") else ""
    return Row(_("Định kỳ"), str(label or obligation.recurrence), note)


def _flags(obligation: Obligation, facts: Facts, bodies: Sequence[BodyView]) -> str:
    """Return the words by which the page filters its cards. A general direction lacks nothing."""
    counted = not obligation.is_general_direction and obligation.state != ObligationState.DISCARDED
    flags = {
        "open": obligation.state == ObligationState.PROPOSED,
        "general": obligation.is_general_direction,
        "no-lead": counted and not facts.leads,
        "no-due": counted and obligation.due_on is None and not obligation.recurrence,
        "loose": obligation.state != ObligationState.DISCARDED and any(body.is_loose for body in bodies),
        "ask": has_open_readings(facts),
    }
    return " ".join(name for name, is_set in flags.items() if is_set)
