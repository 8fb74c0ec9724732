"""The six clears ("sáu rõ") of an obligation: how each of them stands in the document.

One place for their names and order. The official documents use several wordings for the same six fields; a wording
profile will map to these keys. Pure: works on the stored values, needs no database.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.tasks.due_doubts import VAGUE_AS_PRINTED, DueDoubt, doubt_of
from sauro.tasks.enums import DueOrigin, Mark, Origin


class Clear(StrEnum):
    """The six, in the order in which they are shown."""

    WORK = "work"
    PEOPLE = "people"
    MEANS = "means"
    TIME = "time"
    AUTHORITY = "authority"
    PRODUCT = "product"


CLEAR_LABELS: Mapping[Clear, Promise] = {
    Clear.WORK: _("Việc"),
    Clear.PEOPLE: _("Chủ trì, phối hợp"),
    Clear.MEANS: _("Biện pháp, nguồn lực"),
    Clear.TIME: _("Thời hạn"),
    Clear.AUTHORITY: _("Thẩm quyền, trách nhiệm"),
    Clear.PRODUCT: _("Sản phẩm"),
}

SHORT_LABELS: Mapping[Clear, Promise] = {
    Clear.WORK: _("Việc"),
    Clear.PEOPLE: _("Người"),
    Clear.MEANS: _("Nguồn lực"),
    Clear.TIME: _("Thời hạn"),
    Clear.AUTHORITY: _("Thẩm quyền"),
    Clear.PRODUCT: _("Sản phẩm"),
}
"""The same in one or two words, where six stand side by side."""

ELEMENT_LABELS: Mapping[str, Promise] = {
    "measures": _("Biện pháp"),
    "resources": _("Nguồn lực"),
    "due": _("Thời hạn"),
    "recurrence": _("Định kỳ"),
    "authority": _("Thẩm quyền"),
    "responsibility": _("Trách nhiệm"),
    "issuing_body": _("Cơ quan ban hành"),
    "condition": _("Điều kiện"),
    "product": _("Sản phẩm"),
    "submit_to": _("Nơi nhận"),
}

LEAD_SOURCES: Mapping[str, Promise] = {
    "explicit": _("nêu ngay trong câu"),
    "heading": _("lấy từ tiêu đề mục"),
    "lead-in": _("lấy từ câu dẫn"),
    "context": _("lấy từ câu trước đó"),
    "addressees": _("lấy từ nơi nhận (Kính gửi)"),
    "person": _("người rà soát nhập"),
}

RECURRENCE_LABELS: Mapping[str, Promise] = {
    "daily": _("Hằng ngày"),
    "weekly": _("Hằng tuần"),
    "monthly": _("Hằng tháng"),
    "quarterly": _("Hằng quý"),
    "semiannual": _("6 tháng một lần"),
    "annual": _("Hằng năm"),
    "other": _("Khi phát sinh, định kỳ khác"),
}

_ELEMENTS_OF: Mapping[Clear, tuple[str, ...]] = {
    Clear.MEANS: ("resources", "measures"),
    Clear.AUTHORITY: ("authority", "responsibility", "issuing_body"),
    Clear.PRODUCT: ("product",),
}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lead:
    """A leading body as the marks need it; the span is where its name is printed, if it is."""

    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is stored about one obligation, as far as the six marks depend on it."""

    elements: Mapping[str, Mapping[str, Any]]
    leads: Sequence[Lead] = ()
    lead_source: str = ""
    due_on: dt.date | None = None
    due_origin: str = DueOrigin.NONE
    recurrence: str = ""
    no_product_needed: bool = False


@dataclass(frozen=True, slots=True)
class ClearMark:
    """The mark of one of the six: ``source`` is the span an inherited one comes from, ``why`` the rule that found it.

    ``by_person`` says that a person filled it in; the document then still counts as not stating it.
    """

    clear: Clear
    mark: Mark
    text: str = ""
    why: str = ""
    source: Span | None = None
    by_person: bool = False

    @property
    def label(self) -> str:
        """The name of the element."""
        return str(CLEAR_LABELS[self.clear])


def six_clears(facts: Facts) -> tuple[ClearMark, ...]:
    """Return the six marks in order. What is not stated is said to be so, never guessed."""
    return (
        _work(facts),
        _people(facts),
        _first_stated(Clear.MEANS, facts),
        _time(facts),
        _first_stated(Clear.AUTHORITY, facts),
        _product(facts),
    )


def span_of(value: Any) -> Span | None:
    """Return the span stored under ``from`` or in an element, or nothing when there is none."""
    if not isinstance(value, Mapping):
        return None
    start, end = value.get("start"), value.get("end")
    return (start, end) if isinstance(start, int) and isinstance(end, int) and 0 <= start < end else None


def open_doubt(facts: Facts) -> DueDoubt | None:
    """Return why a person has to choose the day of the deadline, as long as nobody has."""
    return doubt_of(facts.elements.get("due")) if facts.due_on is None else None


def _work(facts: Facts) -> ClearMark:
    """The work is always stated: without its words there is no obligation. What is kept of it is the rule."""
    found = facts.elements.get("work")
    return replace(_from_element(Clear.WORK, found), mark=Mark.STATED) if found else ClearMark(Clear.WORK, Mark.STATED)


def _people(facts: Facts) -> ClearMark:
    if not facts.leads or facts.lead_source == "blank":
        return ClearMark(Clear.PEOPLE, Mark.NOT_STATED)
    text = "; ".join(lead.name for lead in facts.leads)
    if facts.lead_source == "person":
        return ClearMark(Clear.PEOPLE, Mark.NOT_STATED, text, by_person=True)
    if facts.lead_source in ("explicit", ""):
        return ClearMark(Clear.PEOPLE, Mark.STATED, text)
    first = facts.leads[0]
    source = (first.start, first.end) if first.start is not None and first.end is not None else None
    why = str(LEAD_SOURCES.get(facts.lead_source, ""))
    return ClearMark(Clear.PEOPLE, Mark.INHERITED, text, why, source)


def _time(facts: Facts) -> ClearMark:
    due = facts.elements.get("due")
    if facts.due_origin == DueOrigin.OFFICE:
        return ClearMark(Clear.TIME, _mark_of_due(due), _text_of(due), by_person=True)
    if due:
        printed = _from_element(Clear.TIME, due)
        return replace(printed, mark=Mark.VAGUE) if doubt_of(due) in VAGUE_AS_PRINTED else printed
    recurring = facts.elements.get("recurrence")
    if recurring:
        return _from_element(Clear.TIME, recurring)
    return ClearMark(Clear.TIME, Mark.NOT_STATED, by_person=bool(facts.due_on or facts.recurrence))


def _product(facts: Facts) -> ClearMark:
    if facts.no_product_needed:
        return ClearMark(Clear.PRODUCT, Mark.NOT_STATED, by_person=True)
    return _first_stated(Clear.PRODUCT, facts)


def _first_stated(clear: Clear, facts: Facts) -> ClearMark:
    for name in _ELEMENTS_OF[clear]:
        element = facts.elements.get(name)
        if element and element.get("text"):
            return _from_element(clear, element)
    return ClearMark(clear, Mark.NOT_STATED)


def _from_element(clear: Clear, element: Mapping[str, Any]) -> ClearMark:
    typed = element.get("origin") == Origin.PERSON and span_of(element) is None
    return ClearMark(
        clear,
        Mark.NOT_STATED if typed else _mark_of(element),
        _text_of(element),
        str(element.get("why") or ""),
        span_of(element.get("from")),
        by_person=element.get("origin") == Origin.PERSON,
    )


def _mark_of(element: Mapping[str, Any] | None) -> Mark:
    if not element:
        return Mark.NOT_STATED
    try:
        return Mark(str(element.get("mark") or Mark.STATED).replace(" ", "_"))
    except ValueError:
        return Mark.STATED


def _mark_of_due(due: Mapping[str, Any] | None) -> Mark:
    """A day that no calendar has is as vague as none, however plainly it is printed."""
    return Mark.VAGUE if doubt_of(due) in VAGUE_AS_PRINTED else _mark_of(due)


def _text_of(element: Mapping[str, Any] | None) -> str:
    return str((element or {}).get("text") or "")
