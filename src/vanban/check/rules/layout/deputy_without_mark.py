"""TD025 deputy-without-mark: cấp phó ký mà dòng trên không có KT. và chức vụ cấp trưởng.

Kiểm tra gì: cấp phó ký thì phía trên có "KT." và chức vụ của cấp trưởng.
Vì sao: cấp phó ký thay cấp trưởng; thiếu KT. là sai thẩm quyền ký.
Ví dụ: "TM. ỦY BAN NHÂN DÂN" rồi "PHÓ CHỦ TỊCH".
Nên viết: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 13 và Phụ lục I, mục II.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_DEPUTY = re.compile(r"\s*PHÓ\s+(?:CHỦ\s+TỊCH|GIÁM\s+ĐỐC|CHÁNH\s+VĂN\s+PHÒNG|CHỦ\s+NHIỆM)\b")
_STANDS_IN = re.compile(r"\s*(?:K\s*/?\s*T|TL|T/L|TUQ|Q)\b")
_COUNCIL = re.compile(r"HỘI\s+ĐỒNG|THƯỜNG\s+TRỰC|ỦY\s+BAN\s+THƯỜNG\s+VỤ|BAN\s+CHỈ\s+ĐẠO|MẶT\s+TRẬN|ĐOÀN|HỘI")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the mark above a deputy; councils and committees have rules of their own."""
    lines = form_of(document).capacities
    if document.header.side != "state" or any(_COUNCIL.search(line.text) for line in lines):
        return
    if any(_STANDS_IN.match(line.text) for line in lines):
        return
    for line in lines:
        if _DEPUTY.match(line.text):
            message = "Cấp phó ký thay thì dòng trên phải là “KT.” và chức vụ của cấp trưởng."
            yield RULE.at(document, line.start, line.end, message)
            return


RULE = Rule(
    "TD025", "deputy-without-mark", "Cấp phó ký mà thiếu KT.", Severity.WARNING, check,
    scope=Scope.STATE, basis="Nghị định số 30/2020/NĐ-CP, Điều 13 và Phụ lục I, mục II.7", valid_from=IN_FORCE,
)  # fmt: skip
