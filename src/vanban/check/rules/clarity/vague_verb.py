"""6R012 vague-verb: có thời hạn mà động từ không cho biết phải làm ra gì.

Kiểm tra gì: nhiệm vụ có ngày phải xong mà chỉ "quan tâm", "chú trọng", "tăng cường", "đẩy mạnh", "phát huy".
Vì sao: đến hạn không có gì để nghiệm thu.
Ví dụ: "Sở Y tế quan tâm công tác dự phòng trước ngày 15/4/2026".
Nên viết: "Sở Y tế trình kế hoạch dự phòng trước ngày 15/4/2026".
Mức an toàn khi sửa: không tự sửa; chỉ nhắc.
Căn cứ: nguyên tắc 6 rõ (rõ việc, rõ sản phẩm).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import each_or_one
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task

_VAGUE = re.compile(
    r"(?:[^.;,]{0,80}?\s)?(?:tiếp\s+tục\s+|chủ\s+động\s+|tích\s+cực\s+)*"
    r"(?:quan\s+tâm|chú\s+trọng|tăng\s+cường|đẩy\s+mạnh|phát\s+huy|nâng\s+cao|quán\s+triệt|chú\s+ý|nghiêm\s+túc)\b",
    re.I,
)
_DELIVERS = re.compile(
    r"\b(?:xây\s+dựng|ban\s+hành|trình|báo\s+cáo|lập|hoàn\s+thành|rà\s+soát|gửi|tham\s+mưu|tổ\s+chức|kiểm\s+tra|đạt|\d+\s*%|"
    r"giải\s+quyết|xử\s+lý|giải\s+ngân|nghiệm\s+thu|triển\s+khai|thực\s+hiện)\b",
    re.I,
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the dated tasks that can deliver nothing."""
    found = [task for task in document.tasks if _has_a_day(task) and _is_vague(task)]
    yield from each_or_one(RULE, document, found, "có thời hạn nhưng không rõ phải làm ra gì", "nêu kết quả phải có")


def _has_a_day(task: Task) -> bool:
    return task.due is not None and task.due.kind in ("date", "month", "quarter")


def _is_vague(task: Task) -> bool:
    return task.product is None and bool(_VAGUE.match(task.text)) and not _DELIVERS.search(task.text)


RULE = Rule("6R012", "vague-verb", "Động từ không cho biết kết quả", Severity.INFO, check)
