"""What the checks say about one line. Pure: the rules that read text are those of ``vanban check``.

A mark is stored as ``{kind, text, source, passage}``: what is wrong in a sentence, the document it compares with, and
the words there. A weakened value has ``asked`` and ``taken`` besides, to be read side by side.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from sauro.programmes.enums import EntryKind, MarkKind, Money, Part
from sauro.programmes.shortfalls import Planned, Shortfall, Wanted, shortfall
from sauro.tasks.figures import written_number
from vanban.check.competence import CompetenceCatalogue, beyond
from vanban.check.rules.clarity.work_for_hamlets import hamlet_among
from vanban.check.rules.copying.overlap import passages_shared
from vanban.check.store import StoredDocument
from vanban.targets.weakening import Lack, weakenings
from vanban.text.normalize import nfc


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """A line as the checks need it. ``bodies`` are the names its lead may act under: own, committee, level.

    ``planned`` are the values of a target by year, None for a line that names no year.
    """

    kind: str
    part: str
    work: str
    lead: str
    bodies: tuple[str, ...] = ()
    person: str = ""
    measures: str = ""
    money: str = ""
    has_other_resources: bool = False
    time: str = ""
    due_on: dt.date | None = None
    authority: str = ""
    product: str = ""
    value: str = ""
    planned: Planned | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A demand that the line is said to answer. ``wanted`` is its value, where a person has said what it measures."""

    text: str
    source: str
    due_on: dt.date | None = None
    wanted: Wanted | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing the checks say."""

    kind: MarkKind
    text: str
    source: str = ""
    passage: str = ""
    asked: str = ""
    taken: str = ""

    def to_value(self) -> dict[str, Any]:
        """The stored shape."""
        plain = {"kind": str(self.kind), "text": self.text, "source": self.source, "passage": self.passage}
        return {**plain, "asked": self.asked, "taken": self.taken} if self.asked else plain


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a line is held against: demands it answers, texts of higher levels, the catalogue of competence on a day."""

    asked: Sequence[Asked] = ()
    sources: Sequence[StoredDocument] = ()
    catalogue: CompetenceCatalogue | None = None
    day: dt.date | None = None


def marks_of(facts: EntryFacts, grounds: Grounds) -> list[Mark]:
    """Return all marks of a line in the order of :class:`MarkKind`."""
    return [
        *_missing(facts),
        *_weakened(facts, grounds.asked),
        *_copied(facts, grounds.sources),
        *_higher(facts, grounds),
        *_for_hamlets(facts),
        *_unanswered(grounds.asked),
    ]


def missing_clears(facts: EntryFacts) -> list[str]:
    """Return what the line does not make clear, in words, in the order of the six clears."""
    if facts.kind == EntryKind.TARGET:
        wanted = [
            (facts.value, _("giá trị, đơn vị tính")),
            (facts.lead, _("cơ quan chủ trì")),
            (facts.time, _("thời gian")),
        ]
    else:
        has_means = facts.measures or facts.has_other_resources or facts.money != Money.NOT_STATED
        means = "có" if has_means else ""
        wanted = [
            (facts.lead, _("cơ quan chủ trì")),
            (facts.person, _("người chịu trách nhiệm")),
            (means, _("biện pháp, nguồn lực")),
            (facts.time, _("thời gian")),
            (facts.authority, _("thẩm quyền, trách nhiệm")),
            (facts.product, _("sản phẩm")),
        ]
    return [name for value, name in wanted if not value]


def _missing(facts: EntryFacts) -> Iterator[Mark]:
    names = missing_clears(facts)
    if names:
        yield Mark(MarkKind.MISSING, _("Chưa nêu %(names)s.") % {"names": ", ".join(names)})


def _weakened(facts: EntryFacts, asked: Sequence[Asked]) -> Iterator[Mark]:
    said = f"{facts.work} {facts.value}".strip()
    for one in asked:
        if one.wanted is not None and facts.planned is not None:
            yield from _short(one, one.wanted, facts.planned)
            continue
        for found in weakenings(one.text, said):
            yield Mark(MarkKind.WEAKENED, _lack(found.lack, found.asked, found.taken), one.source, one.text)
        if one.due_on and facts.due_on and facts.due_on > one.due_on:
            days = {"asked": f"{one.due_on:%d/%m/%Y}", "taken": f"{facts.due_on:%d/%m/%Y}"}
            text = _("Thời hạn %(taken)s muộn hơn yêu cầu %(asked)s.") % days
            yield Mark(MarkKind.WEAKENED, text, one.source, one.text)


def _short(one: Asked, wanted: Wanted, planned: Planned) -> Iterator[Mark]:
    found = shortfall(wanted, planned)
    if found is None:
        return
    asked = value_of_year(wanted.value, wanted.measure, wanted.year)
    taken = "" if found.value is None else value_of_year(found.value, planned.measure, found.year)
    yield Mark(MarkKind.WEAKENED, _short_words(found.kind), one.source, one.text, asked, taken)


def _short_words(kind: Shortfall) -> str:
    """What a target falls short in; the two values stand beside it."""
    words = {
        Shortfall.LOWER: _("Mức kém hơn yêu cầu."),
        Shortfall.LATER: _("Đạt muộn hơn yêu cầu."),
        Shortfall.OTHER_UNIT: _("Tính bằng đơn vị khác, chưa so sánh được."),
        Shortfall.ABSENT: _("Chưa có giá trị cho năm được yêu cầu."),
    }
    return words[kind]


def value_of_year(value: Decimal, measure: str, year: int | None) -> str:
    """Return a value with its measure and the year at whose end it is to be reached."""
    words = f"{written_number(value)} {measure}"
    return words if year is None else _("%(value)s vào năm %(year)s") % {"value": words, "year": year}


def _lack(lack: Lack, asked: str, taken: str) -> str:
    words = {
        Lack.LOWER: _("Ghi “%(taken)s”, yêu cầu “%(asked)s”."),
        Lack.OTHER_UNIT: _("Yêu cầu “%(asked)s” nhưng dòng này dùng đơn vị khác (“%(taken)s”), chưa so sánh được."),
        Lack.ABSENT: _("Yêu cầu có “%(asked)s” nhưng dòng này không nêu số."),
    }
    return words[lack] % {"asked": asked, "taken": taken}


def _copied(facts: EntryFacts, sources: Sequence[StoredDocument]) -> Iterator[Mark]:
    if facts.kind == EntryKind.TARGET:
        return  # a target is adopted as it is set
    text = nfc(f"{facts.work}\n{facts.measures}")
    for one in passages_shared(text, sources):
        mine = " ".join(text[one.place.start : one.place.end].split())
        words = _("%(count)s từ giống nguyên văn: “%(text)s”.") % {"count": one.words, "text": mine}
        yield Mark(MarkKind.COPIED, words, one.source.name, one.passage)


def _higher(facts: EntryFacts, grounds: Grounds) -> Iterator[Mark]:
    if facts.kind != EntryKind.TASK or facts.part != Part.DIRECT or grounds.catalogue is None:
        return
    entries = tuple(grounds.catalogue.entries_for(facts.work, grounds.day))
    if not entries:
        yield Mark(MarkKind.NO_BASIS, _("Danh mục thẩm quyền chưa có mục nào cho việc này: chưa có căn cứ."))
    elif facts.bodies and all(beyond((name,), entries) for name in facts.bodies):
        one = entries[0]
        words = {"act": one.act, "holders": ", ".join(one.holders), "basis": one.basis}
        text = _("%(act)s thuộc thẩm quyền %(holders)s (%(basis)s); chỉ nêu là việc phối hợp.") % words
        yield Mark(MarkKind.HIGHER, text, one.basis)


def _for_hamlets(facts: EntryFacts) -> Iterator[Mark]:
    hamlet = hamlet_among((facts.lead,), facts.work) if facts.lead else ""
    if hamlet:
        text = _("%(name)s không phải cấp chính quyền; chỉ giao tuyên truyền, vận động.") % {"name": hamlet}
        yield Mark(MarkKind.HAMLET, text)


def _unanswered(asked: Sequence[Asked]) -> Iterator[Mark]:
    if not asked:
        yield Mark(MarkKind.UNANSWERED, _("Chưa nêu dòng này đáp ứng yêu cầu nào của cấp trên."))
