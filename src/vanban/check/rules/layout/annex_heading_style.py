"""TD057 annex-heading-style: tiêu đề phụ lục không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: "Phụ lục" cỡ chữ 14, đứng, đậm, canh giữa.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: "Phụ lục I" không đậm.
Nên viết: "Phụ lục I" cỡ 14, đậm, canh giữa.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục III.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.parts import PartKind
from vanban.types import Alignment

_LOOK = Prescribed(sizes=(14, 14), bold=True, italic=False, alignment=Alignment.CENTER)
_HEADING = re.compile(r"\s*PHỤ\s+LỤC\b", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    for tree in document.structure.parts:
        part = tree.part
        line = part.head[0] if part.kind is PartKind.ANNEX and part.head else None
        found = faults(document, line.start, line.end, _LOOK) if line and _HEADING.match(line.text) else []
        if line and found:
            yield RULE.at(document, line.start, line.end, f"Tiêu đề phụ lục: {'; '.join(found)}.")


RULE = Rule(
    "TD057", "annex-heading-style", "Tiêu đề phụ lục trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục III.1"), valid_from=IN_FORCE,
)  # fmt: skip
