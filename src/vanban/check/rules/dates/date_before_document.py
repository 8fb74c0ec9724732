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

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Due, Finding, Severity
from vanban.text.dates import parse_iso

_PRECISE = frozenset({"date", "month", "quarter"})
_FINISHED = re.compile(r"\b(?:hoàn\s+thành|xong|dứt\s+điểm|chậm\s+nhất|trước)\b", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the deadline of each task with the document's own date."""
    today = document.today
    if today is None:
        return
    for task in document.tasks:
        due = task.due
        day = parse_iso(due.value) if due else None
        if due is None or day is None or not _is_judged(due) or day.year >= today.year:
            continue
        message = f"Thời hạn {_printed(due.value)} sớm hơn ngày của văn bản ({_printed(today.isoformat())})."
        if due.value_corrected:
            message += f" Có lẽ là {_printed(due.value_corrected)}."
        yield Finding(
            RULE.code,
            RULE.name,
            Severity.ERROR,
            due.text,
            due.start,
            due.end,
            message,
            expected=_proposal(due.text, day.year, today.year),
        )


def _is_judged(due: Due) -> bool:
    """A bare year may be that of a plan or a report; with a word of completion it is a deadline."""
    return due.kind in _PRECISE or (due.kind == "year" and bool(_FINISHED.search(due.text)))


def _printed(iso: str | None) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else ""


def _proposal(printed: str, wrong: int, right: int) -> str | None:
    """The printed words with the year of the document; nothing when the year is not printed exactly once."""
    return printed.replace(str(wrong), str(right)) if printed.count(str(wrong)) == 1 else None


RULE = Rule("TG001", "date-before-document", "Thời hạn sớm hơn ngày của văn bản", Severity.ERROR, check)
