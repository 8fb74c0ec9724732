"""TD058 heading-style: đề mục không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: phần, chương, đề mục số La Mã và điều in đậm, kiểu chữ đứng.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: "Điều 1. Phạm vi" không đậm.
Nên viết: "Điều 1. Phạm vi" in đậm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
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
from vanban.structure.markers import Family

_LOOK = Prescribed(bold=True, italic=False)
_HEADINGS = {Family.PART, Family.ROMAN, Family.ARTICLE}
_LONGEST = 100


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the look with what is prescribed."""
    for line in form_of(document).body:
        if line.marker is None or line.marker.family not in _HEADINGS or len(line.text) > _LONGEST:
            continue
        label = line.text[: line.marker.length].rstrip()
        end = line.start + len(label) if line.marker.family is Family.ARTICLE else line.end
        found = faults(document, line.start, end, _LOOK)
        if found:
            yield RULE.at(document, line.start, end, f"Đề mục: {'; '.join(found)}.")
            return


RULE = Rule(
    "TD058", "heading-style", "Đề mục trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.6"), valid_from=IN_FORCE,
)  # fmt: skip
