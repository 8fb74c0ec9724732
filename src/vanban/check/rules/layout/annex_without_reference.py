"""TD030 annex-without-reference: dưới tiêu đề phụ lục không ghi kèm theo văn bản nào.

Kiểm tra gì: dưới tiêu đề phụ lục có "(Kèm theo … số … ngày … của …)".
Vì sao: phụ lục tách rời thì không biết thuộc văn bản nào.
Ví dụ: "PHỤ LỤC" rồi ngay bảng phân công.
Nên viết: "(Kèm theo Kế hoạch số 125/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh)".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục III.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.parts import PartKind

_HEADING = re.compile(r"\s*PHỤ\s+LỤC\b", re.I)
_REFERENCE = re.compile(r"kèm\s+theo|đính\s+kèm|ban\s+hành\s+(?:tại|theo)", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the head of every annex that calls itself one."""
    for tree in document.structure.parts:
        part = tree.part
        if part.kind is not PartKind.ANNEX or not part.head or not _HEADING.match(part.head[0].text):
            continue
        if not any(_REFERENCE.search(line.text) for line in (*part.head, *part.body[:2])):
            line = part.head[0]
            message = "Dưới tiêu đề phụ lục phải ghi kèm theo văn bản nào: số, ngày, cơ quan ban hành."
            yield RULE.at(document, line.start, line.end, message)


RULE = Rule(
    "TD030", "annex-without-reference", "Phụ lục không ghi kèm theo văn bản nào", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục III.1"), valid_from=IN_FORCE,
)  # fmt: skip
