"""How often something comes back: a stated period only ("hằng quý"); "định kỳ" alone is a period not stated."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """A recurrence as printed."""

    kind: str
    start: int
    end: int


_EVERY = r"(?:hằng|hàng|mỗi|từng)"
_ONCE = r"(?:một|0?1)\s+lần\b"
_WORK_ONCE = (
    rf"\s+(?:báo\s+cáo|tổng\s+hợp|sơ\s+kết|đánh\s+giá|kiểm\s+tra|rà\s+soát|họp|giao\s+ban)\b[^.;,]{{0,80}}?\s{_ONCE}"
)
""" "06 tháng báo cáo Ủy ban nhân dân tỉnh một lần": the work stands between the period and its "once"."""
_PERIODS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("daily", re.compile(rf"(?:vào\s+)?(?:cuối\s+)?\b{_EVERY}\s+(?:ngày(?:\s+làm\s+việc)?|đêm)", re.I)),
    (
        "weekly",
        re.compile(
            r"(?:vào\s+)?(?:(?:thứ\s+)?(?:hai|ba|tư|năm|sáu|bảy|[2-7])\s+|(?:chủ\s+nhật|cuối|đầu)\s+)?"
            rf"\b{_EVERY}\s+tuần\b",
            re.I,
        ),
    ),
    (
        "monthly",
        re.compile(
            rf"(?:định\s+kỳ\s+)?(?:{_EVERY}\s+tháng\b|(?<=định\s)kỳ\s+tháng\b)|\b0?1\s+tháng\s*/\s*0?1\s+lần"
            rf"|\b(?:0?1|một)\s+tháng(?:\s+{_ONCE}|{_WORK_ONCE})",
            re.I,
        ),
    ),
    (
        "quarterly",
        re.compile(
            rf"(?:định\s+kỳ\s+)?(?:{_EVERY}\s+quý\b|(?<=kỳ\s)quý\b)|\b0?3\s+tháng\s*(?:/|một)\s*(?:0?1\s+)?lần"
            rf"|\b(?:0?3|ba)\s+tháng{_WORK_ONCE}",
            re.I,
        ),
    ),
    (
        "semiannual",
        re.compile(
            rf"(?:định\s+kỳ\s+(?:{_EVERY}\s+)?|{_EVERY}\s+)(?:0?6|sáu)\s+tháng\b(?!\s+(?:đầu|cuối|tuổi))"
            r"|\b(?:0?6|sáu)\s+tháng(?=\s*(?:,\s*(?:hằng\s+|hàng\s+|1\s+|một\s+)?năm\b|/?\s*(?:một|01|1)?\s*lần|và\s+(?:hằng|hàng)\s+năm))"
            rf"|\b(?:0?6|sáu)\s+tháng{_WORK_ONCE}",
            re.I,
        ),
    ),
    ("annual", re.compile(rf"(?:định\s+kỳ\s+)?{_EVERY}\s+năm\b|\bđịnh\s+kỳ\s+(?:1\s+|một\s+)?năm\b", re.I)),
)
_NOT_A_PERIOD = re.compile(
    r"(?:ngân\s+sách(?:\s+(?:nhà\s+nước|địa\s+phương|trung\s+ương))?|dự\s+toán(?:\s+(?:chi|ngân\s+sách)(?:\s+\w+){0,2})?|kế\s+hoạch|chương\s+trình|chi|kinh\s+phí|nguồn|(?:chi|vụ|phí|việc|nguồn|tác|toán)\s+thường\s+xuyên|nhiệm\s+vụ|chỉ\s+tiêu|công\s+tác|tiết\s+kiệm\s+chi|mục\s+tiêu)\s*(?:\w+\s+)?$|(?:kế\s+hoạch|chương\s+trình)\s+(?:[\w-]+\s+){1,7}$|trung\s+hạn\s*(?:,|và)\s*$|lộ\s+trình\s+(?:\w+\s+){0,2}$",
    re.I,
)
_OF_A_RESULT = re.compile(r"\b(?:kết\s+quả|tình\s+hình)\s+thực\s+hiện\s+[^,;.]{0,60}$", re.I)
""" "đánh giá kết quả thực hiện Kế hoạch hằng năm": the results come every year, not the plan."""
_OWNED = re.compile(r"\s+của\s|\s+(?:đạt|tăng|giảm)\s+(?:\w+\s+){0,2}\d", re.I)
""" "báo cáo hằng ngày của …", "mỗi tháng đạt 20%": the report and the figure, not the work, come back."""
_OCCASION = re.compile(r"\W*(?:nếu|khi\s+(?:phát\s+hiện|phát\s+sinh|xảy\s+ra))\s[^.;]{4,200}?[,:]", re.I)
_OCCASION_BEHIND = re.compile(r"\bkhi\s+(?:có\s+)?phát\s+sinh\b[^,;.]{0,80}", re.I)
_HINT = re.compile(r"hằng|hàng|mỗi|từng|định\s+kỳ|\d\s+tháng|sáu\s+tháng|t\s+lần|1\s+lần", re.I)
"""Nothing else can open a period; looked for first because most texts have none."""
_HINTS = ("hằng", "hàng", "mỗi", "từng", "định", "tháng", "lần")
_NEEDS = {
    "daily": ("ngày", "đêm"),
    "weekly": ("tuần",),
    "monthly": ("tháng",),
    "quarterly": ("quý", "tháng"),
    "semiannual": ("tháng",),
    "annual": ("năm",),
}
"""Small words of which a text with a hint, or a period of that kind, holds at least one."""
_EVERY_SO_OFTEN = re.compile(rf"\b(?:\d{{1,2}}|hai|ba|bốn|năm)\s+(?:giờ|ngày|tuần|tháng|năm)\s+{_ONCE}", re.I)
_LONGEST_OPENING = 110
"""How far before its first sure word a period can start: the work that stands before "một lần"."""
_REGULARLY = re.compile(r"\bđịnh\s+kỳ\b", re.I)


def _belongs_to_a_thing(text: str, start: int, end: int, kind: str, found: re.Match[str]) -> bool:
    """True when the period is that of a budget, plan or figure named beside it."""
    if _OWNED.match(text, found.end(), end):
        return True
    before = text[max(start, found.start() - _LONGEST_THING) : found.start()]
    return kind == "annual" and bool(_NOT_A_PERIOD.search(before)) and not _OF_A_RESULT.search(before)


_LONGEST_THING = 90


def find_occasion(text: str, start: int, end: int) -> Period | None:
    """What work waits for instead of a period: "Nếu …:" at its head, "khi phát sinh …" behind it."""
    found = _OCCASION.match(text, start, end) or _OCCASION_BEHIND.search(text, start, end)
    return Period("other", found.start(), found.end()) if found else None


def find_period(text: str, start: int, end: int) -> Period | None:
    """The shortest period stated in ``text[start:end]``, or "other" for "3 giờ một lần" and a bare "định kỳ"."""
    small = text[start:end].lower()
    hint = _HINT.search(text, start, end) if any(word in small for word in _HINTS) else None
    if hint is None:
        return None
    first = max(start, hint.start() - _LONGEST_OPENING)
    for kind, pattern in _PERIODS:
        if not any(word in small for word in _NEEDS[kind]):
            continue
        for found in pattern.finditer(text, first, end):
            if not _belongs_to_a_thing(text, start, end, kind, found):
                return Period(kind, found.start(), found.end())
    bare = _EVERY_SO_OFTEN.search(text, start, end) or _REGULARLY.search(text, start, end)
    return Period("other", bare.start(), bare.end()) if bare else None
