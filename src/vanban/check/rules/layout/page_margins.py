"""TD035 page-margins: lề trang ngoài khoảng quy định.

Kiểm tra gì: lề trên, dưới 20-25 mm; lề trái 30-35 mm; lề phải 15-20 mm, trên mọi trang dọc.
Vì sao: lề sai làm mất chữ khi đóng quyển và lệch thể thức.
Ví dụ: lề trái 20 mm.
Nên viết: lề trái 30 mm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục I.3.
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

_RANGES = (
    ("top", "lề trên", 20.0, 25.0),
    ("bottom", "lề dưới", 20.0, 25.0),
    ("left", "lề trái", 30.0, 35.0),
    ("right", "lề phải", 15.0, 20.0),
)
_TOLERANCE = 0.6


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the margins of the first section that stands upright: the document itself, not its wide tables."""
    sections = document.layout.sections if document.layout else ()
    upright = next((section for section in sections if not section.landscape), None)
    if upright is None:
        return
    wrong = [
        f"{name} {millimetres(value)} mm (quy định {least:g}-{largest:g})"
        for field, name, least, largest in _RANGES
        if not least - _TOLERANCE <= (value := getattr(upright, field)) <= largest + _TOLERANCE
    ]
    if wrong:
        place = first_place(document)
        yield RULE.at(document, place.start, place.end, f"Lề trang không đúng: {'; '.join(wrong)}.")


RULE = Rule(
    "TD035", "page-margins", "Lề trang không đúng quy định", Severity.WARNING, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục I.3"), valid_from=IN_FORCE,
)  # fmt: skip
