"""SL017 decrease-over-hundred: giảm hơn 100%.

Kiểm tra gì: tỷ lệ lớn hơn 100% ngay sau "giảm", "cắt giảm", "giảm được".
Vì sao: giảm 100% là hết; con số lớn hơn là nhầm "tăng" với "giảm" hoặc nhầm chữ số.
Ví dụ: "số vụ vi phạm giảm 120% so với cùng kỳ".
Nên viết: "số vụ vi phạm giảm 12% so với cùng kỳ".
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

_DECREASE = re.compile(
    r"\b(?:cắt\s+)?giảm\s+(?:(?:được|đi|thêm|khoảng|gần|trên|hơn|ít\s+nhất|tối\s+thiểu)\s+){0,2}$", re.I
)
_WHOLE = 100
_REACH = 40


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at percentages over a hundred behind "giảm"."""
    for figure in document.once(figures):
        if figure.role is not Role.PERCENT or figure.unit != "%" or figure.value <= _WHOLE:
            continue
        said = _DECREASE.search(document.text, max(0, figure.start - _REACH), figure.start)
        if said:
            yield RULE.at(document, said.start(), figure.tail, "Không thể giảm hơn 100%; xem lại con số hoặc động từ.")


RULE = Rule("SL017", "decrease-over-hundred", "Giảm hơn 100%", Severity.ERROR, check)
