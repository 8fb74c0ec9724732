"""The task cards of the desk: what the templates print about each obligation, worked out beforehand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import get_template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sauro.tasks.doubtful_words import Doubt, doubts_of
from sauro.tasks.due_doubts import DOUBT_NOTES
from sauro.tasks.enums import BodyRole, DueOrigin, Mark, ObligationState
from sauro.tasks.field_rules import clear_proposal
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.rule_labels import LANGUAGE_MODEL, rule_label
from sauro.tasks.selectors.desk import Desk
from sauro.tasks.selectors.fields import proposals_for, reason_of
from sauro.tasks.selectors.obligations import facts_of
from sauro.tasks.services.review import is_confident
from sauro.tasks.six_clears import (
    ELEMENT_LABELS,
    RECURRENCE_LABELS,
    SHORT_LABELS,
    Clear,
    ClearMark,
    Facts,
    open_doubt,
    six_clears,
)
from sauro.tasks.web.desk_reasons import Reason, quote, reasons_of

LOW_CONFIDENCE = 0.7

_CLEAR = (
    '<li class="clear clear-{}" title="{}"><span class="clear-shape" aria-hidden="true"></span>'
    '<span aria-hidden="true">{}</span><span class="visually-hidden">{}</span></li>'
)


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body as a chip."""

    name: str
    unit: str
    is_group: bool
    is_loose: bool


@dataclass(frozen=True, slots=True)
class People:
    """A line of bodies in one role."""

    label: str
    bodies: Sequence[BodyView]
    doubt: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the card: a label and its text, with a note about where it comes from.

    ``doubt`` says which word in it was recognised with little confidence.
    """

    label: str
    text: str
    note: str = ""
    tone: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """The field of the task: the one chosen, or those proposed, each with its identity, name and why.

    ``clear`` is the identity of the proposal that stands out, which a key takes.
    """

    chosen: str
    proposals: Sequence[tuple[str, str, str]] = ()
    clear: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the template of a card prints."""

    obligation: Obligation
    number: int
    clears: SafeString
    reasons: Sequence[Reason]
    people: Sequence[People]
    rows: Sequence[Row]
    flags: str
    low_confidence: int | None
    name: str
    look_at: str
    is_from_model: bool
    field: FieldLine | None = None


def cards_of(desk: Desk) -> list[Card]:
    """Return the cards of a desk, numbered in reading order."""
    return [build_card(row, number, desk) for number, row in enumerate(desk.obligations, 1)]


def render_card(card: Card) -> str:
    """Return the HTML of one card."""
    return get_template("tasks/desk/card.html").render({"card": card})


def build_card(obligation: Obligation, number: int, desk: Desk) -> Card:
    """Work out the card of one obligation whose bodies are prefetched."""
    text = desk.text
    bodies = list(obligation.bodies.all())
    facts = facts_of(obligation, bodies)
    found = doubts_of(obligation, bodies, desk.uncertain)
    doubts = {doubt.part: _doubt(doubt, text) for doubt in found}
    leads = [_body(body) for body in bodies if body.role == BodyRole.LEAD]
    coordinators = [_body(body) for body in bodies if body.role == BodyRole.COORDINATOR]
    marks = six_clears(facts)
    state = ObligationState(obligation.state)
    low = obligation.confidence is not None and obligation.confidence < LOW_CONFIDENCE
    return Card(
        obligation=obligation,
        number=number,
        clears=_clears(marks, text),
        reasons=reasons_of(obligation, bodies, text),
        people=_people(obligation, leads, coordinators, doubts),
        rows=_rows(obligation, facts, doubts),
        flags=_flags(obligation, facts, [*leads, *coordinators], has_doubts=bool(doubts)),
        low_confidence=round((obligation.confidence or 0) * 100) if low else None,
        name=_("Nhiệm vụ %(number)s, %(state)s") % {"number": number, "state": str(state.label).lower()},
        look_at=f"{found[0].start}-{found[0].end}" if found else "",
        is_from_model=(obligation.elements.get("work") or {}).get("why") == LANGUAGE_MODEL,
        field=_field(obligation, desk),
    )


def _field(obligation: Obligation, desk: Desk) -> FieldLine | None:
    """Return the line of the field; none for a general direction, which is never sent, and on a site without fields."""
    if obligation.field is not None:
        return FieldLine(obligation.field.name)
    if not desk.fields or obligation.is_general_direction:
        return None
    found = proposals_for(obligation, desk.fields, desk.document.issuer_unit_id)
    clear = clear_proposal(found)
    shown = [(str(one.field.pk), one.field.name, reason_of(one)) for one in found]
    return FieldLine("", shown, str(clear.field.pk) if clear else "")


def _doubt(doubt: Doubt, text: str) -> str:
    word = text[doubt.start : doubt.end]
    return _("máy đọc “%(word)s” chưa chắc (%(percent)s%%)") % {"word": word, "percent": doubt.percent}


def day(value: dt.date | None) -> str:
    """Return a day as dd/mm/yyyy, or nothing."""
    return value.strftime("%d/%m/%Y") if value else ""


def _body(body: ObligationBody) -> BodyView:
    name = body.name
    if body.exceptions:
        name += _(" (trừ %(names)s)") % {"names": ", ".join(body.exceptions)}
    loose = body.unit_id is None and not body.is_group
    return BodyView(name, body.unit.name if body.unit else "", body.is_group, loose)


def _people(
    obligation: Obligation,
    leads: Sequence[BodyView],
    coordinators: Sequence[BodyView],
    doubts: Mapping[str, str],
) -> list[People]:
    """Return the lines of bodies. A task without a lead says so; a general direction needs none."""
    lines: list[People] = []
    if leads or not obligation.is_general_direction:
        lines.append(People(str(BodyRole.LEAD.label), leads, doubts.get(BodyRole.LEAD, "")))
    if coordinators:
        lines.append(People(str(BodyRole.COORDINATOR.label), coordinators, doubts.get(BodyRole.COORDINATOR, "")))
    return lines


def _clears(marks: Sequence[ClearMark], text: str) -> SafeString:
    """Return the six marks as list items; in Python, since forty cards times six would be most of the page's time."""
    return format_html_join("", _CLEAR, (_clear(mark, text) for mark in marks))


def _clear(mark: ClearMark, text: str) -> tuple[str, ...]:
    status = _("người rà soát nhập") if mark.by_person else str(mark.mark.label).lower()
    rule = _("quy tắc %(rule)s") % {"rule": rule_label(mark.why)} if mark.why and mark.clear != Clear.PEOPLE else ""
    said = ". ".join(filter(None, [f"{mark.label}: {status}", _explain(mark, text), rule]))
    return "person" if mark.by_person else str(mark.mark), said, str(SHORT_LABELS[mark.clear]), said


def _explain(mark: ClearMark, text: str) -> str:
    """Say where an inherited element comes from, with the words it was taken from."""
    parts = [mark.why] if mark.mark == Mark.INHERITED and mark.clear == Clear.PEOPLE and mark.why else []
    if mark.source:
        shown = quote(text, mark.source)
        parts.append(f"“{shown}”" if parts else _("lấy từ “%(text)s”") % {"text": shown})
    return ": ".join(parts)


def _rows(obligation: Obligation, facts: Facts, doubts: Mapping[str, str]) -> list[Row]:
    timed = {"due": _due_row(obligation, facts), "recurrence": _recurrence_row(obligation)}
    rows = [replace(row, doubt=doubts.get(name, "")) for name, row in timed.items() if row]
    if obligation.product:
        rows.append(Row(_("Sản phẩm"), obligation.product, doubt=doubts.get("product", "")))
    elif obligation.no_product_needed:
        rows.append(Row(_("Sản phẩm"), _("không cần"), tone="muted"))
    for name in ("submit_to", "resources", "measures", "authority", "responsibility", "issuing_body", "condition"):
        text = (obligation.elements.get(name) or {}).get("text")
        if text:
            rows.append(Row(str(ELEMENT_LABELS[name]), str(text), doubt=doubts.get(name, "")))
    return rows


def _due_row(obligation: Obligation, facts: Facts) -> Row | None:
    label, due = _("Thời hạn"), facts.elements.get("due") or {}
    phrase = obligation.due_phrase or str(due.get("text") or "")
    quoted = f"“{phrase}”" if phrase else ""
    also = _also_due(obligation, due)
    if obligation.due_on:
        why = _("do cơ quan giao đặt") if obligation.due_origin == DueOrigin.OFFICE else quoted
        return Row(label, day(obligation.due_on), "; ".join(filter(None, [why, *also])))
    if not phrase:
        return None
    doubt = open_doubt(facts)
    note = str(DOUBT_NOTES[doubt]) if doubt else _("không có ngày cụ thể")
    return Row(label, quoted, "; ".join([note, *also]), tone="ask" if doubt else "")


def _also_due(obligation: Obligation, due: Mapping[str, Any]) -> list[str]:
    """Return what to say about the deadlines that a merge set behind an earlier one."""
    others = [one for one in due.get("also") or [] if one["day"] != str(obligation.due_on or "")]
    return [
        _("còn hạn %(day)s trong câu gộp") % {"day": day(dt.date.fromisoformat(one["day"]))}
        if one["day"]
        else _("còn “%(phrase)s” trong câu gộp") % {"phrase": one["text"]}
        for one in others
    ]


def _recurrence_row(obligation: Obligation) -> Row | None:
    if not obligation.recurrence:
        return None
    label = RECURRENCE_LABELS.get(obligation.recurrence)
    printed: dict[str, Any] = obligation.elements.get("recurrence") or {}
    note = f"“{printed['text']}”" if printed.get("text") else ""
    return Row(_("Định kỳ"), str(label or obligation.recurrence), note)


def _flags(obligation: Obligation, facts: Facts, bodies: Sequence[BodyView], *, has_doubts: bool) -> str:
    """Return the words by which the page filters its cards. A general direction lacks nothing."""
    counted = not obligation.is_general_direction and obligation.state != ObligationState.DISCARDED
    flags = {
        "open": obligation.state == ObligationState.PROPOSED,
        "general": obligation.is_general_direction,
        "no-lead": counted and not facts.leads,
        "no-field": counted and obligation.field_id is None,
        "no-due": counted and obligation.due_on is None and not obligation.recurrence,
        "loose": obligation.state != ObligationState.DISCARDED and any(body.is_loose for body in bodies),
        "sure": obligation.state == ObligationState.PROPOSED and is_confident(obligation) and not has_doubts,
        "check": obligation.state == ObligationState.PROPOSED and has_doubts,
    }
    return " ".join(name for name, is_set in flags.items() if is_set)
