"""TL009 party-signature-mark: chữ viết tắt trước chức vụ có dấu chấm hoặc thiếu gạch chéo.

Kiểm tra gì: trước chức vụ viết "T/M", "K/T", "T/L" có gạch chéo, rồi cách chữ.
Vì sao: dấu chấm (TM., KT., TL.) là của văn bản nhà nước.
Ví dụ: "TM. BAN THƯỜNG VỤ".
Nên viết: "T/M BAN THƯỜNG VỤ".
Mức an toàn khi sửa: an toàn; chỉ thay chữ viết tắt.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026; trước đó Hướng dẫn số 36-HD/VPTW ngày 03/4/2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import BOTH_GUIDES, GUIDE_2018_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_MARK = re.compile(r"(?P<first>[TK])\s*/?\s*(?P<second>[MTL])\b(?:\s*[./])?(?=\s*[A-ZĐÀ-ỸƯƠÂÊÔĂ])")
_RIGHT = {"TM": "T/M", "KT": "K/T", "TL": "T/L"}


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the mark before every capacity."""
    for line in form_of(document).capacities:
        found = _MARK.match(line.text)
        right = _RIGHT.get(found["first"] + found["second"]) if found else None
        spaced = found is not None and line.text[found.end() : found.end() + 1].isspace()
        if found and right and (found.group() != right or not spaced):
            message = f"Văn bản của Đảng viết “{right}” rồi cách chữ, không viết “{found.group()}”."
            expected = right if spaced else f"{right} "
            yield RULE.at(document, line.start, line.start + found.end(), message, expected=expected)


RULE = Rule(
    "TL009", "party-signature-mark", "Chữ viết tắt ở thẩm quyền ký viết sai", Severity.WARNING, check,
    scope=Scope.PARTY, basis=BOTH_GUIDES, valid_from=GUIDE_2018_FROM, fix=Fix.SAFE,
)  # fmt: skip
