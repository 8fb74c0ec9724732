"""CT007 duplicate-heading: hai đề mục cùng cấp có tên giống nhau.

Kiểm tra gì: các đề mục trong cùng một mục lớn, không kể số thứ tự, chữ hoa chữ thường.
Vì sao: thường do chép đề mục mà quên đổi tên; người đọc không biết nội dung khác nhau ở đâu.
Ví dụ: "1. Mục tiêu chung", "2. Mục tiêu chung".
Nên viết: "1. Mục tiêu chung", "2. Mục tiêu cụ thể".
Mức an toàn khi sửa: không tự sửa; tên đề mục do người soạn đặt.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.outline import is_heading, own_parts
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.normalize import fold


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the headings of every section."""
    for part in own_parts(document):
        for node in [part.root, *part.root.walk()]:
            seen: set[str] = set()
            for child in node.children:
                line = child.line
                if line is None or not is_heading(child):
                    continue
                name = fold(child.text)
                if name in seen:
                    message = f"Đề mục “{child.text.strip()}” trùng tên với một đề mục phía trên."
                    yield RULE.at(document, line.body, line.end, message)
                seen.add(name)


RULE = Rule("CT007", "duplicate-heading", "Hai đề mục trùng tên", Severity.WARNING, check)
