"""TD009 kind-abbreviation: ký hiệu ghi chữ viết tắt khác với tên loại in trên văn bản.

Kiểm tra gì: chữ viết tắt trong ký hiệu là chữ viết tắt của tên loại in trên văn bản, đúng chữ hoa, chữ thường.
Vì sao: ký hiệu sai loại làm sai sổ đăng ký và viện dẫn.
Ví dụ: tên loại "TỜ TRÌNH" với "Số: 12/TTR-UBND".
Nên viết: "Số: 12/TTr-UBND".
Mức an toàn khi sửa: cần người xem: có thể tên loại mới là chỗ sai.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục III, mục I.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import ABBREVIATIONS, IN_FORCE, LETTER_ABBREVIATIONS, abbreviation_of
from vanban.check.rules.layout.reading.number import number_of, title_below_number
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the first letters of the symbol with the abbreviation of the printed kind."""
    number, title = number_of(document), title_below_number(document)
    if number is None or number.kind is None or title is None:
        return
    printed = document.text[number.kind.start : number.kind.end]
    name = document.text[title.start : title.end].strip()
    right = abbreviation_of(name)
    if right is None or printed == right or not _names_a_kind(printed):
        return
    message = f"Ký hiệu ghi “{printed}” nhưng tên loại là “{name}”; chữ viết tắt đúng là “{right}”."
    yield RULE.at(document, number.kind.start, number.kind.end, message, expected=right)


def _names_a_kind(letters: str) -> bool:
    """Letters that are an abbreviation but for their case; others may be those of the body."""
    return letters.lower() in {known.lower() for known in (*ABBREVIATIONS.values(), *LETTER_ABBREVIATIONS)}


RULE = Rule(
    "TD009", "kind-abbreviation", "Chữ viết tắt tên loại trong ký hiệu không đúng", Severity.WARNING, check,
    scope=Scope.STATE, basis="Nghị định số 30/2020/NĐ-CP, Phụ lục III, mục I", valid_from=IN_FORCE, fix=Fix.PROPOSED,
)  # fmt: skip
