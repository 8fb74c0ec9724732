"""TD034 paper-size: trang không phải khổ A4.

Kiểm tra gì: trang văn bản là A4 (210 x 297 mm), đứng hoặc ngang.
Vì sao: văn bản khác khổ in và lưu trữ lệch trang.
Ví dụ: trang Letter (216 x 279 mm).
Nên viết: trang A4.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục I.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.looks import millimetres
from vanban.check.rules.layout.reading.pages import first_place
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_A4 = (210.0, 297.0)
_TOLERANCE = 2.0


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the paper of every section; one finding for all of them."""
    for section in document.layout.sections if document.layout else ():
        sides = sorted((section.width, section.height))
        if any(abs(side - right) > _TOLERANCE for side, right in zip(sides, _A4, strict=True)):
            place = first_place(document)
            size = " x ".join(millimetres(side) for side in sides)
            yield RULE.at(document, place.start, place.end, f"Khổ giấy {size} mm, quy định A4 (210 x 297 mm).")
            return


RULE = Rule(
    "TD034", "paper-size", "Khổ giấy không phải A4", Severity.WARNING, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục I.1"), valid_from=IN_FORCE,
)  # fmt: skip
