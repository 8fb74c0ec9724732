"""CT008 heading-without-content: đề mục không có nội dung.

Kiểm tra gì: đề mục (chữ hoa, chữ đậm hoặc số La Mã) mà ngay sau nó là đề mục ngang cấp hay cấp trên, hoặc hết văn
bản. Đề cương, mẫu và phụ lục kèm theo không tính.
Vì sao: hoặc chưa viết xong, hoặc nội dung đã bị xóa.
Ví dụ: "II. NHIỆM VỤ" rồi đến ngay "III. TỔ CHỨC THỰC HIỆN".
Nên viết: viết nội dung của mục, hoặc bỏ đề mục và đánh số lại.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.outline import closes, is_bare, is_heading, own_parts, reading_order
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure import marks
from vanban.structure.markers import Family
from vanban.structure.tree import Node


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at headings with nothing below them."""
    severity = unless_recognised(document, RULE.severity)
    for part in own_parts(document):
        for node, following in reading_order(part):
            line = node.line
            if line and _heads(node) and is_bare(node) and closes(node, following):
                message = f"Đề mục “{line.text.strip()}” không có nội dung."
                yield RULE.at(document, line.start, line.end, message, severity=severity)


def _heads(node: Node) -> bool:
    return is_heading(node) and (node.family is Family.ROMAN or marks.is_capitals(node.text))


RULE = Rule("CT008", "heading-without-content", "Đề mục không có nội dung", Severity.WARNING, check)
