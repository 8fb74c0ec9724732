"""Percentages printed next to the two numbers they come from: "a/b (p%)", "p% (a/b)", "a trên b người, đạt p%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from vanban.check.rules.figures.reading.numbers import Figure, Role, figures
from vanban.check.subject import CheckedDocument

_UPWARD = frozenset({"trên", "hơn", "thiểu", "nhất"})
_DOWNWARD = frozenset({"gần", "ngót", "đa", "dưới"})
_ROUGHLY = frozenset({"khoảng", "xỉ", "chừng"})
_REACH = 5
"""How many percentage points "trên", "hơn", "gần" may leave between the printed and the true percentage."""


@dataclass(frozen=True, slots=True)
class Fraction:
    """Two numbers of which one is a share of the other: "a/b", "a trên b", "a trong tổng số b"."""

    part: Figure
    whole: Figure

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.part.start

    @property
    def end(self) -> int:
        """Where its last digit ends."""
        return self.whole.end


@dataclass(frozen=True, slots=True)
class Ratio:
    """A fraction and the percentage printed for it, as ``text[start:end]``."""

    fraction: Fraction
    percent: Figure
    start: int
    end: int

    def agrees(self, part: Decimal, whole: Decimal) -> bool:
        """True when the percentage is that of the two numbers, within its printed precision."""
        if whole == 0:
            return False
        low, high = tolerance(self.percent)
        share = part * (1000 if self.percent.unit == "‰" else 100) / whole
        return self.percent.value - low <= share <= self.percent.value + high

    @property
    def holds(self) -> bool:
        """True when the printed numbers agree; a fraction of nothing cannot be judged and counts as agreeing."""
        whole = self.fraction.whole.amount
        return whole == 0 or self.agrees(self.fraction.part.amount, whole)


def tolerance(percent: Figure) -> tuple[Decimal, Decimal]:
    """How far the true percentage may lie below and above the printed one.

    A zero behind other decimals is often only filled in ("17,30%" for 17,3%), so it does not count as a digit.
    """
    filled = percent.step < Decimal("0.1") and percent.text.endswith("0")
    half = percent.step * (10 if filled else 1) / 2
    if percent.about in _UPWARD:
        return half, Decimal(_REACH)
    if percent.about in _DOWNWARD:
        return Decimal(_REACH), half
    return (percent.step, percent.step) if percent.about in _ROUGHLY else (half, half)


_SLASH = re.compile(r"\s?/\s?")
_WORDS = r"(?:\s+[^\W\d_]+(?:[-/,]\s?[^\W\d_]+)?){0,10}"
_OUT_OF = re.compile(
    rf"{_WORDS}?\s+(?:trên|trong)\s+(?:tổng\s+)?(?:số\s+)?(?:là\s+)?|{_WORDS}?\s*/\s*(?:tổng\s+)?(?:số\s+)?", re.I
)
_APPROXIMATELY = r"(?:(?:khoảng|gần|trên|hơn|xấp\s+xỉ|chừng|ngót|tối\s+thiểu|tối\s+đa|ít\s+nhất|dưới)\s+)?"
_SAYS = r"(?:đạt|chiếm|bằng|là|tương\s+đương|tương\s+ứng|ứng\s+với|=|tức|tức\s+là|đạt\s+được)"
_RATE = r"(?:tỷ\s+lệ|tỉ\s+lệ|tỷ\s+trọng)"
_TO_PERCENT = re.compile(
    rf"{_WORDS}\s*(?:[,;]?\s*\(\s*(?:{_SAYS}\s+)?(?:{_RATE}\s*:?\s+)?|[,;]?\s+(?:{_SAYS}\s+(?:{_RATE}\s+)?|{_RATE}\s+(?:{_SAYS}\s+)?)"
    rf"|\s*=\s*){_APPROXIMATELY}",
    re.I,
)
_FROM_PERCENT = re.compile(rf"{_WORDS}\s*[,:]?\s*(?:(?:với|tức|tương\s+ứng|là)\s+)?\(?\s*", re.I)
_OF_TOTAL = re.compile(r"\s+(?:(?:trên|so\s+với|trong|của)\s+)?tổng\s+số\s+(?:[^\W\d_]+\s+){0,3}?", re.I)
_OTHER_BASE = re.compile(
    r"\s*(?:\)\s*)?(?:so\s+với|kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|cùng\s+kỳ|mục\s+tiêu|tổng\s+(?:số|thu|chi|vốn)|trong\s+tổng)",
    re.I,
)
_PERSONS = re.compile(r"(?:\s+[^\W\d_]+){0,5}\s*\)?")
_LONGEST_GAP = 90
_DAYS, _MONTHS = 32, 13
_DAY_BEFORE = re.compile(r"(?:ngày|sáng|chiều|tối|đêm|đến|từ|trước)\s*$", re.I)


def ratios(document: CheckedDocument) -> tuple[Ratio, ...]:
    """Every ratio of the document in order; each number belongs to one ratio only."""
    known = document.once(figures)
    text = document.text
    found: list[Ratio] = []
    used = 0
    for at, fraction in document.once(_fractions_at):
        if fraction.start < used:
            continue
        ratio = _percent_before(text, known, at, fraction, used) or _percent_after(text, known, at, fraction)
        if ratio:
            found.append(ratio)
            used = ratio.end
    taken = {ratio.percent.start for ratio in found}
    found += (ratio for ratio in _percents_between(text, known) if ratio.percent.start not in taken)
    return tuple(sorted(found, key=lambda ratio: ratio.start))


def _percents_between(text: str, known: tuple[Figure, ...]) -> Iterator[Ratio]:
    """ "a người, chiếm p% tổng số b người"."""
    for part, percent, whole in zip(known, known[1:], known[2:], strict=False):
        if (part.role, percent.role, whole.role) != (Role.COUNT, Role.PERCENT, Role.COUNT):
            continue
        if percent.start - part.end > _LONGEST_GAP or not _OF_TOTAL.fullmatch(text, percent.tail, whole.start):
            continue
        if _TO_PERCENT.fullmatch(text, part.end, percent.start) and whole.amount >= part.amount:
            yield Ratio(Fraction(_measured_as(part, whole), whole), percent, part.start, whole.end)


def fractions(document: CheckedDocument) -> tuple[Fraction, ...]:
    """Every fraction of the document, with a percentage or without."""
    return tuple(fraction for _, fraction in document.once(_fractions_at))


def _fractions_at(document: CheckedDocument) -> tuple[tuple[int, Fraction], ...]:
    """Fractions with the index of their first number among all numbers."""
    known = document.once(figures)
    text = document.text
    found = []
    for at in range(len(known) - 1):
        part, whole = known[at], known[at + 1]
        if part.role is not Role.COUNT or whole.role not in (Role.COUNT, Role.NAME):
            continue
        if whole.start - part.end > _LONGEST_GAP or not _is_fraction(text, part, whole):
            continue
        found.append((at, Fraction(_measured_as(part, whole), whole)))
    return tuple(found)


def _measured_as(part: Figure, whole: Figure) -> Figure:
    """ "3.120/6.000 tỷ đồng": the scale behind the whole is that of the part too."""
    bare = part.scale == 1 and not part.unit
    return replace(part, scale=whole.scale, unit=whole.unit) if bare else part


def _is_fraction(text: str, part: Figure, whole: Figure) -> bool:
    if _SLASH.fullmatch(text, part.end, whole.start):
        may_be_day = part.value < _DAYS and whole.value < _MONTHS
        day = may_be_day and _DAY_BEFORE.search(text, max(0, part.start - 12), part.start)
        follows = text[whole.end : whole.end + 2]
        return not day and not (follows[:1] in ("/", "-") and follows[1:].isalnum()) and text[part.start - 1] != "/"
    joined = _OUT_OF.fullmatch(text, part.end, whole.start) if whole.role is Role.COUNT else None
    return joined is not None and (whole.amount >= part.amount or "tổng" in joined.group().lower())


def _percent_before(text: str, known: tuple[Figure, ...], at: int, fraction: Fraction, used: int) -> Ratio | None:
    """ "p% … (a/b)": only for numbers joined by a stroke."""
    percent = known[at - 1] if at else None
    if percent is None or percent.role is not Role.PERCENT or percent.start < used:
        return None
    gap = fraction.start - percent.tail
    if gap > _LONGEST_GAP or "/" not in text[fraction.part.end : fraction.whole.start]:
        return None
    if not _FROM_PERCENT.fullmatch(text, percent.tail, fraction.start):
        return None
    closing = _PERSONS.match(text, fraction.end)
    bracketed = "(" in text[percent.tail : fraction.start] and closing is not None and closing.group().endswith(")")
    bare = text[fraction.end : fraction.end + 1] == ")"
    end = closing.end() if bracketed and closing else fraction.end + bare
    return Ratio(fraction, percent, _with_about(text, percent), end)


def _percent_after(text: str, known: tuple[Figure, ...], at: int, fraction: Fraction) -> Ratio | None:
    percent = known[at + 2] if at + 2 < len(known) else None
    if percent is None or percent.role is not Role.PERCENT or percent.start - fraction.end > _LONGEST_GAP:
        return None
    gap = _TO_PERCENT.fullmatch(text, fraction.end, percent.start)
    if gap is None or (_OTHER_BASE.match(text, percent.tail) and "(" not in gap.group()):
        return None
    closed = "(" in gap.group() and text[percent.tail : percent.tail + 1] == ")"
    return Ratio(fraction, percent, fraction.start, percent.tail + closed)


_ABOUT_BEFORE = re.compile(_APPROXIMATELY + r"$", re.I)


def _with_about(text: str, percent: Figure) -> int:
    """The start of the percentage with "khoảng" or its like."""
    if not percent.about:
        return percent.start
    found = _ABOUT_BEFORE.search(text, max(0, percent.start - 12), percent.start)
    return found.start() if found and found.group() else percent.start
