"""Increases and decreases with both values printed: "tăng từ 120 lên 150 hộ (25%)", "từ 120 lên 150 hộ, tăng 25%"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between
from vanban.check.rules.figures.reading.ratios import tolerance
from vanban.check.rules.figures.reading.sentences import counting_sentences, found_in_sentences
from vanban.check.subject import CheckedDocument
from vanban.types import Span

_FROM = re.compile(r"\btừ\s+(?:mức\s+)?(?:khoảng\s+|trên\s+|hơn\s+|gần\s+)?(?=\d)", re.I)
_TO = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?[^.;:()\d]{0,60}?\b(?P<way>lên\s+đến|lên|xuống\s+còn|xuống|còn|thành|sang)\s+(?:mức\s+|là\s+|tới\s+)?",
    re.I,
)
"""Not "đến": "giảm từ 5% đến 10%" is a range."""
_VERB = re.compile(r"\b(tăng|giảm)(?:\s+thêm|\s+đi|\s+được|\s+bình\s+quân)?", re.I)
_BY = re.compile(r"\b(tăng|giảm)\s+(?:thêm\s+|đi\s+|được\s+|tương\s+ứng\s+|khoảng\s+)?(?=\d)", re.I)
_COMPARED = re.compile(
    r"\s*(?:điểm\s+(?:phần\s+trăm\s*)?)?[^.;:()\d]{0,10}?so\s+(?:với\s+)?[^.;()\d]{0,40}(?:năm\s+\d{4}\s*)?"
    r"\(\s*[^\d()]{0,20}(?=\d)",
    re.I,
)
_SAME_THING = re.compile(r"(?:\s+[^\W\d_]+){0,5}?\s*(?:[,(]\s*|\s)(?:(?:tức|tương\s+ứng|tương\s+đương|đã)\s+)?", re.I)
"""Between a value and the verb of its change: what is counted, then at most a comma; no other subject."""
_OPENS = re.compile(r"\s*(?:[^\W\d_]+\s+){0,3}\(\s*")
_YEARLY = re.compile(r"\s*/\s*năm|\s*mỗi\s+năm|\s*hằng\s+năm|\s*hàng\s+năm|\s*bình\s+quân", re.I)
_CORRESPONDS = r"(?:tương\s+(?:đương|ứng)|hay|tức)\s+(?:với\s+)?"
_IN_PERCENT = re.compile(
    rf"(?:\s?[^\W\d_]+){{0,5}}\s*(?:\(\s*|,?\s+(?={_CORRESPONDS}))(?:{_CORRESPONDS})?(?:(?:tăng|giảm|bằng)\s+|[-–+]\s?)?",
    re.I,
)
_SAME_CLAUSE = re.compile(r"(?:\s+[^\W\d_]+){0,6}\s*,?\s*(?:so\s+với\s+cùng\s+kỳ\s*,?\s*)?", re.I)
_YEAR = re.compile(r"\bnăm\s+(\d{4})\b", re.I)
_AGAINST = re.compile(
    r"\s*(?:điểm[^.;]{0,20})?(?:so\s+với\s+)?(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|mục\s+tiêu|/\s*năm)", re.I
)
_BEFORE = 40
_AFTER = 70


@dataclass(frozen=True, slots=True)
class Change:
    """A change from one value to another. ``by`` is the printed difference, a percentage or an amount, if there is one.

    ``verb`` is "tăng" or "giảm" where printed; ``way`` the preposition between the values, such as "lên".
    """

    old: Figure
    new: Figure
    verb: str
    way: str
    by: Figure | None
    start: int
    end: int

    @property
    def relative(self) -> Decimal:
        """The change in percent of the old value; positive for more."""
        return (self.new.amount - self.old.amount) * 100 / self.old.amount


@dataclass(frozen=True, slots=True)
class Increment:
    """A value with its change in the same unit and in percent; the old value is not printed."""

    new: Figure
    by: Figure
    percent: Figure
    verb: str

    @property
    def old(self) -> Decimal:
        """The value before the change."""
        return self.new.amount - self.by.amount if self.verb == "tăng" else self.new.amount + self.by.amount

    @property
    def holds(self) -> bool:
        """True when the percentage is that of the change, within the precision of all three; also without a base."""
        if self.old <= 0 or self.new.about or self.by.about:
            return True
        low, high = tolerance(self.percent)
        share = self.by.amount * 100 / self.old
        slack = self.by.slack * 100 / self.old + (self.new.slack + self.by.slack) * share / self.old
        return self.percent.value - low - slack <= share <= self.percent.value + high + slack


def changes(document: CheckedDocument) -> tuple[Change, ...]:
    """Every change with two comparable values, in order."""
    found: list[Change] = []
    for sentence in document.once(counting_sentences):
        said = document.text[sentence.start : sentence.end].lower()
        if "tăng" in said or "giảm" in said:
            found += [*_from_to(document, sentence), *_compared(document, sentence), *_year_by_year(document, sentence)]
    return tuple(found)


def _from_to(document: CheckedDocument, sentence: Span) -> list[Change]:
    """ "từ A lên B" with "tăng", "giảm" before or behind it."""
    text = document.text
    found = []
    for opening in _FROM.finditer(text, sentence.start, sentence.end):
        known = figures_between(document, opening.end(), sentence.end)
        old = known[0] if known and known[0].start == opening.end() else None
        new = next((one for one in known[1:3] if old and _comparable(old, one)), None)
        joined = _TO.fullmatch(text, old.end, new.start) if old and new else None
        if old is None or new is None or joined is None:
            continue
        verb, by = _verb_and_difference(document, sentence, opening.start(), new)
        way = joined.group("way").lower().split()[0]
        if verb:
            start = min(opening.start(), by.start) if by else opening.start()
            found.append(Change(old, new, verb, way, by, start, max(new.tail, by.tail if by else 0)))
    return found


def _verb_and_difference(
    document: CheckedDocument, sentence: Span, start: int, new: Figure
) -> tuple[str, Figure | None]:
    """The verb of a change and the difference behind the values ("…, tăng 25%") or before them ("tăng 25% (từ …")."""
    text = document.text
    after = _BY.search(text, new.end, min(sentence.end, new.end + _AFTER))
    if after and _SAME_THING.fullmatch(text, new.tail, after.start()):
        by = next(iter(figures_between(document, after.end(), sentence.end)), None)
        if by and by.start == after.end() and not _YEARLY.match(text, by.tail):
            return after.group(1).lower(), by
    near = max(sentence.start, start - _BEFORE)
    before = list(_BY.finditer(text, near, start))
    by = next(iter(figures_between(document, before[-1].end(), start)), None) if before else None
    if by and _OPENS.fullmatch(text, by.tail, start) and not _YEARLY.match(text, by.tail):
        return before[-1].group(1).lower(), by
    verbs = list(_VERB.finditer(text, near, start))
    return (verbs[-1].group(1).lower(), None) if verbs else ("", None)


def _compared(document: CheckedDocument, sentence: Span) -> list[Change]:
    """ "B hộ, tăng p% so với năm 2024 (A hộ)"."""
    text = document.text
    found = []
    for match in _BY.finditer(text, sentence.start, sentence.end):
        known = figures_between(document, match.end(), sentence.end)
        by = known[0] if known and known[0].start == match.end() else None
        opening = _COMPARED.match(text, by.tail, sentence.end) if by else None
        if by is None or opening is None:
            continue
        old = next((one for one in known[1:] if one.start == opening.end()), None)
        before = [one for one in figures_between(document, sentence.start, match.start()) if one.role is Role.COUNT]
        same = before and _SAME_THING.fullmatch(text, before[-1].tail, match.start())
        if old and same and _comparable(old, before[-1]):
            found.append(Change(old, before[-1], match.group(1).lower(), "", by, before[-1].start, old.tail))
    return found


def _year_by_year(document: CheckedDocument, sentence: Span) -> list[Change]:
    """ "năm 2024 có A hộ, năm 2025 có B hộ, tăng p%": the last two counts before the verb, a year before each."""
    text = document.text
    found = []
    for match in _BY.finditer(text, sentence.start, sentence.end):
        by = next(iter(figures_between(document, match.end(), sentence.end)), None)
        known = [one for one in figures_between(document, sentence.start, match.start()) if one.role is Role.COUNT]
        if by is None or by.start != match.end() or len(known) != 2 or _AGAINST.match(text, by.tail):
            continue
        old, new = known
        years = [int(year) for year in _YEAR.findall(text, sentence.start, new.start)]
        apart = _YEAR.search(text, sentence.start, old.start) and _YEAR.search(text, old.end, new.start)
        same = _comparable(old, new) and old.unit and old.unit == new.unit
        follows = _SAME_THING.fullmatch(text, new.tail, match.start())
        if apart and same and follows and years == sorted(set(years)):
            found.append(Change(old, new, match.group(1).lower(), "", by, old.start, by.tail))
    return found


def increments(document: CheckedDocument) -> tuple[Increment, ...]:
    """Every "B hộ, tăng c hộ (p%)" in order."""
    text = document.text
    found = []
    for sentence, match in found_in_sentences(document, _BY):
        known = figures_between(document, match.end(), sentence.end)[:2]
        before = [one for one in figures_between(document, sentence.start, match.start()) if one.role is Role.COUNT]
        if len(known) < 2 or not before or known[0].start != match.end():
            continue
        new, by, percent = before[-1], *known
        joined = _IN_PERCENT.fullmatch(text, by.tail, percent.start)
        near = _SAME_CLAUSE.fullmatch(text, new.tail, match.start())
        if joined and near and percent.unit == "%" and new.unit and by.unit == new.unit and by.scale == new.scale:
            found.append(Increment(new, by, percent, match.group(1).lower()))
    return tuple(found)


def _comparable(one: Figure, other: Figure) -> bool:
    """True when both measure the same thing; a value without a unit takes that of the other."""
    if one.role is not other.role or one.role not in (Role.COUNT, Role.PERCENT) or one.amount == 0:
        return False
    bare = not one.unit or not other.unit
    return (one.unit == other.unit or bare) and (one.scale == other.scale or not bare)
