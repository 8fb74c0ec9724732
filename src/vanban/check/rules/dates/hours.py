"""Times of day as official documents print them: "14 giờ 30 phút", "14h30", "07:30"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.check.subject import CheckedDocument

_TIME = re.compile(
    r"(?P<hour>\d(?<![\d/.,:]\d)\d?)(?:\s+giờ(?:\s+(?P<minute>\d{1,2})(?:\s*phút|(?=\s*[',;.)]|\s+(?:ngày|đến|sáng|chiều|tối|thứ)\b)))?"
    r"|\s?[hg](?P<short>\d{2})?(?:ph|p|')?(?![\w])|:(?P<digital>\d{2})(?![\d:])(?=\s+(?:ngày|đến|sáng|chiều|thứ)\b))",
    re.I,
)
_COUNTED_AFTER = re.compile(
    r"\s*/|\s+(?:làm\s+việc|lao\s+động|bay|học|giảng|chiếu|máy|liên\s+tục|mỗi|một|kể\s+từ|trước\s+khi|sau\s+khi|công|tín\s+chỉ|đồng\s+hồ|trong|thực)\b",
    re.I,
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:vòng|trong|tối\s+đa|tối\s+thiểu|ít\s+nhất|quá|thời\s+gian|cứ|mỗi|khoảng|tổng|đủ|hơn|trên|dưới|thời\s+hạn|thời\s+lượng|sau|gần|được|là|thêm|bồi\s+dưỡng|học)\s*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day as printed; hours and minutes may be impossible."""

    start: int
    end: int
    hour: int
    minute: int

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return 60 * self.hour + self.minute


def times(document: CheckedDocument) -> tuple[Time, ...]:
    """The times of day of the whole text; lengths of time ("trong vòng 24 giờ") are left out."""
    text = document.text
    return tuple(
        Time(
            found.start(),
            found.end(),
            int(found["hour"]),
            int(found["minute"] or found["short"] or found["digital"] or 0),
        )
        for found in _TIME.finditer(text)
        if not _COUNTED_AFTER.match(text, found.end())
        and not _COUNTED_BEFORE.search(text[max(0, found.start() - 14) : found.start()])
    )
