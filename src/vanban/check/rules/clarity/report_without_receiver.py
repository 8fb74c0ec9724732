"""6R011 report-without-receiver: giao báo cáo mà không nói gửi cho ai.

Kiểm tra gì: nhiệm vụ giao "báo cáo kết quả", "báo cáo định kỳ" mà không nêu nơi nhận báo cáo.
Vì sao: báo cáo gửi nhiều nơi hoặc không nơi nào.
Ví dụ: "Ủy ban nhân dân các xã báo cáo kết quả trước ngày 15/4/2026".
Nên viết: "Ủy ban nhân dân các xã báo cáo kết quả về Sở Nội vụ trước ngày 15/4/2026".
Mức an toàn khi sửa: không tự sửa; chỉ nhắc.
Căn cứ: nguyên tắc 6 rõ (rõ sản phẩm, rõ trách nhiệm).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import accountable, each_or_one
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task

_REPORTS = re.compile(r"\bbáo\s+cáo\s+(?:kết\s+quả|định\s+kỳ|tình\s+hình|tiến\s+độ|đột\s+xuất)", re.I)
_SOMEBODY = re.compile(
    r"\b(?:gửi|về|cho|qua|với|trình|lên|đến|tới)\b|\bcấp\s+(?:trên|có\s+thẩm\s+quyền|ủy)"
    r"|\b(?:tại|trong)\s+(?:cuộc\s+họp|phiên\s+họp|hội\s+nghị)"
    r"|\b(?:Chủ\s+tịch|Ủy\s+ban|UBND|HĐND|Sở|Bộ|Ban|Văn\s+phòng|Thường\s+trực|Tỉnh\s+ủy|Thủ\s+tướng|Chính\s+phủ|Đảng\s+ủy)\b"
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the orders to report that name nobody."""
    found = [task for task in document.once(accountable) if _is_for_nobody(task)]
    yield from each_or_one(RULE, document, found, "giao báo cáo mà không nêu nơi nhận báo cáo", "ghi nơi nhận")


def _is_for_nobody(task: Task) -> bool:
    reports = _REPORTS.search(task.text)
    return (
        bool(reports) and task.submit_to is None and not _SOMEBODY.search(task.text, reports.start() if reports else 0)
    )


RULE = Rule("6R011", "report-without-receiver", "Báo cáo không nêu nơi nhận", Severity.INFO, check)
