"""Pieces of a task's text that fill its smaller fields: condition, resources, measures, responsibility."""

from __future__ import annotations

import re

from vanban.results import Passage

_CONDITION = re.compile(
    r"(?:trường\s+hợp\s+[^,;.]{4,140}|nếu\s+(?:có|thấy|phát\s+sinh|gặp)\s*[^,;.]{3,140}(?:,\s*vướng\s+mắc[^,;.]{0,60})?|"
    r"khi\s+(?:có\s+)?(?:phát\s+sinh|vướng\s+mắc|khó\s+khăn|yêu\s+cầu)[^,;.]{0,100})",
    re.I,
)
_RESOURCES = re.compile(
    r"(?:(?<=từ\s)|(?<=bằng\s)|(?<=và\s)|(?<=đối\s)|(?<=trí\s)|(?<=dụng\s)|(?=bố\s))(?:bố\s+trí\s+(?:bổ\s+sung\s+(?:thêm\s+)?)?kinh\s+phí|nguồn\s+kinh\s+phí|kinh\s+phí|ngân\s+sách\s+(?:nhà\s+nước|địa\s+phương|tỉnh|trung\s+ương)|"
    r"nguồn\s+(?:vốn|ngân\s+sách|lực))\s*[^,;.()]{0,90}",
    re.I,
)
_RESPONSIBILITY = re.compile(
    r"chịu\s+trách\s+nhiệm\s+(?:toàn\s+diện\s+|trực\s+tiếp\s+)?(?:trước|về)\s+[^;.]{4,160}", re.I
)
_MEASURES = re.compile(
    r"(?:bằng|thông\s+qua)\s+(?:các\s+)?(?:biện\s+pháp|giải\s+pháp|hình\s+thức|phương\s+thức)\s+[^;.]{4,160}", re.I
)


def find_condition(text: str, start: int, end: int) -> Passage | None:
    """The trigger of a conditional task."""
    return _first(_CONDITION, text, start, end, "condition")


def find_resources(text: str, start: int, end: int) -> Passage | None:
    """Funds, staff or property named for the work."""
    return _first(_RESOURCES, text, start, end, "resources", ("phí", "ngân", "nguồn"))


def find_responsibility(text: str, start: int, end: int) -> Passage | None:
    """Who answers for it, to whom."""
    return _first(_RESPONSIBILITY, text, start, end, "responsibility", ("chịu",))


def find_measures(text: str, start: int, end: int) -> Passage | None:
    """By which means."""
    return _first(_MEASURES, text, start, end, "measures", ("bằng", "thông"))


def _first(
    pattern: re.Pattern[str], text: str, start: int, end: int, why: str, needs: tuple[str, ...] = ("",)
) -> Passage | None:
    """The first match; every match holds one of the small words of ``needs``, which most texts do not have."""
    small = text[start:end].lower()
    if not any(word in small for word in needs):
        return None
    found = pattern.search(text, start, end)
    if not found:
        return None
    last = found.end()
    while last > found.start() and text[last - 1].isspace():
        last -= 1
    return Passage(text[found.start() : last], found.start(), last, why)
