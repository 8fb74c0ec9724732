"""CT001 duplicate-section-number: hai mục cùng cấp mang cùng một số.

Kiểm tra gì: hai phần, mục liền nhau cùng cấp in cùng một số thứ tự, từ số thứ hai trở đi.
Vì sao: không thể viện dẫn đúng mục.
Ví dụ: "III. Nhiệm vụ" rồi lại "III. Tổ chức thực hiện".
Nên viết: "III. Nhiệm vụ", "IV. Tổ chức thực hiện".
Mức an toàn khi sửa: không tự sửa; các số sau có thể phải đổi theo.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.markers import Family
from vanban.structure.tree import Node

_CHECKED = (Family.ROMAN, Family.ARTICLE, Family.ARABIC)
_FIRST_LABELS = frozenset({"1", "I", "0", "01"})


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare neighbours in every list of the document."""
    for part in document.structure.parts:
        for node in [part.root, *part.root.walk()]:
            yield from _repeated(node.children)


def _repeated(siblings: list[Node]) -> Iterator[Finding]:
    previous: Node | None = None
    for node in siblings:
        marker = node.line.marker if node.line else None
        if node.line is None or marker is None or marker.family not in _CHECKED:
            continue
        before = previous.line.marker if previous and previous.line else None
        same = before is not None and before.family is marker.family and before.label == marker.label
        if same and marker.label not in _FIRST_LABELS:
            label = node.line.text[: marker.length].strip()
            end = node.line.start + len(label)
            yield Finding(
                RULE.code,
                RULE.name,
                Severity.ERROR,
                label,
                node.line.start,
                end,
                f"Số “{label}” đã dùng cho mục ngay trước.",
            )
        previous = node


RULE = Rule("CT001", "duplicate-section-number", "Số thứ tự của mục bị trùng", Severity.ERROR, check)
