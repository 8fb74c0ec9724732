"""SL016 share-over-hundred: phần chiếm hơn 100% của toàn bộ.

Kiểm tra gì: tỷ lệ lớn hơn 100% ngay sau "chiếm", "chiếm tỷ lệ", "tỷ lệ bao phủ", "độ che phủ".
Vì sao: một phần không thể lớn hơn toàn bộ; thường thừa chữ số hoặc mất dấu phẩy.
Ví dụ: "nữ chiếm 412% trong viên chức".
Nên viết: "nữ chiếm 41,2% trong viên chức".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Role, figures
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_SHARE = re.compile(
    r"\b(?:chiếm|(?:bao|che)\s+phủ(?:\s+[^\W\d_]+){0,4}?(?:\s+(?:là|đạt))?)\s+(?:(?:tỷ|tỉ)\s+(?:lệ|trọng)\s+)?"
    r"(?:(?:khoảng|gần|trên|hơn|xấp\s+xỉ)\s+)?$",
    re.I,
)
_WHOLE = 100
_REACH = 60


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at percentages over a hundred that are called a share."""
    for figure in document.once(figures):
        if figure.role is not Role.PERCENT or figure.unit != "%" or figure.value <= _WHOLE:
            continue
        said = _SHARE.search(document.text, max(0, figure.start - _REACH), figure.start)
        if said:
            yield RULE.at(
                document, said.start(), figure.tail, "Phần không thể chiếm hơn 100% của toàn bộ; xem lại con số."
            )


RULE = Rule("SL016", "share-over-hundred", "Phần chiếm hơn 100% toàn bộ", Severity.ERROR, check)
