"""TD039 page-number-on-first-page: trang đầu hiển thị số trang.

Kiểm tra gì: số trang hiển thị từ trang thứ hai.
Vì sao: trang đầu không hiển thị số trang.
Ví dụ: trang đầu in số 1.
Nên viết: chọn "Different First Page" trong Word.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục I.7.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.pages import first_place
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the first page of the document."""
    sections = document.layout.sections if document.layout else ()
    if sections and sections[0].number and sections[0].number_on_first:
        place = first_place(document)
        yield RULE.at(document, place.start, place.end, "Trang đầu không hiển thị số trang (Different First Page).")


RULE = Rule(
    "TD039", "page-number-on-first-page", "Trang đầu có số trang", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục I.7"), valid_from=IN_FORCE,
)  # fmt: skip
