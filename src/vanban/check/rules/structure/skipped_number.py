"""CT002 skipped-number: số thứ tự nhảy cóc.

Kiểm tra gì: trong một danh sách, số hoặc chữ thứ tự tăng quá một bậc mà số bị bỏ không in ở đâu giữa hai mục. Bỏ
chữ "đ" giữa "d" và "e" không tính.
Vì sao: hoặc đánh số sai, hoặc rơi mất một mục; viện dẫn sẽ sai.
Ví dụ: "1. …", "2. …", "4. …".
Nên viết: "1. …", "2. …", "3. …".
Mức an toàn khi sửa: không tự sửa; có thể thiếu hẳn một mục.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6 (bố cục phần, chương, mục, điều, khoản, điểm).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vanban.check.language.words import unless_recognised
from vanban.check.numbering import Item, NumberedList, label_after, lists_of, printed_between, skips_only_d_with_stroke
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for gaps in every list of the document."""
    severity = unless_recognised(document, RULE.severity)
    for numbered in document.once(lists_of):
        for before, item in _gaps(numbered):
            missing = label_after(before, before.value + 1)
            if not printed_between(document.text, before.line.body, item.start, missing):
                message = f"Sau “{before.printed}” là “{item.printed}”; không thấy “{missing}”."
                yield RULE.at(document, item.start, item.end_of_opening, message, severity=severity)


def _gaps(numbered: NumberedList) -> Iterator[tuple[Item, Item]]:
    """Neighbours with a gap; not where a number used twice before makes up for it."""
    for place, (before, item) in enumerate(pairwise(numbered.items), start=2):
        if before.value + 1 < item.value and item.value != place and not skips_only_d_with_stroke(before, item):
            yield before, item


RULE = Rule("CT002", "skipped-number", "Số thứ tự nhảy cóc", Severity.ERROR, check)
