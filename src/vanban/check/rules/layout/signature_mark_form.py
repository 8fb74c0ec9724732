"""TD024 signature-mark-form: chữ viết tắt trước chức vụ có gạch chéo, thiếu dấu chấm hoặc dính chữ.

Kiểm tra gì: trước chức vụ viết "TM.", "KT.", "TL.", "TUQ.", "Q." có dấu chấm rồi cách chữ.
Vì sao: văn bản nhà nước dùng dấu chấm; dấu gạch chéo (T/M, K/T, T/L) là của văn bản Đảng.
Ví dụ: "T/M ỦY BAN NHÂN DÂN", "KT CHỦ TỊCH".
Nên viết: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH".
Mức an toàn khi sửa: an toàn; chỉ thay chữ viết tắt.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_MARK = re.compile(r"(?:T\s*/\s*M|TM|K\s*/\s*T|KT|T\s*/\s*L|TL|T\s*/\s*U\s*Q|TUQ)\b(?:\s*[./])?(?=\s*[A-ZĐÀ-ỸƯƠÂÊÔĂ])")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the mark before every capacity."""
    for line in form_of(document).capacities:
        found = _MARK.match(line.text)
        if found is None:
            continue
        printed = found.group()
        right = "".join(char for char in printed if char.isalpha()) + "."
        spaced = line.text[found.end() : found.end() + 1].isspace()
        if printed != right or not spaced:
            message = f"Viết là “{right}” rồi cách chữ, không viết “{printed}”."
            expected = right if spaced else f"{right} "
            yield RULE.at(document, line.start, line.start + found.end(), message, expected=expected)


RULE = Rule(
    "TD024", "signature-mark-form", "Chữ viết tắt ở thẩm quyền ký viết sai", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.7"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip
