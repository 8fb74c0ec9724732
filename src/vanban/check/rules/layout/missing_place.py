"""TD014 missing-place: ngày ban hành đứng một mình, không có nơi ban hành.

Kiểm tra gì: trước ngày, tháng, năm ban hành có địa danh nơi cơ quan đóng trụ sở.
Vì sao: địa danh là thành phần thể thức bắt buộc.
Ví dụ: "ngày 05 tháng 3 năm 2026" đứng một mình ở phần đầu.
Nên viết: "Lạc Giang, ngày 05 tháng 3 năm 2026".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_DATE_ALONE = re.compile(r"[,.…\s]*ngày[\s.…]*\d{0,2}[\s.…]*tháng[\s.…]*\d{0,2}[\s.…]*năm\s*\d{4}\s*\.?", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for a line of the head that is a date alone."""
    for line in form_of(document).top:
        if _DATE_ALONE.fullmatch(line.text):
            yield RULE.at(document, line.start, line.end, "Thiếu địa danh trước ngày, tháng, năm ban hành.")
            return


RULE = Rule(
    "TD014", "missing-place", "Thiếu địa danh", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.4"), valid_from=IN_FORCE,
)  # fmt: skip
