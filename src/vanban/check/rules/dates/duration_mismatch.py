"""TG022 duration-mismatch: số ngày, số năm không khớp với hai mốc in cạnh nó.

Kiểm tra gì: "trong 03 ngày (từ ngày 05/3 đến ngày 09/3/2026)", "05 năm (2020 - 2026)".
Vì sao: không biết thời gian thực hiện là bao lâu; thường sửa mốc mà quên sửa số ngày.
Ví dụ: "tập huấn 03 ngày, từ ngày 05/3/2026 đến ngày 09/3/2026".
Nên viết: "tập huấn 05 ngày, từ ngày 05/3/2026 đến ngày 09/3/2026".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: phép tính; cả hai cách đếm (kể hoặc không kể ngày đầu) đều được chấp nhận.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from vanban.check.rule import Rule
from vanban.check.rules.dates.reading import neighbours
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.dates import DatePhrase
from vanban.text.working_days import WorkingCalendar

_DAYS = re.compile(
    r"(?<![\d.,/])(?P<count>\d{1,3})\s+ngày(?P<working>\s+làm\s+việc)?\s*[,:(]\s*(?:diễn\s+ra\s+)?(?:kể\s+)?(?:từ\s+)$",
    re.I,
)
_YEARS = re.compile(
    r"(?P<count>\d(?<![\d.,/]\d)\d?)\s+năm\s*[,(]?\s*(?:giai\s+đoạn\s+)?\(?(?P<first>20\d{2})\s*[-–]\s*(?P<last>20\d{2})\)",
    re.I,
)
_UP_TO = re.compile(r"\s*(?:đến|tới|[-–])\s*(?:hết\s+)?", re.I)
_NEAR = 48
_CALENDAR = WorkingCalendar()


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Count the days or years between both ends."""
    for first, second, between in neighbours(document):
        if first.kind != "date" or second.kind != "date" or not _UP_TO.fullmatch(between):
            continue
        at = max(0, first.start - _NEAR)
        counted = _DAYS.search(document.text[at : first.start])
        bounds = _bounds(first, second)
        if counted and bounds and int(counted["count"]) not in _lengths(*bounds):
            length = (bounds[1] - bounds[0]).days + 1
            message = f"Từ mốc đầu đến mốc cuối là {length} ngày, không phải {counted['count']} ngày."
            yield RULE.at(document, at + counted.start("count"), second.end, message)
    for found in _YEARS.finditer(document.text):
        length = int(found["last"]) - int(found["first"])
        if length > 0 and int(found["count"]) not in (length, length + 1):
            message = f"Giai đoạn {found['first']}-{found['last']} không phải {found['count']} năm."
            yield RULE.at(document, *found.span(), message)


def _bounds(first: DatePhrase, second: DatePhrase) -> tuple[date, date] | None:
    year = second.year or first.year
    begins, ends = first.first(year), second.first(year)
    return (begins, ends) if begins and ends and begins <= ends else None


def _lengths(begins: date, ends: date) -> frozenset[int]:
    """Every way of counting: with or without the first day, all days or working days."""
    length = (ends - begins).days
    working = sum(_CALENDAR.is_working(begins + timedelta(days=day)) for day in range(length + 1))
    return frozenset({length, length + 1, working, working - 1})


RULE = Rule("TG022", "duration-mismatch", "Số ngày, số năm không khớp với hai mốc", Severity.WARNING, check)
