"""TG004 weekday-mismatch: thứ trong tuần không khớp với ngày.

Kiểm tra gì: "thứ Hai, ngày 05/3/2026", "ngày 05/3/2026 (thứ Hai)" được đối chiếu với lịch.
Vì sao: người nhận không biết đến theo thứ hay theo ngày.
Ví dụ: "8 giờ, thứ Hai, ngày 05/3/2026".
Nên viết: "8 giờ, thứ Năm, ngày 05/3/2026".
Mức an toàn khi sửa: không tự sửa; nêu thứ đúng của ngày và ngày gần nhất có thứ đã in.
Căn cứ: lịch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from vanban.check.days import shown
from vanban.check.rule import Rule, Seen
from vanban.check.rules.dates.reading import printed_dates
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity
from vanban.text.dates import DatePhrase

_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_NUMBERS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}
_WEEKDAY = r"(?:thứ\s+(?P<day>hai|ba|tư|năm|sáu|bảy|[2-7])\b|chủ\s*nhật)"
_BEFORE = re.compile(
    r"(?:^|[,;:(\n–-]|\b(?:vào|sáng|chiều|tối|trưa|phút|ngày|hết|trước|đến|từ|hôm|giờ|nhất|hạn|là)|\d\s*[h'’])\s*"
    rf"(?P<weekday>{_WEEKDAY})\s*[,(–-]?\s*(?:tức\s+)?$",
    re.I,
)
_AFTER = re.compile(rf"\s*[,(–-]?\s*(?:tức\s+(?:là\s+)?)?(?P<weekday>{_WEEKDAY})(?=\s*[),.;]|\s*$)", re.I | re.M)
_NEAR = 34
_LATE_IN_YEAR, _EARLY_IN_YEAR = 11, 2


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the printed weekday of each date with the calendar's."""
    for start, end, weekday, days in document.once(_dated_weekdays):
        if days and all(day.weekday() != weekday for day in days):
            day = days[0]
            message = (
                f"Ngày {shown(day)} là {_NAMES[day.weekday()]}, không phải {_NAMES[weekday]}; sửa lại thứ hoặc ngày."
            )
            yield RULE.at(document, start, end, message, candidates=_candidates(day, weekday))


def seen(document: CheckedDocument) -> Seen:
    """How many dates have a weekday, and for how many the year is known."""
    known = document.once(_dated_weekdays)
    return Seen("ngày kèm thứ", len(known), sum(bool(days) for _, _, _, days in known))


def _dated_weekdays(document: CheckedDocument) -> list[tuple[int, int, int, tuple[date, ...]]]:
    """Place, weekday, and the days the date can mean."""
    text = document.text
    found = []
    for phrase in document.once(printed_dates):
        if phrase.kind != "date":
            continue
        near = max(0, phrase.start - _NEAR)
        before = _BEFORE.search(text[near : phrase.start])
        after = None if before else _AFTER.match(text, phrase.end)
        match = before or after
        if match is None:
            continue
        start = near + before.start("weekday") if before else phrase.start
        end = phrase.end if before else match.end("weekday")
        found.append((start, end, _NUMBERS.get((match["day"] or "").lower(), 6), _days(phrase, document.today)))
    return found


def _days(phrase: DatePhrase, today: date | None) -> tuple[date, ...]:
    """The day itself; without a printed year that of the document's year, or of its neighbour around New Year."""
    if phrase.year or today is None:
        years = [phrase.year] if phrase.year else []
    else:
        years = [today.year]
        years += [today.year + 1] if today.month >= _LATE_IN_YEAR else []
        years += [today.year - 1] if today.month <= _EARLY_IN_YEAR else []
    return tuple(day for year in years if (day := phrase.first(year)))


def _candidates(day: date, weekday: int) -> tuple[Candidate, ...]:
    nearest = min(
        (day + timedelta(days=away) for away in range(-3, 4)),
        key=lambda one: (one.weekday() != weekday, abs(one - day)),
    )
    return (
        Candidate("weekday", _NAMES[day.weekday()], "thứ của ngày đã in"),
        Candidate("date", shown(nearest), "ngày gần nhất có thứ đã in"),
    )


RULE = Rule("TG004", "weekday-mismatch", "Thứ không khớp với ngày", Severity.ERROR, check, seen=seen)
