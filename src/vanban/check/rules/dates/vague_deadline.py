"""TG011 vague-deadline: chỉ giục nhanh mà không nêu thời hạn.

Kiểm tra gì: nhiệm vụ có thể kiểm đếm mà chỉ có "sớm", "khẩn trương", "kịp thời", "trong thời gian tới", không có ngày.
Vì sao: không biết khi nào là quá hạn nên không đôn đốc được.
Ví dụ: "Sở Y tế khẩn trương trình phương án".
Nên viết: "Sở Y tế trình phương án trước ngày 15/3/2026".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: yêu cầu rõ thời gian của nguyên tắc 6 rõ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task

_VAGUE = re.compile(
    r"\btrong\s+thời\s+gian\s+(?:tới|sớm\s+nhất|ngắn\s+nhất|sắp\s+tới)\b|\bthời\s+gian\s+tới\b|\bkhẩn\s+trương\b"
    r"|\bsớm\s+(?:nhất|hoàn\s+thành|hoàn\s+thiện|trình|báo\s+cáo|ban\s+hành|tham\s+mưu|triển\s+khai|đề\s+xuất|phê\s+duyệt)\b"
    r"|\bkịp\s+thời\s+(?:báo\s+cáo|phản\s+ánh|trình|đề\s+xuất|tham\s+mưu)\b",
    re.I,
)

_WHEN_IT_COMES = re.compile(
    r"\b(?:phát\s+sinh|vướng\s+mắc|khó\s+khăn|nếu\s+có|khi\s+có|đột\s+xuất|vượt\s+thẩm\s+quyền|sự\s+cố|bất\s+thường)\b",
    re.I,
)
"""What has to be reported whenever it comes up has no day."""
_NEAR = 120


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the word of haste of each task that has nothing better."""
    for task in document.tasks:
        found = _VAGUE.search(document.text, task.start, task.end) if _lacks_a_date(task) else None
        if found and not _is_for_occasions(document, task, found):
            message = f"“{found.group()}” không phải là thời hạn; nêu ngày, tháng phải xong."
            yield RULE.at(document, *found.span(), message)


def _is_for_occasions(document: CheckedDocument, task: Task, found: re.Match[str]) -> bool:
    first, last = max(task.start, found.start() - _NEAR), min(task.end, found.end() + _NEAR)
    return "kịp" in found.group().lower() and bool(_WHEN_IT_COMES.search(document.text, first, last))


def _lacks_a_date(task: Task) -> bool:
    if task.standing or task.recurrence:
        return False
    return task.due is None or task.due.kind == "vague"


RULE = Rule("TG011", "vague-deadline", "Giục nhanh mà không nêu thời hạn", Severity.INFO, check)
