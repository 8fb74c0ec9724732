"""TL006 party-kind-abbreviation: ký hiệu ghi chữ viết tắt khác với tên loại in trên văn bản.

Kiểm tra gì: chữ viết tắt trong ký hiệu là chữ viết tắt của tên loại in trên văn bản; công văn là CV.
Vì sao: ký hiệu sai loại làm sai sổ đăng ký và viện dẫn.
Ví dụ: tên loại "CHƯƠNG TRÌNH" với "Số 16-CT/TU".
Nên viết: "Số 16-CTr/TU".
Mức an toàn khi sửa: cần người xem: có thể tên loại mới là chỗ sai.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.number import number_of
from vanban.check.rules.party_layout.reading.guide import (
    ABBREVIATIONS,
    GUIDE_2026,
    GUIDE_2026_FROM,
    LETTER,
    abbreviation_of,
)
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_KNOWN = {letters.lower() for letters in (*ABBREVIATIONS.values(), LETTER, "QyĐ")}


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the first letters of the symbol with the abbreviation of the printed kind."""
    number, title = number_of(document), document.structure.main.head.title_span
    if number is None or number.kind is None or (title and title.start < number.word.start):
        return
    printed = document.text[number.kind.start : number.kind.end]
    name = document.text[title.start : title.end].strip() if title else "công văn"
    right = abbreviation_of(name) if title else LETTER
    if right is None or printed == right or printed.lower() not in _KNOWN:
        return
    message = f"Ký hiệu ghi “{printed}” nhưng văn bản là “{name}”; chữ viết tắt đúng là “{right}”."
    yield RULE.at(document, number.kind.start, number.kind.end, message, expected=right)


RULE = Rule(
    "TL006", "party-kind-abbreviation", "Chữ viết tắt tên loại trong ký hiệu không đúng", Severity.WARNING, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, fix=Fix.PROPOSED,
)  # fmt: skip
