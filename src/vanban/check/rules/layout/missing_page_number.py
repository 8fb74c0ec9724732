"""TD038 missing-page-number: văn bản nhiều trang mà không có số trang.

Kiểm tra gì: văn bản từ hai trang trở lên có số trang.
Vì sao: trang rời không xếp lại được.
Ví dụ: văn bản năm trang không có số trang.
Nên viết: số trang ở giữa lề trên từ trang thứ hai.
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

_TWO_PAGES = 6_000
"""Characters that do not fit on one page when the file does not say how many pages it has."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a page number in documents of two pages and more."""
    layout, pages = document.layout, document.structure.document.page_count
    long = pages > 1 if pages else len(document.text) > _TWO_PAGES
    if layout and layout.sections and long and not any(section.number for section in layout.sections):
        place = first_place(document)
        yield RULE.at(document, place.start, place.end, "Văn bản nhiều trang phải có số trang ở giữa lề trên.")


RULE = Rule(
    "TD038", "missing-page-number", "Không có số trang", Severity.WARNING, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục I.7"), valid_from=IN_FORCE,
)  # fmt: skip
