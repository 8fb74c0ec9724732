"""CT019 empty-item: mục có số thứ tự mà không có chữ.

Kiểm tra gì: dòng chỉ có số, chữ thứ tự hoặc gạch đầu dòng, không có nội dung và không có mục con.
Vì sao: thường do thừa dấu xuống dòng có đánh số tự động, hoặc nội dung đã bị xóa.
Ví dụ: "3." đứng một mình giữa mục 2 và mục 4.
Nên viết: viết nội dung của mục, hoặc xóa dòng và đánh số lại.
Mức an toàn khi sửa: không tự sửa; các số sau phải đổi theo.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.outline import is_bare, own_parts, reading_order
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.tree import Node


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at marked lines without a word."""
    severity = unless_recognised(document, RULE.severity)
    for part in own_parts(document):
        for node, following in reading_order(part):
            line = node.line
            if line and line.marker and not node.text.strip(" .…*") and is_bare(node) and _goes_on(following):
                message = f"Mục “{line.text.strip()}” không có nội dung."
                yield RULE.at(document, line.start, line.end, message, severity=severity)


def _goes_on(following: Node | None) -> bool:
    """True when the next line is another item, so the text did not merely slip to the next line."""
    return following is None or following.is_title or (following.line is not None and following.line.marker is not None)


RULE = Rule("CT019", "empty-item", "Mục không có nội dung", Severity.ERROR, check)
