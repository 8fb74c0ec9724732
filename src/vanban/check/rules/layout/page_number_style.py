"""TD040 page-number-style: số trang không ở giữa lề trên hoặc sai cỡ chữ, kiểu chữ.

Kiểm tra gì: số trang ở giữa lề trên, cỡ chữ 13-14, kiểu chữ đứng.
Vì sao: thống nhất vị trí số trang.
Ví dụ: số trang ở góc phải lề dưới.
Nên viết: số trang ở giữa lề trên, cỡ 13.
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
from vanban.types import Alignment

_SIZES = (13.0, 14.0)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the page number of the first section that has one."""
    sections = document.layout.sections if document.layout else ()
    number = next((section.number for section in sections if section.number), None)
    if number is None:
        return
    wrong = [] if number.in_header else ["đặt ở lề dưới, quy định lề trên"]
    if number.alignment not in {Alignment.CENTER, Alignment.UNKNOWN}:
        wrong.append("chưa canh giữa")
    size = number.face.size
    if size and not _SIZES[0] <= size <= _SIZES[1]:
        wrong.append(f"cỡ chữ {size:g}, quy định 13-14".replace(".", ","))
    if number.face.italic:
        wrong.append("quy định kiểu chữ đứng")
    if wrong:
        place = first_place(document)
        yield RULE.at(document, place.start, place.end, f"Số trang: {'; '.join(wrong)}.")


RULE = Rule(
    "TD040", "page-number-style", "Số trang đặt hoặc trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục I.7"), valid_from=IN_FORCE,
)  # fmt: skip
