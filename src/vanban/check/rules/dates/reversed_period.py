"""TG005 reversed-period: khoảng thời gian kết thúc trước khi bắt đầu.

Kiểm tra gì: "từ … đến …" giữa hai ngày, tháng, quý, năm; "giai đoạn", "nhiệm kỳ", "năm học" in hai năm.
Vì sao: thường do gõ nhầm một trong hai mốc; không tính được thời gian thực hiện.
Ví dụ: "từ ngày 20/5/2026 đến ngày 10/5/2026", "giai đoạn 2030 - 2026".
Nên viết: "từ ngày 10/5/2026 đến ngày 20/5/2026", "giai đoạn 2026 - 2030".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu mốc nào sai.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Seen
from vanban.check.rules.dates.reading import neighbours
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.dates import DatePhrase
from vanban.text.sought import find_all
from vanban.types import Span

_FROM = re.compile(r"\b(?:từ|kể\s+từ|giai\s+đoạn|thời\s+gian|đợt|kỳ|\()\s*:?\s*$|\(\s*$", re.I)
_UP_TO = re.compile(r"\s*(?:đến|tới|cho\s+đến|[-–])\s*(?:hết\s+|cuối\s+|đầu\s+)?", re.I)
_DASH = re.compile(r"\s*[-–]\s*")
_YEARS = re.compile(
    r"\b(?P<what>giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|năm\s+học|niên\s+độ|khóa|các\s+năm|từ\s+năm|thời\s+gian(?:\s+thực\s+hiện)?\s*:)\s+(?P<first>(?:19|20)\d{2})"
    r"\s*(?:[-–]|đến(?:\s+năm)?)\s*(?P<last>(?:19|20)\d{2})(?!\d)",
    re.I,
)
_YEARS_OPEN = re.compile(r"[GgNnTtKkCc](?=[iI][aAêÊ]|[hH][iIờỜóÓ]|[ăĂáÁừỪ])")
_DAYS = re.compile(
    r"\b(?:từ\s+(?:ngày\s+)?|ngày\s+)(?P<first>\d{1,2})\s*(?:đến|[-–])\s*(?:hết\s+)?(?:ngày\s+)?(?P<last>\d{1,2})"
    r"(?:\s+tháng\s+\d{1,2}|/\d{1,2}/\d{4})(?!\d)",
    re.I,
)
_DAYS_OPEN = re.compile(r"[tTnN](?=[ừỪ]|[gG][àÀ])")
_NEAR = 14


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare both ends of every period."""
    for first, last in document.once(_ranges):
        if _is_reversed(first, last):
            begins, ends = (document.text[one.start : one.end] for one in (first, last))
            yield RULE.at(
                document, first.start, last.end, f"Khoảng thời gian kết thúc ({ends}) trước khi bắt đầu ({begins})."
            )
    for span, begin, end in document.once(_year_ranges):
        if begin > end:
            yield RULE.at(document, *span, f"Năm kết thúc ({end}) trước năm bắt đầu ({begin}); sửa lại hai năm.")
    for span, begin, end in document.once(_day_ranges):
        if begin > end:
            yield RULE.at(document, *span, f"Ngày kết thúc ({end}) trước ngày bắt đầu ({begin}) của cùng một tháng.")


def seen(document: CheckedDocument) -> Seen:
    """How many periods print both ends, and how many can be ordered."""
    ranges, years = document.once(_ranges), document.once(_year_ranges)
    return Seen("khoảng thời gian", len(ranges) + len(years), len(years) + sum(_is_ordered(*one) for one in ranges))


def _ranges(document: CheckedDocument) -> tuple[tuple[DatePhrase, DatePhrase], ...]:
    text = document.text
    found = []
    for first, second, between in neighbours(document):
        joined = _UP_TO.fullmatch(between)
        before = _FROM.search(text[max(0, first.start - _NEAR) : first.start])
        if joined and (before or (_DASH.fullmatch(between) and _is_whole(first) and _is_whole(second))):
            found.append((first, second))
    return tuple(found)


def _year_ranges(document: CheckedDocument) -> tuple[tuple[Span, int, int], ...]:
    return tuple(
        (Span(*found.span()), int(found["first"]), int(found["last"]))
        for found in find_all(_YEARS, _YEARS_OPEN, document.text)
    )


def _is_whole(phrase: DatePhrase) -> bool:
    """A dash joins whole days, months and quarters; bare years may be numbers of documents."""
    return phrase.kind == "date" or (phrase.kind in ("month", "quarter") and phrase.year is not None)


def _day_ranges(document: CheckedDocument) -> tuple[tuple[Span, int, int], ...]:
    """ "từ ngày 20 đến ngày 18 tháng 5": two days of one month."""
    return tuple(
        (Span(found.start("first"), found.end()), int(found["first"]), int(found["last"]))
        for found in find_all(_DAYS, _DAYS_OPEN, document.text)
    )


def _is_ordered(first: DatePhrase, last: DatePhrase) -> bool:
    return (first.year is not None and last.year is not None) or _same_month(first, last)


def _same_month(first: DatePhrase, last: DatePhrase) -> bool:
    return first.kind == "date" == last.kind and first.month == last.month


def _is_reversed(first: DatePhrase, last: DatePhrase) -> bool:
    """A year that is not printed lets a period run over New Year; within one month it cannot."""
    if first.year is None or last.year is None:
        return _same_month(first, last) and (first.day or 0) > (last.day or 0)
    begins, ends = first.first(), last.last()
    return begins is not None and ends is not None and begins > ends


RULE = Rule("TG005", "reversed-period", "Khoảng thời gian kết thúc trước khi bắt đầu", Severity.ERROR, check, seen=seen)
