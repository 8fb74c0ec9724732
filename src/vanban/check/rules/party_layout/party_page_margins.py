"""TL020 party-page-margins: lề trang khác lề quy định.

Kiểm tra gì: lề trên 20 mm, lề dưới 20 mm, lề trái 30 mm, lề phải 15 mm, trên trang dọc.
Vì sao: lề sai làm lệch thể thức.
Ví dụ: lề phải 20 mm.
Nên viết: lề phải 15 mm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.looks import millimetres
from vanban.check.rules.layout.reading.pages import first_place
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_RIGHT = (("top", "lề trên", 20.0), ("bottom", "lề dưới", 20.0), ("left", "lề trái", 30.0), ("right", "lề phải", 15.0))
_TOLERANCE = 0.6


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the margins of the first section that stands upright: the document itself, not its wide tables."""
    sections = document.layout.sections if document.layout else ()
    upright = next((section for section in sections if not section.landscape), None)
    if upright is None:
        return
    wrong = [
        f"{name} {millimetres(value)} mm (quy định {right:g})"
        for field, name, right in _RIGHT
        if abs((value := getattr(upright, field)) - right) > _TOLERANCE
    ]
    if wrong:
        place = first_place(document)
        yield RULE.at(document, place.start, place.end, f"Lề trang không đúng: {'; '.join(wrong)}.")


RULE = Rule(
    "TL020", "party-page-margins", "Lề trang không đúng quy định", Severity.WARNING, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip
