"""Parts with a percentage whose total stands before them: "Tổng số 200 hộ, trong đó 50 hộ nghèo (25%)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between
from vanban.check.rules.figures.reading.ratios import fractions, ratios, tolerance
from vanban.check.rules.figures.reading.sentences import counting_sentences
from vanban.check.subject import CheckedDocument
from vanban.types import Span

_TOTAL = re.compile(r"\btổng\s+(?:số|cộng)\b", re.I)
_INSIDE = re.compile(r"\b(?:trong\s+đó|gồm|bao\s+gồm|còn\s+(?:thiếu|lại))\b", re.I)
_TO_PERCENT = re.compile(
    r"(?:\s+[^\W\d_]+(?:[-/]\s?[^\W\d_]+)?){0,8}\s*(?:\(\s*(?:(?:đạt|chiếm|bằng)\s+)?(?:(?:tỷ|tỉ)\s+lệ\s+)?|,?\s+chiếm\s+(?:(?:tỷ|tỉ)\s+lệ\s+)?)"
    r"(?:(?:khoảng|gần|trên|hơn|xấp\s+xỉ)\s+)?",
    re.I,
)
_OTHER = re.compile(
    r"\s*(?:so\s+với|kế\s+hoạch|dự\s+toán|cùng\s+kỳ|mục\s+tiêu|chỉ\s+tiêu|GRDP|GDP|trong|số|tổng)", re.I
)
_LONGEST_GAP = 80


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
        return any(value - low <= self.part.amount * 100 / base.amount <= value + high for base in self.bases)


def shares(document: CheckedDocument) -> tuple[Share, ...]:
    """Every share of a total in the running text."""
    taken = {ratio.percent.start for ratio in document.once(ratios)}
    return tuple(
        share
        for sentence in document.once(counting_sentences)
        if "%" in document.text[sentence.start : sentence.end]
        for share in _in_sentence(document, sentence, taken)
    )


def _in_sentence(document: CheckedDocument, sentence: Span, taken: set[int]) -> list[Share]:
    text = document.text
    known = figures_between(document, sentence.start, sentence.end)
    named = _TOTAL.search(text, sentence.start, sentence.end)
    wholes = document.once(_wholes)
    found = []
    for at, (part, percent) in enumerate(pairwise(known)):
        if percent.start in taken or not _is_share(text, part, percent):
            continue
        inside = _INSIDE.search(text, sentence.start, part.start)
        before = [one for one in known[:at] if inside and one.start < inside.start()]
        bases = tuple(one for one in before if _may_be_base(one, part, wholes))
        if bases:
            certain = len(bases) == 1 and named is not None and named.end() <= bases[0].start
            closed = text[percent.tail : percent.tail + 1] == ")" and "(" in text[part.end : percent.start]
            found.append(Share(part, percent, bases, certain, percent.tail + closed))
    return found


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
