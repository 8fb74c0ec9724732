"""A total and the parts printed behind it: "Tổng số 120 hộ, trong đó: 70 hộ …, 50 hộ …", "120 hộ (gồm 70 …, 50 …)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from vanban.check.rules.figures.reading.listed import items_below
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between
from vanban.check.rules.figures.reading.ratios import Fraction, fractions
from vanban.check.rules.figures.reading.sentences import counting_sentences
from vanban.check.subject import CheckedDocument
from vanban.types import Span

_CONNECTOR = re.compile(
    r"\b(?:[Tt]rong\s+(?:đó|số\s+này|số\s+đó)|[Bb]ao\s+gồm|[Gg]ồm\s+có|[Gg]ồm|[Cc]hia\s+ra|TRONG\s+ĐÓ)\b"
)
_TOTAL = re.compile(r"\b(?:tổng(?:\s+(?:số|cộng|vốn|kinh\s+phí|nguồn|mức|kim\s+ngạch|thu|chi|diện\s+tích))?)\b", re.I)
_OVERLAPPING = re.compile(
    r"\b(?:nữ|đảng\s+viên|dân\s+tộc|trẻ|tuổi|trình\s+độ|đại\s+học|thạc\s+sĩ|tôn\s+giáo|tái\s+cử|chủ\s+yếu|riêng|"
    r"nhất\s+là|một\s+số|nổi\s+bật|điển\s+hình|ít\s+nhất|tối\s+thiểu|phấn\s+đấu|tiêu\s+biểu)\b",
    re.I,
)
"""Parts of which one person or thing may be several, or which are only examples."""
_BOTH_SEXES = re.compile(r"\bnam\b.{1,60}?\bnữ\b", re.I)
_WHOLLY = re.compile(r"gồm|chia", re.I)
_LEADS_IN = re.compile(r"(?:\s+(?:như\s+sau|sau|có))?\s*:\s*", re.I)
_OPENING = 4
_REMAINDER = re.compile(r"\bcòn\s+lại\b", re.I)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with the numbers behind it. ``others`` are the counts before it that may be meant instead.

    ``whole`` says that the parts are presented as making up the total: "gồm", "chia ra", "trong đó:", or a list that
    ends with what is left. ``apart`` says that a semicolon stands between the total and its parts.
    """

    total: Figure
    parts: tuple[Figure, ...]
    others: tuple[Figure, ...]
    whole: bool
    overlapping: bool
    apart: bool

    @property
    def sum(self) -> Decimal:
        """The sum of the parts."""
        return sum((part.amount for part in self.parts), Decimal(0))

    @property
    def slack(self) -> Decimal:
        """How far sum and total may lie apart by rounding: one unit of the coarsest last digit at most."""
        those = (self.total, *self.parts)
        return min(sum((one.slack for one in those), Decimal(0)), max(one.slack for one in those) * 2)

    @property
    def holds(self) -> bool:
        """True when the parts make up the total, or another count printed before them."""
        found, slack = self.sum, self.slack
        return any(abs(one.amount - found) <= slack for one in (self.total, *self.others))


def breakdowns(document: CheckedDocument) -> tuple[Breakdown, ...]:
    """Every total with parts of the same kind, in order."""
    found = []
    spans = document.once(counting_sentences)
    for at, span in enumerate(spans):
        for match in _CONNECTOR.finditer(document.text, span.start, span.end):
            takes_up = at and match.group()[0].isupper() and match.start() - span.start < _OPENING
            follows = takes_up and span.start - spans[at - 1].end < _OPENING
            breakdown = _breakdown(document, spans[at - 1].start if follows else span.start, match, span.end)
            if breakdown:
                found.append(breakdown)
    return tuple(found)


def _breakdown(document: CheckedDocument, start: int, connector: re.Match[str], end: int) -> Breakdown | None:
    text = document.text
    before = [one for one in figures_between(document, start, connector.start()) if one.role is Role.COUNT]
    if not before:
        return None
    inside = _inside(document, connector, end)
    total = _total(text, start, before)
    parts = tuple(one for one in inside if _comparable(text, total, one, connector.start()))
    if not parts or len(parts) != len(inside) or any(one.about or one.amount == 0 for one in (*parts, total)):
        return None
    words = text[connector.start() : parts[-1].tail]
    listed = len(parts) > 1 and text[connector.end() : connector.end() + 1] == ":"
    whole = listed or bool(_WHOLLY.search(connector.group()) or _REMAINDER.search(words))
    others = tuple(one for one in before if one is not total)
    apart = ";" in text[total.end : connector.start()]
    overlapping = _OVERLAPPING.search(_BOTH_SEXES.sub("", words)) is not None
    return Breakdown(total, parts, others, whole and not apart, overlapping, apart)


def _inside(document: CheckedDocument, connector: re.Match[str], end: int) -> list[Figure]:
    """The counts behind the connector: in its sentence, or the first one of each item below."""
    if not _LEADS_IN.fullmatch(document.text, connector.end(), end):
        return _first_list(document.text, _parts(document, _body(document.text, connector.end(), end)))
    firsts = [next(iter(_parts(document, item)), None) for item in items_below(document, end)]
    return [one for one in firsts if one] if None not in firsts else []


def _body(text: str, start: int, end: int) -> Span:
    """From behind the connector to the bracket that closes it, the next connector, or the end of the sentence."""
    depth = 0
    for at in range(start, end):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth < 0:
                return Span(start, at)
    again = _CONNECTOR.search(text, start, end)
    return Span(start, again.start() if again else end)


def _parts(document: CheckedDocument, body: Span) -> list[Figure]:
    """Counts of the list itself: those in brackets explain a part, those under a stroke are what it is a share of."""
    text = document.text
    wholes = {fraction.whole.start: fraction for fraction in _fractions_in(document, body)}
    found = []
    depth, at = 0, body.start
    for figure in figures_between(document, body.start, body.end):
        depth += text.count("(", at, figure.start) - text.count(")", at, figure.start)
        at = figure.start
        if depth <= 0 and figure.role is Role.COUNT and figure.start not in wholes:
            found.append(figure)
    return found


def _first_list(text: str, parts: list[Figure]) -> list[Figure]:
    """A semicolon after several parts ends their list: "xuất khẩu 39 tỷ và nhập khẩu 37 tỷ; thặng dư 2 tỷ"."""
    for at in range(2, len(parts)):
        if ";" in text[parts[at - 1].end : parts[at].start]:
            earlier = any(";" in text[one.end : two.start] for one, two in pairwise(parts[:at]))
            return parts if earlier else parts[:at]
    return parts


def _fractions_in(document: CheckedDocument, body: Span) -> tuple[Fraction, ...]:
    known = document.once(fractions)
    starts = document.once(_fraction_starts)
    return known[bisect_left(starts, body.start) : bisect_left(starts, body.end)]


def _fraction_starts(document: CheckedDocument) -> list[int]:
    return [fraction.start for fraction in document.once(fractions)]


def _total(text: str, start: int, before: list[Figure]) -> Figure:
    """The number behind "tổng số", else the last one."""
    named = [found.end() for found in _TOTAL.finditer(text, start, before[-1].start)]
    after = [one for one in before if named and one.start >= named[-1]]
    return after[0] if after else before[-1]


def _comparable(text: str, total: Figure, part: Figure, connector: int) -> bool:
    """True when both count the same: the same unit, none, or a unit the total names ("102 xã, phường")."""
    if part.unit == total.unit or not part.unit:
        return True
    if (part.scale == 1) != (total.scale == 1):
        return False
    named = re.search(rf"\b{re.escape(part.unit)}\b", text[total.end : connector].lower())
    return part.scale == 1 and named is not None
