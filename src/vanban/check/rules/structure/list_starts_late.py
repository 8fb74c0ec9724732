"""CT023 list-starts-late: danh sách không bắt đầu từ số đầu.

Kiểm tra gì: danh sách đánh số (1, a, 1.1) mà mục đầu mang số từ hai trở lên, và số đứng trước nó không in ở đâu
phía trên trong cùng mục. Phần, chương, điều và mục số La Mã không tính.
Vì sao: hoặc rơi mất mục đầu, hoặc đánh số sai.
Ví dụ: "Các sở thực hiện:" rồi "b) …", "c) …".
Nên viết: "Các sở thực hiện:" rồi "a) …", "b) …".
Mức an toàn khi sửa: không tự sửa; có thể thiếu hẳn một mục.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6 (bố cục phần, chương, mục, điều, khoản, điểm).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.numbering import Item, label_after, lists_of, printed_between
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.markers import Family

_FAMILIES = frozenset({Family.ARABIC, Family.LETTER, Family.DECIMAL})
_FAR = 20
"""A first number beyond this is a count or a year that begins a line, no number of an item."""
_REACH = 2_500
"""Characters to look back for the number before."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the first number of every list."""
    severity = unless_recognised(document, RULE.severity)
    for numbered in document.once(lists_of):
        first = numbered.items[0]
        if first.family not in _FAMILIES or not 1 < first.value <= _FAR:
            continue
        missing = label_after(first, first.value - 1)
        if not printed_between(document.text, _beginning(first), first.start, missing):
            message = f"Danh sách bắt đầu từ “{first.printed}”; không thấy “{missing}”."
            yield RULE.at(document, first.start, first.end, message, severity=severity)


def _beginning(item: Item) -> int:
    """Where the section with the list begins, or some way above: a running header may have cut the list."""
    above = next(item.node.ancestors(), None)
    begins = above.line.start if above and above.line else 0
    return max(0, min(begins, item.start - _REACH))


RULE = Rule("CT023", "list-starts-late", "Danh sách không bắt đầu từ số đầu", Severity.WARNING, check)
