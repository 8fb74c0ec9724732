"""TD047 letter-subject-style: trích yếu công văn không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: trích yếu công văn cỡ chữ 12-13, đứng, không đậm.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: trích yếu công văn in đậm.
Nên viết: trích yếu công văn cỡ 12.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure import marks

_LOOK = Prescribed(sizes=(12, 13), bold=False, italic=False)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    for line in form_of(document).head:
        found = faults(document, line.start, line.end, _LOOK) if marks.SUBJECT.match(line.text) else []
        if found:
            yield RULE.at(document, line.start, line.end, f"Trích yếu công văn: {'; '.join(found)}.")


RULE = Rule(
    "TD047", "letter-subject-style", "Trích yếu công văn trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.5"), valid_from=IN_FORCE,
)  # fmt: skip
