"""TG010 deadline-on-day-off: thời hạn rơi vào ngày nghỉ.

Kiểm tra gì: thời hạn là một ngày có in năm, rơi vào thứ Bảy, Chủ nhật, ngày lễ cố định; ngày cuối tháng bỏ qua.
Vì sao: nơi nhận thường nộp vào ngày làm việc sau đó, thành quá hạn.
Ví dụ: "chậm nhất ngày 14/3/2026" (thứ Bảy).
Nên viết: "chậm nhất ngày 13/3/2026".
Mức an toàn khi sửa: không tự sửa; chỉ nhắc.
Căn cứ: lịch; ngày lễ theo Điều 112 Bộ luật Lao động 2019.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from vanban.check.days import shown
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.dates import parse_iso
from vanban.text.working_days import WorkingCalendar

_FIXED = WorkingCalendar()
_WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the last day of every deadline that names a day."""
    told: set[int] = set()
    for task in document.tasks:
        due = task.due
        day = parse_iso(due.value) if due and due.kind == "date" and not due.exclusive else None
        if due is None or day is None or str(day.year) not in due.text or due.start in told:
            continue
        if (day + timedelta(days=1)).month == day.month and not _FIXED.is_working(day):
            told.add(due.start)
            what = _WEEKEND.get(day.weekday(), "ngày lễ")
            yield RULE.at(document, due.start, due.end, f"Ngày {shown(day)} là {what}; cân nhắc lùi về ngày làm việc.")


RULE = Rule("TG010", "deadline-on-day-off", "Thời hạn rơi vào ngày nghỉ", Severity.INFO, check)
