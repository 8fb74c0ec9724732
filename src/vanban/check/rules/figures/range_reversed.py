"""SL021 range-reversed: khoảng giá trị ghi số lớn trước số nhỏ.

Kiểm tra gì: "từ a đến b", "a - b" cùng đơn vị mà a lớn hơn b; trừ mức giảm và các năm.
Vì sao: hai số bị đảo, hoặc một số thừa, thiếu chữ số.
Ví dụ: "tiết kiệm từ 20 đến 15% chi thường xuyên".
Nên viết: "tiết kiệm từ 15 đến 20% chi thường xuyên".
Mức an toàn khi sửa: không tự sửa; người soạn xác nhận hai số.
Căn cứ: đối chiếu trong câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_JOINED = re.compile(r"\s*%?\s*(?:[^\W\d_]+\s+){0,2}?(?P<word>đến)\s+|\s*%?\s?[-–]\s?", re.I)
_FROM = re.compile(r"\btừ\s+$", re.I)
_FALLING = re.compile(r"\b(?:giảm|hạ|xuống|thu\s+hẹp|rút\s+ngắn|cắt|bớt|lùi)\b", re.I)
_FALL_REACH = 80
_MEASURES = frozenset({"%", "người", "hộ", "đồng", "ha", "tấn", "km", "triệu", "mm"})


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the ends of every range."""
    text = document.text
    for low, high in pairwise(document.once(figures)):
        joined = _JOINED.fullmatch(text, low.end, high.start)
        if joined is None or not _is_range(text, low, high, spelled=joined.group("word") is not None):
            continue
        if low.value * low.scale > high.value * (high.scale if low.scale > 1 else 1) and low.value > high.value:
            message = f"Khoảng ghi {low.text} trước {high.text}; đảo lại hoặc kiểm tra hai số."
            yield RULE.at(document, low.start, high.tail, message)


def _is_range(text: str, low: Figure, high: Figure, *, spelled: bool) -> bool:
    """True for two ends that measure the same thing and are not said to fall."""
    if high.role is Role.PERCENT:
        same = low.role is Role.PERCENT or (low.role is Role.COUNT and not low.unit)
    else:
        same = low.role is Role.COUNT and high.role is Role.COUNT and low.unit in ("", high.unit) and bool(high.unit)
        same = same and (high.unit in _MEASURES or high.scale > 1)
    opened = not spelled or _FROM.search(text, max(0, low.start - 6), low.start) is not None
    return same and opened and not _FALLING.search(text, max(0, low.start - _FALL_REACH), low.start)


RULE = Rule("SL021", "range-reversed", "Khoảng giá trị ghi ngược", Severity.ERROR, check)
