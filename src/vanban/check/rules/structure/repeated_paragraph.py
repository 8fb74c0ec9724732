"""CT024 repeated-paragraph: một đoạn in hai lần.

Kiểm tra gì: hai đoạn hoặc mục từ mười sáu tiếng trở lên giống hệt nhau, không kể số thứ tự, chữ hoa chữ thường. Ở
cùng một danh sách thì cảnh báo, ở hai mục khác nhau thì lưu ý. Dòng có nhãn ("Cơ quan phối hợp: …"), bảng, mẫu và
phụ lục không tính.
Vì sao: thường do dán hai lần; một việc giao hai lần thì theo dõi hai lần.
Ví dụ: gạch đầu dòng cuối mục 2 chép nguyên gạch đầu dòng của mục 1.
Nên viết: bỏ một đoạn, hoặc viết rõ điểm khác nhau.
Mức an toàn khi sửa: không tự sửa; người soạn chọn đoạn giữ lại.
Căn cứ: phép đối chiếu.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.outline import own_parts, reading_order
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.tree import Node

_FEWEST_WORDS = 16
_LABEL_WITHIN = 60


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the paragraphs of the document with those before them."""
    for part in own_parts(document):
        seen: dict[str, Node] = {}
        for node, _ in reading_order(part):
            line, name = node.line, _name(node)
            first = seen.setdefault(name, node) if name else node
            if line and first is not node:
                severity = Severity.WARNING if first.parent is node.parent else Severity.INFO
                yield RULE.at(
                    document, line.start, line.end, "Đoạn này giống hệt một đoạn phía trên.", severity=severity
                )


def _name(node: Node) -> str | None:
    """The words of a paragraph; None for short ones, for tables and for labelled lines ("Cơ quan phối hợp: …")."""
    if node.line is None or node.line.table is not None or ":" in node.text[:_LABEL_WITHIN]:
        return None
    words = node.text.lower().strip(" .;,:*").split()
    return " ".join(words) if len(words) >= _FEWEST_WORDS else None


RULE = Rule("CT024", "repeated-paragraph", "Một đoạn in hai lần", Severity.WARNING, check)
