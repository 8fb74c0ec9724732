"""TG002 deadline-already-passed: thời hạn trong năm đã qua khi văn bản được ban hành.

Kiểm tra gì: thời hạn in đủ năm của từng nhiệm vụ, cùng năm với văn bản nhưng trước ngày ban hành.
Vì sao: văn bản phát hành chậm hoặc gõ nhầm tháng; nơi nhận không thể thực hiện đúng hạn.
Ví dụ: thông báo ngày 20/9/2026 giao "hoàn thành trước ngày 15/8/2026".
Nên viết: một thời hạn sau ngày ban hành, hoặc nói rõ việc đã làm xong.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.days import full_date, shown
from vanban.check.needs import Need
from vanban.check.places import is_in_table
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.dates import parse_iso

_PRECISE = frozenset({"date", "month", "quarter"})


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the deadlines of the document's own year with its date; a table may list older tasks."""
    today = full_date(document)
    told: set[int] = set()
    for task in document.tasks:
        due = task.due
        day = parse_iso(due.value) if due else None
        if today is None or due is None or day is None or due.kind not in _PRECISE or due.start in told:
            continue
        if (
            day.year == today.year
            and day < today
            and str(day.year) in due.text
            and not is_in_table(document, due.start)
        ):
            told.add(due.start)
            message = f"Thời hạn {shown(day)} đã qua khi văn bản ban hành ({shown(today)}); sửa lại thời hạn."
            yield RULE.at(document, due.start, due.end, message)


RULE = Rule(
    "TG002",
    "deadline-already-passed",
    "Thời hạn đã qua khi ban hành",
    Severity.WARNING,
    check,
    needs=frozenset({Need.DATE}),
)
