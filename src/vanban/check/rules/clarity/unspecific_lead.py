"""6R015 unspecific-lead: chủ trì là "các đơn vị liên quan", "cơ quan chức năng", không rõ là ai.

Kiểm tra gì: nhiệm vụ có thời hạn hoặc sản phẩm mà mọi nơi chủ trì đều là cách gọi chung, không có tên.
Vì sao: nơi nào cũng có thể cho là việc của nơi khác.
Ví dụ: "Các cơ quan liên quan lập danh sách hộ nghèo trước ngày 15/4/2026".
Nên viết: "Sở Nông nghiệp và Môi trường lập danh sách hộ nghèo trước ngày 15/4/2026".
Mức an toàn khi sửa: không tự sửa; chỉ nhắc.
Căn cứ: nguyên tắc 6 rõ (rõ người).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import accountable, each_or_one, seen_tasks
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task

_GENERAL = re.compile(
    r"(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|địa\s+phương|ngành|tổ\s+chức|cá\s+nhân|bộ\s+phận)"
    r"(?:,?\s+(?:và\s+)?(?:cơ\s+quan|đơn\s+vị|địa\s+phương|ngành|tổ\s+chức|cá\s+nhân))*"
    r"\s+(?:có\s+)?(?:liên\s+quan|chức\s+năng)",
    re.I,
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the tasks that only unnamed bodies lead."""
    found = [task for task in document.once(accountable) if _is_for_nobody_named(task)]
    yield from each_or_one(RULE, document, found, "giao cho nơi không có tên", "nêu tên cơ quan chủ trì")


def _is_for_nobody_named(task: Task) -> bool:
    explicit = task.lead_source == "explicit" and (task.due is not None or task.product is not None)
    return explicit and bool(task.leads) and all(_GENERAL.fullmatch(name) for name in task.leads)


RULE = Rule("6R015", "unspecific-lead", "Chủ trì không có tên", Severity.INFO, check, seen=seen_tasks)
