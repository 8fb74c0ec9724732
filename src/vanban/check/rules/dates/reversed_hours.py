"""TG019 reversed-hours: giờ kết thúc trước giờ bắt đầu.

Kiểm tra gì: "từ 14 giờ đến 11 giờ 30", "7h30 - 7h00", khi không nói sang ngày hôm sau.
Vì sao: người dự họp, người trực không biết giờ nào đúng.
Ví dụ: "từ 10 giờ đến 9 giờ ngày 05/3/2026".
Nên viết: "từ 9 giờ đến 10 giờ ngày 05/3/2026".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.rule import Rule
from vanban.check.rules.dates.hours import Time, times
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_UP_TO = re.compile(r"\s*(?:đến|tới|[-–])\s*(?:hết\s+)?", re.I)
_FROM = re.compile(r"\btừ\s*$", re.I)
_NEXT_DAY = re.compile(
    r"\s*(?:\(?(?:sáng\s+)?(?:ngày\s+)?hôm\s+sau|(?:sáng\s+)?ngày\s+(?:hôm\s+sau|sau|kế\s+tiếp|\d)|sáng|chiều|tối)",
    re.I,
)
_SAME_DAY = re.compile(r"\s*(?:cùng\s+ngày|ngày\s+\d)", re.I)
_NIGHT = 17
_HALF_DAY = 720


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the two ends of every span of hours."""
    known = document.once(times)
    for first, second in pairwise(known):
        if (
            second.minutes < first.minutes
            and _is_span(document.text, first, second)
            and not _over_night(document.text, first, second)
        ):
            yield RULE.at(document, first.start, second.end, "Giờ kết thúc trước giờ bắt đầu; sửa lại hai giờ.")


def _is_span(text: str, first: Time, second: Time) -> bool:
    joined = _UP_TO.fullmatch(text, first.end, second.start)
    return bool(joined) and (
        bool(_FROM.search(text[max(0, first.start - 6) : first.start])) or "-" in text[first.end : second.start]
    )


def _over_night(text: str, first: Time, second: Time) -> bool:
    """A night's duty ends on the next morning; "2 giờ" after "13 giờ" may mean the afternoon."""
    if _SAME_DAY.match(text, second.end) and first.hour < _NIGHT:
        return False
    return first.hour >= _NIGHT or bool(_NEXT_DAY.match(text, second.end)) or first.minutes - second.minutes > _HALF_DAY


RULE = Rule("TG019", "reversed-hours", "Giờ kết thúc trước giờ bắt đầu", Severity.ERROR, check)
