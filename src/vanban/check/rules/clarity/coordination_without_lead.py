"""6R008 coordination-without-lead: có cơ quan phối hợp mà không có cơ quan chủ trì.

Kiểm tra gì: nhiệm vụ nêu nơi phối hợp, trong lời văn, mà không nêu nơi chủ trì.
Vì sao: không ai đứng ra gọi phối hợp.
Ví dụ: "Phối hợp với Sở Tài chính rà soát kinh phí" khi không nói ai phối hợp.
Nên viết: "Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát kinh phí".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: nguyên tắc 6 rõ (rõ người).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.places import is_in_table
from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import accountable, each_or_one, seen_tasks
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the tasks that name who helps and not who leads."""
    found = [task for task in document.once(accountable) if _has_no_lead(document, task)]
    yield from each_or_one(RULE, document, found, "có nơi phối hợp mà không có nơi chủ trì", "ghi rõ cơ quan chủ trì")


def _has_no_lead(document: CheckedDocument, task: Task) -> bool:
    """A table has its lead in a column, which may not have been recognised."""
    return bool(task.coordinators) and not task.leads and not is_in_table(document, task.start)


RULE = Rule(
    "6R008", "coordination-without-lead", "Phối hợp mà không có chủ trì", Severity.WARNING, check, seen=seen_tasks
)
