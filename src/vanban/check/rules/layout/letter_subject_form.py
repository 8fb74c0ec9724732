"""TD017 letter-subject-form: trích yếu công văn mở đầu bằng dạng khác của V/v.

Kiểm tra gì: chữ viết tắt trước trích yếu công văn là "V/v", chữ đầu viết hoa, không có dấu hai chấm.
Vì sao: dạng thống nhất để tra cứu.
Ví dụ: "v/v chuẩn bị mùa mưa lũ", "V/V: chuẩn bị mùa mưa lũ".
Nên viết: "V/v chuẩn bị mùa mưa lũ".
Mức an toàn khi sửa: an toàn; chỉ thay chữ viết tắt.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_ABBREVIATION = re.compile(r"(?:^|(?<=\s))v\s*/\s*v(?:\s*:)?(?=\s)", re.I)
_RIGHT = "V/v"


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the abbreviation before the subject."""
    for line in form_of(document).head:
        found = _ABBREVIATION.search(line.text)
        if found:
            if found.group() != _RIGHT:
                start, end = line.start + found.start(), line.start + found.end()
                yield RULE.at(document, start, end, f"Viết là “{_RIGHT}”.", expected=_RIGHT)
            return


RULE = Rule(
    "TD017", "letter-subject-form", "Trích yếu công văn không bắt đầu bằng V/v", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.5"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip
