"""Parts with a percentage whose total stands before them: "Tổng số 200 hộ, trong đó 50 hộ nghèo (25%)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between
from vanban.check.rules.figures.reading.ratios import fractions, ratios, tolerance
from vanban.check.rules.figures.reading.sentences import counting_sentences
from vanban.check.subject import CheckedDocument
from vanban.types import Span

_TOTAL = re.compile(r"\b[Tt]ổng\s+(?:số|cộng)\b|\bTrong\s+(?:số\s+)?(?=\d)")
_INSIDE = re.compile(r"\b(?:trong\s+đó|gồm|bao\s+gồm|còn\s+(?:thiếu|lại))\b", re.I)
_TO_PERCENT = re.compile(
    r"(?:\s+[^\W\d_]+(?:[-/]\s?[^\W\d_]+)?){0,8}\s*(?:\(\s*(?:(?:đạt|chiếm|bằng)\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?|,?\s+chiếm\s+(?:(?:tỷ|tỉ)\s+lệ\s+)?)"
    r"(?:(?:khoảng|gần|trên|hơn|xấp\s+xỉ)\s+)?",
    re.I,
)
_OTHER = re.compile(
    r"\s*(?:so\s+với|kế\s+hoạch|dự\s+toán|cùng\s+kỳ|mục\s+tiêu|chỉ\s+tiêu|GRDP|GDP|trong|số|tổng)", re.I
)
_ASSIGNED = re.compile(
    r"\b(?:được\s+giao|(?:kế\s+hoạch|chỉ\s+tiêu|dự\s+toán)(?:\s+(?:vốn|năm|giao|được\s+giao|là)){0,3}|tiếp\s+nhận|phải\s+thực\s+hiện)"
    r"(?:\s+là)?\s*:?\s*(?=\d)",
    re.I,
)
_REACHED = re.compile(r"(?:\s+[^\W\d_]+){0,4}\s*(?:,|\()?\s*(?:đạt|bằng)\s+(?:(?:tỷ|tỉ)\s+lệ\s+)?", re.I)
_AGAINST_OTHER = re.compile(r"\s*(?:so\s+với\s+)?(?:cùng\s+kỳ|năm|GRDP|tổng)", re.I)
_BREAK = re.compile(r"[;()]")
_TAKES_UP = re.compile(r"(?:Trong\s+(?:đó|số\s+đó|số\s+này)|Bao\s+gồm|Gồm)\b")
_LONGEST_GAP = 80
_OPENING = 4


@dataclass(frozen=True, slots=True)
class Share:
    """A part, its percentage and the counts before it that may be its total, the likeliest last.

    ``certain`` when there is only one such count and the sentence calls it a total.
    """

    part: Figure
    percent: Figure
    bases: tuple[Figure, ...]
    certain: bool
    end: int

    @property
    def holds(self) -> bool:
        """True when the percentage is that of the part in one of the counts before it."""
        low, high = tolerance(self.percent)
        value = self.percent.value
        return any(value - low <= share <= value + high for share in self._true)

    @property
    def is_cut_off(self) -> bool:
        """True when the last digit was only cut off or rounded the wrong way."""
        return any(abs(share - self.percent.value) < self.percent.step for share in self._true)

    @property
    def _true(self) -> list[Decimal]:
        return [self.part.amount * 100 / base.amount for base in self.bases]


def shares(document: CheckedDocument) -> tuple[Share, ...]:
    """Every share of a total in the running text."""
    taken = {ratio.percent.start for ratio in document.once(ratios)}
    text = document.text
    found: list[Share] = []
    spans = document.once(counting_sentences)
    for at, sentence in enumerate(spans):
        if text.find("%", sentence.start, sentence.end) >= 0:
            takes_up = at and _TAKES_UP.match(text, sentence.start) and sentence.start - spans[at - 1].end < _OPENING
            start = spans[at - 1].start if takes_up else sentence.start
            found += _in_sentence(document, Span(start, sentence.end), sentence.start, taken)
            found += _of_assigned(document, sentence, taken)
    return tuple(found)


def _in_sentence(document: CheckedDocument, context: Span, start: int, taken: set[int]) -> list[Share]:
    """The shares printed behind ``start``, their totals anywhere before them in ``context``."""
    text = document.text
    known = figures_between(document, context.start, context.end)
    named = _TOTAL.search(text, context.start, context.end)
    wholes = document.once(_wholes)
    found = []
    for at, (part, percent) in enumerate(pairwise(known)):
        if part.start < start or percent.start in taken or not _is_share(text, part, percent):
            continue
        inside = _INSIDE.search(text, context.start, part.start)
        before = [one for one in known[:at] if not inside or one.start < inside.start()]
        bases = tuple(one for one in before if _may_be_base(one, part, wholes)) if inside or named else ()
        if bases:
            called = named is not None and named.end() <= bases[0].start
            closed = text[percent.tail : percent.tail + 1] == ")" and "(" in text[part.end : percent.start]
            certain = len(bases) == 1 and called and inside is not None
            found.append(Share(part, percent, bases, certain, percent.tail + closed))
    return found


def _of_assigned(document: CheckedDocument, sentence: Span, taken: set[int]) -> list[Share]:
    """ "Kế hoạch giao 150 ha, đã trồng 120 ha, đạt 80%": what was to be done, what was done, and the percentage."""
    text = document.text
    assigned = _ASSIGNED.search(text, sentence.start, sentence.end)
    known = figures_between(document, assigned.end(), sentence.end) if assigned else ()
    if len(known) < 3 or [one.role for one in known[:3]] != [Role.COUNT, Role.COUNT, Role.PERCENT]:
        return []
    base, part, percent = known[:3]
    fits = _REACHED.fullmatch(text, part.tail, percent.start) and not _AGAINST_OTHER.match(text, percent.tail)
    near = part.start - base.tail <= _LONGEST_GAP and _BREAK.search(text, base.tail, part.start) is None
    if not fits or not near or percent.start in taken or base.amount == 0 or percent.unit != "%":
        return []
    same = base.unit == part.unit and base.unit != ""
    return [Share(part, percent, (base,), same, percent.tail)] if same or not (base.unit and part.unit) else []


def _is_share(text: str, part: Figure, percent: Figure) -> bool:
    """True when the percentage belongs to the count before it and to nothing else, as a plan or a former year."""
    if part.role is not Role.COUNT or percent.role is not Role.PERCENT or percent.unit != "%":
        return False
    gap = _TO_PERCENT.fullmatch(text, part.end, min(percent.start, part.end + _LONGEST_GAP))
    if gap is None or gap.end() != percent.start:
        return False
    bracketed = "(" in gap.group() and text[percent.tail : percent.tail + 1] == ")"
    return bracketed or not _OTHER.match(text, percent.tail)


def _wholes(document: CheckedDocument) -> frozenset[int]:
    return frozenset(fraction.whole.start for fraction in document.once(fractions))


def _may_be_base(figure: Figure, part: Figure, wholes: frozenset[int]) -> bool:
    comparable = _same(figure.unit, part.unit) or figure.start in wholes
    return figure.role is Role.COUNT and figure.amount >= part.amount > 0 and comparable


def _same(one: str, other: str) -> bool:
    return not one or not other or one == other
