"""TG013 year-outside-plan: thời hạn nằm ngoài năm, giai đoạn của kế hoạch.

Kiểm tra gì: năm hoặc giai đoạn in ở trích yếu ("Kế hoạch … năm 2026") so với thời hạn của các nhiệm vụ.
Vì sao: thường do chép từ kế hoạch năm trước mà quên sửa năm. Báo cáo tổng kết đầu năm sau là bình thường.
Ví dụ: Kế hoạch năm 2026 giao "hoàn thành trong năm 2025".
Nên viết: "hoàn thành trong năm 2026".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Due, Finding, Severity
from vanban.text.dates import parse_iso

_PERIOD = re.compile(r"\bgiai\s+đoạn\s+(\d{4})\s*[-–]\s*(\d{4})", re.I)
_YEAR = re.compile(r"(?<!Nghị quyết )(?<!Luật )\bnăm\s+((?:19|20)\d{2})(?!\s*[-–]\s*\d)\s*$", re.I)
_OPEN = re.compile(r"những\s+năm\s+tiếp\s+theo|các\s+năm\s+tiếp\s+theo|tầm\s+nhìn|định\s+hướng|đến\s+năm", re.I)
_PLANS = frozenset({"ke_hoach", "chuong_trinh"})
_REPORTING_MONTHS = 3
_LATE = 7
"""Month of the last year from which on a plan runs over into the next."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the deadlines of a plan for a year or period with it."""
    span = _planned(document)
    told: set[int] = set()
    for task in document.tasks if span else ():
        due = task.due
        if span and due and due.start not in told and _is_outside(document, due, *span):
            told.add(due.start)
            years = str(span[0]) if span[0] == span[1] else f"{span[0]}-{span[1]}"
            message = f"Thời hạn nằm ngoài năm của kế hoạch ({years}); kiểm tra lại năm."
            yield RULE.at(document, due.start, due.end, message)


def _planned(document: CheckedDocument) -> tuple[int, int] | None:
    subject = document.header.subject or ""
    if document.header.kind not in _PLANS or _OPEN.search(subject):
        return None
    period = _PERIOD.search(subject)
    if period:
        return int(period[1]), int(period[2])
    year = _YEAR.search(subject)
    return (int(year[1]), int(year[1])) if year else None


def _is_outside(document: CheckedDocument, due: Due, first: int, last: int) -> bool:
    """Preparations before the first year, reports after the last and the rest of a plan issued late belong to it."""
    day = parse_iso(due.value)
    if day is None or str(day.year) not in due.text:
        return False
    if day.year < first:
        return due.kind == "year" and document.today is not None and document.today.year >= first
    if day.year > last + 1 or (document.today and document.today >= date(last, _LATE, 1)):
        return day.year > last + 1
    return day.year == last + 1 and (due.kind == "year" or day.month > _REPORTING_MONTHS)


RULE = Rule("TG013", "year-outside-plan", "Thời hạn ngoài năm của kế hoạch", Severity.WARNING, check)
