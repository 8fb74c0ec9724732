"""CH007 typing-residue: phím của kiểu gõ Telex còn sót trong từ.

Kiểm tra gì: từ còn các phím aa, aw, ee, oo, ow, uw, dd hoặc phím dấu s, f, r, x, j mà đọc theo kiểu gõ Telex thì
thành một tiếng. Từ tiếng Anh viết giống thế ("boots", "tower") không tính.
Vì sao: bộ gõ tắt giữa chừng; người đọc không đọc được từ.
Ví dụ: "đã dduwowcj giao nhiệmj vụ".
Nên viết: "đã được giao nhiệm vụ".
Mức an toàn khi sửa: sửa ngay được.
Căn cứ: quy tắc chính tả; kiểu gõ Telex.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.nonwords import Kind, of_kind
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Read words as keys of the Telex method."""
    severity = unless_recognised(document, RULE.severity)
    for found in of_kind(document, (Kind.TYPING_RESIDUE,)):
        message = f"“{found.word}” còn sót phím gõ; viết “{found.meant}”."
        yield RULE.at(document, found.start, found.end, message, expected=found.meant, severity=severity)


RULE = Rule(
    "CH007",
    "typing-residue",
    "Sót phím của kiểu gõ",
    Severity.ERROR,
    check,
    fix=Fix.SAFE,
)
