"""6R001 task-without-lead: nhiệm vụ không nêu cơ quan, người chủ trì.

Kiểm tra gì: nhiệm vụ không có chủ trì, kể cả ở đề mục, câu dẫn, nơi nhận; lời nhắc chung không xét.
Vì sao: không ai phải làm, không ai phải báo cáo.
Ví dụ: "Rà soát danh mục thuốc trước ngày 15/4/2026."
Nên viết: "Sở Y tế rà soát danh mục thuốc trước ngày 15/4/2026."
Mức an toàn khi sửa: không tự sửa; chỉ nhắc, nhiều nhiệm vụ cùng thiếu thì nhắc một lần.
Căn cứ: nguyên tắc 6 rõ theo cách nói mà đơn vị chọn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vanban.check.places import is_in_table
from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import MOST, accountable, each_or_one, lacking, seen_tasks
from vanban.check.subject import CheckedDocument
from vanban.results import Element, Finding, Severity, Task


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the tasks that nobody has; a lead in a column that was not recognised does not count as missing."""
    found = [one for one in lacking(document, Element.PEOPLE) if _is_open(document, one)]
    certain = _is_certain(document, found) and all(one.due or one.product or one.lead_source for one in found)
    for finding in each_or_one(RULE, document, found, "không nêu ai chủ trì", "ghi rõ cơ quan, người chủ trì"):
        yield finding if certain else replace(finding, severity=Severity.INFO)


def _is_open(document: CheckedDocument, task: Task) -> bool:
    return task.lead_source == "blank" or not is_in_table(document, task.start)


def _is_certain(document: CheckedDocument, found: list[Task]) -> bool:
    """Most tasks have a lead: the document assigns work, and these are the ones forgotten."""
    return len(found) <= MOST and len(found) * _FEW < len(document.once(accountable))


_FEW = 10

RULE = Rule("6R001", "task-without-lead", "Nhiệm vụ không nêu chủ trì", Severity.WARNING, check, seen=seen_tasks)
