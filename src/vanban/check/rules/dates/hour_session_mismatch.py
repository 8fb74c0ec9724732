"""TG021 hour-session-mismatch: giờ không thuộc buổi in cạnh nó.

Kiểm tra gì: "14 giờ sáng", "sáng 14 giờ", "8 giờ 30 chiều".
Vì sao: người dự họp không biết họp sáng hay chiều.
Ví dụ: "14 giờ 00 sáng ngày 05/3/2026".
Nên viết: "14 giờ 00 chiều ngày 05/3/2026", hoặc chỉ ghi "14 giờ 00".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.dates.hours import times
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_AFTER = re.compile(r"\s*,?\s*\(?(?:buổi\s+)?(?P<session>sáng|chiều|tối)\b(?!\s+(?:hôm\s+sau|\d))", re.I)
_HOURS = {"sáng": range(12), "chiều": (*range(1, 7), *range(12, 20)), "tối": (*range(6, 12), *range(17, 25))}


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the hour with the part of the day printed right behind it."""
    for time in document.once(times):
        after = _AFTER.match(document.text, time.end)
        if after and time.hour not in _HOURS[after["session"].lower()]:
            message = f"{time.hour} giờ không phải buổi {after['session'].lower()}; sửa lại giờ hoặc buổi."
            yield RULE.at(document, time.start, after.end("session"), message)


RULE = Rule("TG021", "hour-session-mismatch", "Giờ không thuộc buổi in cạnh nó", Severity.ERROR, check)
