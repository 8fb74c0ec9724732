"""TG020 impossible-time: giờ, phút không có trên đồng hồ.

Kiểm tra gì: giờ lớn hơn 24, phút lớn hơn 59 ở giờ họp, giờ nộp, giờ trực.
Vì sao: không thể chấp hành; thường là gõ nhầm một chữ số.
Ví dụ: "8 giờ 75 phút ngày 05/3/2026".
Nên viết: "8 giờ 15 phút ngày 05/3/2026".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đồng hồ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.dates.hours import Time, times
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_HOURS, _MINUTES = 24, 60
_AT = re.compile(r"\b(?:lúc|vào|hồi)\s*$", re.I)
_DATED = re.compile(r"\s*,?\s*(?:ngày\s+\d|hằng\s+ngày|hàng\s+ngày|cùng\s+ngày|thứ\s)", re.I)
_NEAR = 12


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every time of day that stands where a time of day is meant."""
    for time in document.once(times):
        if (time.hour > _HOURS or time.minute >= _MINUTES) and _is_meant(document.text, time):
            wrong = f"{time.hour} giờ" if time.hour > _HOURS else f"{time.minute} phút"
            yield RULE.at(document, time.start, time.end, f"Không có {wrong} trên đồng hồ; sửa lại giờ.")


def _is_meant(text: str, time: Time) -> bool:
    before = text[max(0, time.start - _NEAR) : time.start]
    return ("giờ" in text[time.start : time.end].lower() and time.minute >= _MINUTES) or bool(
        _DATED.match(text, time.end) or (_AT.search(before) and time.hour < 2 * _MINUTES)
    )


RULE = Rule("TG020", "impossible-time", "Giờ, phút không có trên đồng hồ", Severity.ERROR, check)
