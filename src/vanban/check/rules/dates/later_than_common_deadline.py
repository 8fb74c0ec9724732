"""TG007 later-than-common-deadline: việc thành phần có thời hạn sau thời hạn chung.

Kiểm tra gì: thời hạn nêu ở câu dẫn ("hoàn thành trước ngày …, gồm:") so với thời hạn riêng của các việc bên dưới.
Vì sao: giữ đúng hạn riêng thì vỡ hạn chung.
Ví dụ: "Hoàn thành trước ngày 15/6/2026 các việc sau:" rồi "a) … trước ngày 30/6/2026".
Nên viết: hạn riêng không sau hạn chung, hoặc nới hạn chung.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.days import shown
from vanban.check.rule import Rule
from vanban.check.rules.dates.reading import nodes
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task
from vanban.structure.tree import Node
from vanban.text.dates import parse_iso
from vanban.text.deadlines import Deadline, definite_deadlines

_COMPLETED = re.compile(r"\b(?:hoàn\s+thành|xong|dứt\s+điểm|chậm\s+nhất|muộn\s+nhất|trước)\b", re.I)
_REPORTING = re.compile(r"\b(?:báo\s+cáo|tổng\s+hợp|sơ\s+kết|tổng\s+kết|rút\s+kinh\s+nghiệm)\b", re.I)
_LONGEST = 220
_NEAR = 30


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the deadline of each lead-in with those of the tasks below it."""
    for node in document.once(nodes):
        common = _common(document, node)
        day = parse_iso(common.value) if common else None
        if common is None or day is None:
            continue
        for task in _below(document, node):
            due = task.due
            own = parse_iso(due.value) if due and due.inherited_from is None else None
            if due and own and own > day and due.kind != "year" and not _REPORTING.search(task.text):
                message = f"Thời hạn riêng {shown(own)} sau thời hạn chung của mục này ({shown(day)}); chỉnh cho khớp."
                yield RULE.at(document, due.start, due.end, message)


def _common(document: CheckedDocument, node: Node) -> Deadline | None:
    line = node.line
    if line is None or not node.children or len(line.text) > _LONGEST or not line.text.rstrip().endswith(":"):
        return None
    for found in definite_deadlines(document.text, line.body, line.end, document.today):
        near = document.text[max(line.body, found.start - _NEAR) : found.end]
        if found.value and found.kind != "year" and _COMPLETED.search(near):
            return found
    return None


def _below(document: CheckedDocument, node: Node) -> Iterator[Task]:
    last = node
    while last.children:
        last = last.children[-1]
    first, end = (node.line.end if node.line else 0), (last.line.end if last.line else 0)
    return (task for task in document.tasks if first <= task.start < end)


RULE = Rule("TG007", "later-than-common-deadline", "Hạn riêng sau hạn chung", Severity.WARNING, check)
