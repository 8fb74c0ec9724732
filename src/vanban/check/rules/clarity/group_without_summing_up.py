"""6R010 group-without-summing-up: giao cho cả nhóm cơ quan mà không giao ai tổng hợp.

Kiểm tra gì: văn bản giao việc có thời hạn từ hai việc trở lên cho "các sở, ban, ngành" mà không giao nơi tổng hợp.
Vì sao: nhiều nơi cùng làm, không ai nắm kết quả chung.
Ví dụ: "Các sở, ban, ngành rà soát thủ tục, báo cáo trước ngày 15/4/2026".
Nên viết: thêm "gửi Sở Nội vụ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh".
Mức an toàn khi sửa: không tự sửa; nhắc một lần cho cả văn bản.
Căn cứ: nguyên tắc 6 rõ (rõ người, rõ trách nhiệm).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import accountable, opening
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task

_SEVERAL = 2
_SUMS_UP = re.compile(r"\btổng\s+hợp\b|\bđầu\s+mối\b|\btheo\s+dõi,?\s+(?:đôn\s+đốc|kiểm\s+tra)|\bđôn\s+đốc\b", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for anyone who gathers what groups do."""
    tasks = [task for task in document.once(accountable) if _is_for_a_group(task)]
    if len(tasks) >= _SEVERAL and not _SUMS_UP.search(document.text):
        message = f"{len(tasks)} nhiệm vụ giao cho cả nhóm cơ quan mà không giao nơi tổng hợp; chỉ định một đầu mối."
        yield RULE.at(document, *opening(document, tasks[0]), message)


def _is_for_a_group(task: Task) -> bool:
    if task.submit_to is not None or (task.due is None and task.recurrence is None):
        return False
    leads = [one for one in task.actors if one.role == "lead"]
    return bool(leads) and all(one.group for one in leads)


RULE = Rule("6R010", "group-without-summing-up", "Giao cả nhóm mà không ai tổng hợp", Severity.INFO, check)
