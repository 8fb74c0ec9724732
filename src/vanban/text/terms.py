"""Deadlines counted from a day: "trong 10 ngày kể từ ngày ký", "trong tháng này", "trước ngày 18 hằng tháng"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from vanban.text.dates import DatePhrase, match_date
from vanban.text.deadline import Deadline
from vanban.text.working_days import WorkingCalendar

_RELATIVE = re.compile(
    r"(?:trong(?:\s+(?:vòng|thời\s+hạn|thời\s+gian))?|chậm\s+nhất(?:\s+là)?|không\s+quá|sau)\s+(?P<count>\d{1,3})\s+"
    r"(?:(?P<unit>ngày|tuần|tháng)(?P<working>\s+làm\s+việc)?)"
    r"(?:[^.;]{0,20}?\s+kể\s+từ\s+(?:ngày|khi|thời\s+điểm)\s+(?P<event>[^,;.()]{2,80})|\s+(?P<ahead>tới|tiếp\s+theo)\b)",
    re.I,
)
_THIS = re.compile(
    r"(?:(?:hoàn\s+thành\s+|xong\s+)?(?:ngay\s+)?(?:trong|hết)\s+)(?:(?P<unit>tháng|quý|năm)\s+(?:này|nay)\b|(?:ngày\s+)?(?P<today>hôm\s+nay)\b)",
    re.I,
)
_SIGNED = re.compile(
    r"(?:ký|ban\s+hành)(?:\s+(?:ban\s+hành|văn\s+bản|công\s+văn|quyết\s+định|kế\s+hoạch|chỉ\s+thị|thông\s+báo|công\s+điện|"
    r"hướng\s+dẫn|kết\s+luận|chương\s+trình)\w*)*(?:\s+này)?\s*$",
    re.I,
)
_MONTHLY = re.compile(
    r"\b(?P<before>trước)\s+(?:ngày\s+)?(?P<day>\d{1,2})\s*,?\s*(?:hằng|hàng|mỗi)\s+tháng"
    r"|\b(?:hằng|hàng|mỗi)\s+tháng\s*,?\s*\(?(?P<early>trước)\s+ngày\s+(?P<until>\d{1,2})(?!\s*[/.\-–]?\s*\d|\s+tháng)"
    r"|\b(?:chậm\s+nhất(?:\s+(?:là|vào))?|vào)\s+ngày\s+(?P<on>\d{1,2})\s*,?\s*(?:hằng|hàng|mỗi)\s+tháng",
    re.I,
)


def counted_deadlines(
    text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None
) -> list[Deadline]:
    """The deadlines of ``text[start:end]`` that are counted from the document's own day or from a printed one."""
    small = text[start:end].lower()
    return [
        *(_relative(text, start, end, today, calendar) if _has(small, "kể", "tới", "tiếp") else ()),
        *(_this_period(text, start, end, today) if _has(small, "này", "nay") else ()),
        *(_day_of_months(text, start, end, today) if "tháng" in small and _has(small, "hằng", "hàng", "mỗi") else ()),
    ]


def _has(small: str, *words: str) -> bool:
    """True when a text in small letters holds one of the words that the expressions below do not do without."""
    return any(word in small for word in words)


def _this_period(text: str, start: int, end: int, today: date | None) -> list[Deadline]:
    """ "trong tháng này", "trong năm nay", "trong ngày hôm nay": counted by the document's own date."""
    found = _THIS.search(text, start, end)
    if found is None:
        return []
    unit = (
        "date"
        if found.group("today")
        else {"tháng": "month", "quý": "quarter", "năm": "year"}[found.group("unit").lower()]
    )
    value = None
    if today is not None:
        part = {"date": today.month, "month": today.month, "quarter": (today.month + 2) // 3, "year": None}[unit]
        last = DatePhrase(found.start(), found.end(), unit, today.year, part, today.day).last()
        value = last.isoformat() if last else None
    return [Deadline(found.start(), found.end(), unit, value, why="due-this-period")]


def _day_of_months(text: str, start: int, end: int, today: date | None) -> list[Deadline]:
    """ "trước ngày 18 hằng tháng": the first such day after the document's own."""
    found = _MONTHLY.search(text, start, end)
    day = int(found.group("day") or found.group("until") or found.group("on")) if found else 0
    if found is None or today is None or not 1 <= day <= _SHORTEST_MONTH:
        return []
    value = today.replace(day=day) if day >= today.day else _months_after(today.replace(day=day), 1)
    exclusive = bool(found.group("before") or found.group("early"))
    return [Deadline(found.start(), found.end(), "date", value.isoformat(), exclusive, "due-monthly")]


_SHORTEST_MONTH = 28


def _relative(text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None) -> list[Deadline]:
    found = _RELATIVE.search(text, start, end)
    if not found:
        return []
    since = today if found.group("ahead") else _counted_from(text, found, today)
    value = _term_after(since, found, calendar) if since else None
    return [Deadline(found.start(), found.end(), "event", value.isoformat() if value else None, why="due-relative")]


def _term_after(since: date, found: re.Match[str], calendar: WorkingCalendar | None) -> date | None:
    """The last day of a term in days, working days, weeks or months (Civil Code 2015, articles 147 and 148)."""
    count, unit = int(found.group("count")), found.group("unit").lower()
    if found.group("working"):
        return calendar.after(since, count) if calendar and unit == "ngày" else None
    if unit == "tháng":
        return _months_after(since, count)
    return since + timedelta(days=count * (7 if unit == "tuần" else 1))


def _months_after(since: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a month that has no such day."""
    year, month = divmod(since.month - 1 + months, 12)
    day = DatePhrase(0, 0, "month", since.year + year, month + 1).last()
    return day.replace(day=min(since.day, day.day)) if day else since


def _counted_from(text: str, found: re.Match[str], today: date | None) -> date | None:
    """The day that a term is counted from: the document's own when it is its signing, or one that is printed."""
    if _SIGNED.match(found.group("event").strip()):
        return today
    printed = match_date(text, found.start("event"), found.end("event"))
    return printed.first(today.year if today else None) if printed and printed.kind == "date" else None
