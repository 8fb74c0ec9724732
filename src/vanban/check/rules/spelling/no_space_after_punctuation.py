"""CH016 no-space-after-punctuation: thiếu dấu cách sau dấu câu.

Kiểm tra gì: dấu phẩy, chấm phẩy, hai chấm viết liền chữ đứng sau; dấu chấm viết liền chữ hoa mở câu sau; chữ viết
liền dấu mở ngoặc. Địa chỉ thư, trang mạng, số hiệu và chữ viết tắt ("TP.HCM") không tính.
Vì sao: hai từ dính vào nhau, máy tìm kiếm không nhận ra từ.
Ví dụ: "rà soát,kiểm tra.Tổng hợp".
Nên viết: "rà soát, kiểm tra. Tổng hợp".
Mức an toàn khi sửa: sửa ngay được.
Căn cứ: quy tắc chính tả về dấu câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.body_text import in_body
from vanban.check.language.words import Words, is_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.letters import CAPITALS

_GLUED = re.compile(
    rf"(?<=[^\W\d_]{{2}})[,;](?=[^\W\d_])|(?<=[^\W\d_{CAPITALS}]{{2}}):(?=[^\W\d_])"
    rf"|(?<=[^\W\d_{CAPITALS}]{{2}})\.(?=[{CAPITALS}][^\W\d_{CAPITALS}])|(?<=[^\W\d_{CAPITALS}]{{2}})\((?=[^\W\d_{CAPITALS}]{{3}})"
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a word that touches the sign before it."""
    if is_recognised(document):
        return
    words = document.once(Words.of)
    for found in _GLUED.finditer(document.text):
        if in_body(document, found.start()) and not words.in_code(words.at_offset(found.start())):
            sign = found.group()
            message = "Thiếu dấu cách trước dấu mở ngoặc." if sign == "(" else f"Thiếu dấu cách sau dấu “{sign}”."
            expected = f" {sign}" if sign == "(" else f"{sign} "
            yield RULE.at(document, found.start(), found.end(), message, expected=expected)


RULE = Rule("CH016", "no-space-after-punctuation", "Thiếu dấu cách sau dấu câu", Severity.INFO, check, fix=Fix.SAFE)
