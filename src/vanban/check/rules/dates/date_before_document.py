"""TG001 date-before-document: thời hạn sớm hơn ngày của chính văn bản.

Kiểm tra gì: thời hạn (ngày, tháng, quý, "hoàn thành trong năm") so với ngày ban hành hoặc ngày cuộc họp.
Vì sao: thường do gõ nhầm năm; nhiệm vụ giao ra đã quá hạn.
Ví dụ: thông báo ngày 10/7/2025 giao "báo cáo trong tháng 07/2015".
Nên viết: "báo cáo trong tháng 07/2025".
Mức an toàn khi sửa: không tự sửa; đề xuất ngày cùng tháng trong năm của văn bản.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.days import shown
from vanban.check.places import is_in_table
from vanban.check.rule import Fix, Rule, Seen
from vanban.check.subject import CheckedDocument
from vanban.results import Due, Finding, Severity
from vanban.tasks.due import due_of
from vanban.text.dates import parse_iso
from vanban.text.deadlines import definite_deadlines
from vanban.text.sentences import sentences
from vanban.text.sought import find_all

_PRECISE = frozenset({"date", "month", "quarter"})
_FINISHED = re.compile(r"\b(?:hoàn\s+thành|xong|dứt\s+điểm|chậm\s+nhất|muộn\s+nhất|trước)\b", re.I)
_ORDERED = re.compile(r"\b(?:xong\s+trước|hoàn\s+thành\s+trước|chậm\s+nhất|muộn\s+nhất|hạn\s+(?:cuối|chót))\b", re.I)
_ORDERED_OPENS = re.compile(r"[xXhHcCmM](?=[oO][nNàÀ]|[hH][ậẬ]|[uU][ộỘ]|[ạẠ])")
_TOLD = re.compile(
    r"\b(?:đã|được|từng|kết\s+quả|tính\s+đến|đến\s+nay|trước\s+đây|quy\s+định|theo|tại|nếu|trường\s+hợp)\b", re.I
)
"""Words of sentences that tell what was or what the law says of older cases."""
_MOST_OLD = 2
"""Deadlines of one document's tables that may be slips; more are a list of how older work stands."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the deadlines of tasks with the document's own date, and those that stand outside of tasks."""
    today = document.today
    if today is None:
        return
    old = [due for due in document.once(_deadlines) if _lies_before(due, today)]
    listed = sum(is_in_table(document, due.start) for due in old)
    for due in old:
        if listed <= _MOST_OLD or not is_in_table(document, due.start):
            yield _finding(document, due, today, Severity.ERROR)
    for due in _outside_of_tasks(document, today):
        yield _finding(document, due, today, Severity.WARNING)


def seen(document: CheckedDocument) -> Seen:
    """How many deadlines are printed, and how many have a day to compare."""
    known = document.once(_deadlines)
    return Seen("thời hạn", len(known), sum(due.value is not None for due in known))


def _deadlines(document: CheckedDocument) -> tuple[Due, ...]:
    """The deadlines of tasks, one that several tasks share once."""
    return tuple({task.due.start: task.due for task in document.tasks if task.due}.values())


def _lies_before(due: Due, today: date) -> bool:
    """A bare year may be that of a plan or a report; with a word of completion it is a deadline."""
    day = parse_iso(due.value)
    judged = due.kind in _PRECISE or (due.kind == "year" and bool(_FINISHED.search(due.text)))
    return day is not None and judged and day.year < today.year


def _outside_of_tasks(document: CheckedDocument, today: date) -> Iterator[Due]:
    """Ordered deadlines in sentences that were not read as tasks, such as the plans at the end of a report."""
    text = document.text
    known = {due.start for due in document.once(_deadlines)}
    lines = (line for part in document.structure.parts for line in part.part.body if line.table is None)
    for line in lines:
        if not any(find_all(_ORDERED, _ORDERED_OPENS, line.text)):
            continue
        for sentence in sentences(text, line.body, line.end):
            if _TOLD.search(text, *sentence) or not _ORDERED.search(text, *sentence):
                continue
            for found in definite_deadlines(text, *sentence, today):
                due = due_of(text, found, today)
                if found.start not in known and _ORDERED.search(due.text) and _lies_before(due, today):
                    yield due


def _finding(document: CheckedDocument, due: Due, today: date, severity: Severity) -> Finding:
    message = f"Thời hạn {shown(due.value)} sớm hơn ngày của văn bản ({shown(today)})."
    if due.value_corrected:
        message += f" Có lẽ là {shown(due.value_corrected)}."
    year = (due.value or "")[:4]
    return RULE.at(
        document, due.start, due.end, message, expected=_proposal(due.text, year, str(today.year)), severity=severity
    )


def _proposal(printed: str, wrong: str, right: str) -> str | None:
    """The printed words with the year of the document; nothing when the year is not printed exactly once."""
    return printed.replace(wrong, right) if printed.count(wrong) == 1 else None


RULE = Rule(
    "TG001",
    "date-before-document",
    "Thời hạn sớm hơn ngày của văn bản",
    Severity.ERROR,
    check,
    fix=Fix.PROPOSED,
    seen=seen,
)
