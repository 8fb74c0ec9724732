"""CT005 skipped-level: bỏ qua một cấp của số thứ tự.

Kiểm tra gì: số nhiều cấp ("1.1.1") mà không có mục mang số của cấp ngay trên ("1.1") ở phía trước.
Vì sao: mục không thuộc về mục nào; thường do xóa mất tiêu đề hoặc thừa một cấp.
Ví dụ: "1. Mục tiêu", "1.1.1. Mục tiêu chung".
Nên viết: "1. Mục tiêu", "1.1. Mục tiêu chung".
Mức an toàn khi sửa: không tự sửa; phải xem lại bố cục.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6 (bố cục phần, chương, mục, điều, khoản, điểm).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.numbering import NumberedList, lists_of, printed_between
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.markers import Family

_REACH = 20_000
"""Characters to look back for the number above, where no item bears it."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the first item of every list of numbers with levels."""
    severity = unless_recognised(document, RULE.severity)
    lists = document.once(lists_of)
    printed = {item.label for numbered in lists for item in numbered.items}
    for numbered in lists:
        above = _level_above(numbered)
        first = numbered.items[0]
        if above is None or above in printed:
            continue
        if not printed_between(document.text, max(0, first.start - _REACH), first.start, above):
            message = f"“{first.printed}” không nằm trong mục nào mang số “{above}”."
            yield RULE.at(document, first.start, first.end, message, severity=severity)


def _level_above(numbered: NumberedList) -> str | None:
    """The number that must come before; None for lists with one level or two, whose first part may be a heading."""
    first = numbered.items[0]
    levels = first.label.count(".") + 1
    return first.label.rpartition(".")[0] if first.family is Family.DECIMAL and levels > 2 else None


RULE = Rule("CT005", "skipped-level", "Bỏ qua một cấp của số thứ tự", Severity.WARNING, check)
