"""Deadlines: a date behind a word that makes it one, an event, or a word of haste.

``value`` is the last day of the printed period; a day after "trước" is excluded from it (``exclusive``). A date behind
"từ ngày", a year within the name of a plan and a bare "đến năm 2030" are no deadlines.
"""

from __future__ import annotations

import re
from datetime import date

from vanban.text.dates import DatePhrase, match_date, match_period
from vanban.text.deadline import OPEN_END, Deadline, kind_of, value_of
from vanban.text.sought import find_all
from vanban.text.terms import counted_deadlines
from vanban.text.working_days import WorkingCalendar

_DUE_WORDS = re.compile(
    r"""
    (?P<before>(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+)?|hoàn\s+thành\s+|xong\s+|dứt\s+điểm\s+)*trước)\s+(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?\s*,?\s*)?
  | (?P<by>(?:chậm|muộn)\s+nhất(?:\s+(?:là|vào|trong|đến|hết|đến\s+hết|vào\s+cuối|trong\s+cuối))*
      | (?:đến\s+)?hết
      | (?:hoàn\s+thành|xong|dứt\s+điểm|kết\s+thúc)\s+(?:\w+\s+){0,2}?(?:ngay\s+)?(?:trong|vào)(?:\s+(?:cuối|đầu|giữa))?
      | trong\s+(?:các\s+)?(?:buổi\s+|kỳ\s+)?sinh\s+hoạt\s+(?:\w+\s+){0,2}?(?:\w+)(?=\s+tháng)
      | (?:ngay\s+)?(?:trong|vào)(?:\s+cuối|\s+đầu|\s+giữa)?
      | hạn\s+(?:cuối|chót)(?:\s+(?:là|vào)|\s*:)? | thời\s+hạn(?:\s+(?:là|đến))? | không\s+quá
      | đến(?=\s+(?:ngày|tháng|quý|\d{1,2}/\d{1,2}/\d{4})) | cuối(?=\s+(?:tháng|quý|năm))
    )\s+(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?\s*,?\s*)?
    """,
    re.X | re.I,
)
_DUE_OPENS = re.compile(
    r"[TtCcMmHhXxDdKkĐđNnVv](?=[rR][ưƯoO]|[hH][ậẬờỜôÔ]|[uU][ộỘốỐ]|[oO][àÀnN]|[ứỨ]|[ếẾạẠ]|[gG][aA]|[àÀ][oO])"
)
_FROM_BEFORE = re.compile(
    r"(?:kể\s+từ|từ|giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|phiên\s+họp|hội\s+nghị|kỳ\s+họp|sáng|chiều|diễn\s+ra|tổ\s+chức|"
    r"(?:những|các|mấy)\s+tháng|dịp|tính|số\s+liệu|lũy\s+kế|luỹ\s+kế|mục\s+tiêu)\s*$",
    re.I,
)
_FROM_NOW = re.compile(r"[^\s,;.:]\s+từ\s+(?:nay|bây\s+giờ)\s*$", re.I)
""" "kịch bản … từ nay đến hết năm" is the span of a thing; at the head of a clause it is that of the work."""
_IN_A_NAME = re.compile(r"\b(?:danh\s+mục|lộ\s+trình|kịch\s+bản|quy\s+hoạch|chiến\s+lược)\b[^,;.:]*$", re.I)
_AND_EARLY = re.compile(r"\s*(?:,|và)\s*(?:đầu|giữa)\s+(?:năm|quý|tháng)\b", re.I)
_YEARLY = re.compile(r"\s*,?\s*(?:\()?(?:hằng|hàng|mỗi)\s+năm", re.I)
_YEARLY_BEFORE = re.compile(r"(?:hằng|hàng|mỗi)\s+năm\W*(?:\(|,)?\s*$", re.I)
_TARGET_YEAR = re.compile(
    r"(?:đạt|hoàn\s+thành|vượt)(?:\s+\w+){0,3}?\s+(?:chỉ\s+tiêu|mục\s+tiêu|kế\s+hoạch)[^.;]{0,90}?\s(?=năm\s+\d{4})",
    re.I,
)
_SHORT_DAY = re.compile(
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])(?=\s*(?:[.,;)]|$|để\s|về\s|gửi\s|hằng\s|hàng\s|báo\s+cáo\s))", re.I
)
_EVENT = re.compile(
    r"(?P<after>(?:ngay\s+)?sau\s+khi\s+[^,;.()]{4,120})"
    r"|(?P<serve>kịp\s+thời\s+phục\s+vụ\s+(?:(?!\bvà\b)[^,;.()])+)"
    r"|(?P<until>trước\s+(?:khi|mùa|kỳ\s+họp|Đại\s+hội|Tết|thời\s+điểm|dịp|năm\s+học|ngày\s+(?:bầu\s+cử|khai\s+giảng|diễn\s+ra))\s*(?:(?!\bvà\b)[^,;.()])*)",
    re.I,
)
_REVIEW_HALF = re.compile(r"(?:sơ\s+kết|tổng\s+kết|đánh\s+giá)\s+(?=(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm)", re.I)
_HASTE = re.compile(r"\bkhẩn\s+trương\b|\bkịp\s+thời(?=\s+(?:báo\s+cáo|phản\s+ánh)\b)", re.I)


_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"\bn[àa]y\b|\b[Ss]áu\s|\b[Hh]ai\s|\b[Nn]ửa\s|\b[Qq]u[ýí]\s")
"""No deadline with a date does without a figure, but for "tháng này", "hôm nay", "nửa đầu năm"."""


def definite_deadlines(
    text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None = None
) -> list[Deadline]:
    """All deadlines with a date in ``text[start:end]``, strong ones first, each in order.

    ``today`` is the document's own date. Working days have a value only when a ``calendar`` is given.
    """
    if not _DIGIT.search(text, start, end) and not _DATED.search(text, start, end):
        return []
    found: list[Deadline] = []
    for word in find_all(_DUE_WORDS, _DUE_OPENS, text, start, end):
        phrase = _period_behind(text, word, end)
        if phrase is None or (found and phrase.start < found[-1].end) or not _makes_due(text, start, word, phrase):
            continue
        found.append(_deadline(text, word, phrase, today))
    found.extend(_target_years(text, start, end))
    found.extend(counted_deadlines(text, start, end, today, calendar))
    found.extend(_leading_years(text, start, end, today))
    found.extend(_sessions(text, start, end, today))
    return sorted(found, key=lambda one: (one.weak, one.start))


def _period_behind(text: str, word: re.Match[str], end: int) -> DatePhrase | None:
    """What is printed behind a word of deadlines: "trước" takes one date, the others a whole row of periods."""
    before = word.group("before") is not None
    phrase = match_date(text, word.end(), end) if before else match_period(text, word.end(), end)
    if phrase is None and (before or _TAKES_SHORT_DAY.search(word.group())):
        short = _SHORT_DAY.match(text, word.end(), end)
        if short:
            return DatePhrase(word.end(), short.end(), "date", None, int(short.group("month")), int(short.group("day")))
    bare = _BARE_YEAR.match(text, word.end(), end) if phrase is None and not before else None
    return DatePhrase(word.end(), bare.end(), "year", int(bare.group())) if bare else phrase


_BARE_YEAR = re.compile(r"(?:19|20)\d\d(?=\s*(?:[.;,)]|$))")
_TAKES_SHORT_DAY = re.compile(r"nhất|hết|hạn|ngày", re.I)


_LEADING_YEAR = re.compile(r"(?:(?<=[.;:]\s)|^)năm\s+(?P<year>\d{4})\s*,\s+(?=[^\W\d_])", re.I)
_LEADING_YEAR_OPENS = re.compile(r"[nN](?=[ăĂ][mM]\s)")


def _leading_years(text: str, start: int, end: int, today: date | None) -> list[Deadline]:
    """ "Năm 2026, cắt giảm …": the year that a sentence begins with is when its work is to be done."""
    for found in find_all(_LEADING_YEAR, _LEADING_YEAR_OPENS, text[start:end]):
        year = int(found.group("year"))
        if (today is None or year >= today.year) and not _DONE.search(
            text, start + found.end(), min(end, start + found.end() + 60)
        ):
            first = start + found.start()
            return [
                Deadline(first, first + len("năm ") + 4, "year", f"{year}-12-31", why="due-leading-year", weak=True)
            ]
    return []


_SESSION = re.compile(
    r"\b(?:trình|báo\s+cáo|công\s+khai|công\s+bố|thông\s+qua|xem\s+xét|cho\s+ý\s+kiến)\b(?:(?!\btheo\b)[^.;]){0,80}?"
    r"\s(?:tại|vào)\s+(?:phiên|kỳ|cuộc)\s+họp(?:\s+(?!tháng)[^\W\d_]+){0,6}?\s+(?=tháng\s+\d)",
    re.I,
)


def _sessions(text: str, start: int, end: int, today: date | None) -> list[Deadline]:
    """ "trình … tại kỳ họp tháng 12/2026": the month of a session to come is when its paper is due."""
    if text.find("họp", start, end) < 0:
        return []
    found = _SESSION.search(text, start, end)
    phrase = match_date(text, found.end(), end) if found else None
    last = phrase.last() if phrase else None
    if found is None or phrase is None or last is None or (today is not None and last < today):
        return []
    if _DONE.search(text, max(start, found.start() - 40), found.start()):
        return []
    return [Deadline(phrase.start, phrase.end, "month", last.isoformat(), why="due-session", weak=True)]


def event_deadline(text: str, start: int, end: int) -> Deadline | None:
    """A deadline set by an event: "sau khi …", "kịp thời phục vụ …", "sơ kết 6 tháng đầu năm 2026"."""
    review = _REVIEW_HALF.search(text, start, end)
    if review:
        phrase = match_date(text, review.end(), end)
        if phrase:
            last = phrase.last()
            return Deadline(
                review.start(), phrase.end, "event", last.isoformat() if last else None, why="due-review-period"
            )
    found = next((one for one in _EVENT.finditer(text, start, end) if _sets_a_time(text, start, one)), None)
    if found is None:
        return None
    stop = found.end()
    while text[stop - 1].isspace():
        stop -= 1
    return Deadline(found.start(), stop, "event", why="due-event")


_COMPLETED_BEFORE = re.compile(r"\b(?:hoàn\s+thành|xong|dứt\s+điểm|kết\s+thúc)$", re.I)


def _sets_a_time(text: str, start: int, found: re.Match[str]) -> bool:
    """ "sau khi …" inside a clause says which thing is meant, not when the work is due."""
    printed = found.group().lower()
    if printed.startswith("ngay") or not (found.group("after") or printed.startswith("trước khi")):
        return True
    before = text[start : found.start()].rstrip()
    return not before or before[-1] in ";,.(:-–" or bool(_COMPLETED_BEFORE.search(before[-24:]))


def vague_deadline(text: str, start: int, end: int) -> Deadline | None:
    """A word of haste in place of a deadline."""
    found = _HASTE.search(text, start, end)
    return Deadline(found.start(), found.end(), "vague", why="due-haste") if found else None


def _makes_due(text: str, start: int, word: re.Match[str], phrase: DatePhrase) -> bool:
    before = text[max(start, word.start() - 24) : word.start()]
    if _FROM_BEFORE.search(before) or _FROM_NOW.search(before) or OPEN_END.match(text, phrase.end):
        return False
    if _AND_EARLY.match(text, phrase.end) or _is_of_another_thing(text, start, word.start(), phrase):
        return False
    printed = word.group().lower().split()
    if phrase.kind == "year" and printed == ["đến"]:
        return False
    if printed[-1] in ("trong", "vào") and len(printed) == 1:
        return _period_is_time_of_work(text, start, word.start(), phrase)
    return True


def _is_of_another_thing(text: str, start: int, at: int, phrase: DatePhrase) -> bool:
    """A year within the name of a list or plan."""
    return phrase.kind == "year" and _IN_A_NAME.search(text[max(start, at - 80) : at]) is not None


_DONE = re.compile(r"\b(?:đã|được\s+(?:ban\s+hành|phê\s+duyệt|giao)|kết\s+quả|phát\s+sinh|tình\s+hình)\b", re.I)
_CLAUSE_END = re.compile(r"\s*(?:[.;,)(]|$|để\s|theo\s|trên\s|đối\s+với\s)")
_PURPOSE = re.compile(r"\b(?:để|nhằm|phấn\s+đấu|mục\s+tiêu|dự\s+kiến)\b", re.I)
_TOPIC = re.compile(r"^\W*(?:đối\s+với|qua|thời\s+gian\s+qua)\b", re.I)


def _period_is_time_of_work(text: str, start: int, at: int, phrase: DatePhrase) -> bool:
    """ "trong năm 2026" is a deadline of the work unless it says when something else happened."""
    clause_start = max((text.rfind(mark, start, at) for mark in ".;:"), default=-1) + 1
    clause = text[max(start, clause_start) : at]
    if _TOPIC.search(clause) and "," not in clause:
        return False
    if phrase.kind == "year" and _PURPOSE.search(clause):
        return False
    if not _CLAUSE_END.match(text, phrase.end) and clause.strip(" ,"):
        return False
    return not _DONE.search(clause[-60:]) or phrase.kind == "month"


def _deadline(text: str, word: re.Match[str], phrase: DatePhrase, today: date | None) -> Deadline:
    exclusive = word.group("before") is not None
    yearly = bool(
        _YEARLY.match(text, phrase.end) or _YEARLY_BEFORE.search(text[max(0, word.start() - 20) : word.start()])
    )
    value = value_of(phrase, today, exclusive=exclusive)
    why = "due-yearly" if yearly else "due-date"
    readings = _readings(word, phrase, today)
    if readings:
        return Deadline(
            word.start(), phrase.end, kind_of(phrase), None, exclusive, "due-part-of-period", readings=readings
        )
    weak = len(word.group().split()) == 1 and not exclusive and phrase.kind in ("year", "quarter", "month")
    corrected = None if value else _nearest_day(phrase, today)
    return Deadline(word.start(), phrase.end, kind_of(phrase), value, exclusive, why, weak, corrected=corrected)


def _nearest_day(phrase: DatePhrase, today: date | None) -> str | None:
    """A proposal for a day that its month does not have ("31/6/2026"): the last day of that month."""
    year = phrase.year or (today.year if today else None)
    if phrase.kind != "date" or year is None or phrase.first(year) is not None:
        return None
    last = DatePhrase(phrase.start, phrase.end, "month", year, phrase.month).last()
    return last.isoformat() if last and (phrase.day or 0) > last.day else None


_PART = re.compile(r"\b(đầu|giữa)\s+$", re.I)


def _readings(word: re.Match[str], phrase: DatePhrase, today: date | None) -> tuple[tuple[str, str], ...]:
    """ "đầu quý I" can mean its first third or the whole of it: both are given, a person chooses."""
    part = _PART.search(word.group())
    year = phrase.year or (today.year if today else None)
    first, last = phrase.first(year), phrase.last(year)
    if part is None or phrase.kind == "date" or first is None or last is None:
        return ()
    share = 3 if part.group(1).lower() == "đầu" else 2
    early = first + (last - first) / share
    return ((early.isoformat(), f"{part.group(1)} kỳ"), (last.isoformat(), "hết kỳ"))


def _target_years(text: str, start: int, end: int) -> list[Deadline]:
    small = text[start:end].lower()
    if "năm" not in small or not ("tiêu" in small or "kế" in small):
        return []
    found = _TARGET_YEAR.search(text, start, end)
    phrase = match_date(text, found.end(), end) if found else None
    if found is None or phrase is None or phrase.last() is None:
        return []
    if _IN_A_NAME.search(text[max(start, found.start() - 40) : found.start()]):
        return []
    return [Deadline(phrase.start, phrase.end, "year", f"{phrase.year}-12-31", why="due-target-year")]


__all__ = ["Deadline", "definite_deadlines", "event_deadline", "vague_deadline"]
