"""CT009 lead-in-without-items: câu dẫn hứa một danh sách mà không có mục nào theo sau.

Kiểm tra gì: dòng kết thúc bằng dấu hai chấm mà ngay sau nó là mục ngang cấp hay cấp trên, hoặc hết phần nội dung.
Dòng gạch đầu dòng chỉ xét khi sau nó là mục đánh số.
Vì sao: danh sách bị mất hoặc chưa viết.
Ví dụ: "2. Sở Y tế chuẩn bị các loại thuốc, gồm:" rồi đến ngay "3. Sở Xây dựng …".
Nên viết: viết đủ danh sách, hoặc thay dấu hai chấm bằng dấu chấm.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: quy tắc chính tả về dấu hai chấm.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.outline import closes, is_bare, own_parts, reading_order
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.markers import Family
from vanban.structure.tree import Node


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at lines that end in a colon with nothing below them."""
    severity = unless_recognised(document, RULE.severity)
    for part in own_parts(document):
        for node, following in reading_order(part):
            line = node.line
            if line and line.table is None and line.text.endswith(":") and is_bare(node) and _ends(node, following):
                start = document.text.rfind(" ", line.start, line.end) + 1 or line.start
                yield RULE.at(document, max(start, line.start), line.end, _MESSAGE, severity=severity)


_MESSAGE = "Câu dẫn kết thúc bằng dấu hai chấm nhưng không có nội dung nào theo sau."


def _ends(node: Node, following: Node | None) -> bool:
    """True when what follows cannot be what the line announces."""
    if following is None:
        return True
    if following.family is Family.ARTICLE and node.text.endswith("như sau:"):
        return False
    numbered = following.line is not None and following.line.marker is not None and not following.is_bullet
    if node.line is not None and node.line.marker is None:
        return False
    return numbered and closes(node, following)


RULE = Rule("CT009", "lead-in-without-items", "Câu dẫn không có danh sách theo sau", Severity.WARNING, check)
