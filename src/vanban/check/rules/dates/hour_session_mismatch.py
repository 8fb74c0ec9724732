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
_BEFORE = re.compile(r"\b(?P<session>sáng|chiều|tối)\s*,?\s*(?:lúc|vào\s+lúc|hồi)\s*$", re.I)
_NEAR = 20
_HOURS = {"sáng": range(12), "chiều": (*range(1, 7), *range(12, 20)), "tối": (*range(6, 12), *range(17, 25))}


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the hour with the part of the day printed right behind it."""
    for time in document.once(times):
        near = max(0, time.start - _NEAR)
        after = _AFTER.match(document.text, time.end)
        named = after or _BEFORE.search(document.text[near : time.start])
        if named is None or time.hour in _HOURS[named["session"].lower()]:
            continue
        message = f"{time.hour} giờ không phải buổi {named['session'].lower()}; sửa lại giờ hoặc buổi."
        start = time.start if after else near + named.start("session")
        yield RULE.at(document, start, after.end("session") if after else time.end, message)


RULE = Rule("TG021", "hour-session-mismatch", "Giờ không thuộc buổi in cạnh nó", Severity.ERROR, check)
