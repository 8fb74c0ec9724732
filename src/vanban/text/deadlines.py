"""Deadlines: a date behind a word that makes it one, an event, or a word of haste.

``value`` is the last day of the printed period; a day after "trước" is excluded from it (``exclusive``). A date behind
"từ ngày", a year within the name of a plan and a bare "đến năm 2030" are no deadlines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from vanban.text.dates import DatePhrase, match_date
from vanban.text.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as printed, ``value`` in ISO form or None; ``kind`` as in the contract.

    ``weak`` is a period without a word of completion ("trong năm 2026"): it counts when nothing better is printed.
    """

    start: int
    end: int
    kind: str
    value: str | None = None
    exclusive: bool = False
    why: str = ""
    weak: bool = False
    readings: tuple[tuple[str, str], ...] = ()
    corrected: str | None = None


_DUE_WORDS = re.compile(
    r"""
    (?P<before>(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+)?|hoàn\s+thành\s+|xong\s+|dứt\s+điểm\s+)*trước)\s+(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?\s*,?\s*)?
  | (?P<by>(?:chậm|muộn)\s+nhất(?:\s+(?:là|vào|trong|đến|hết|đến\s+hết|vào\s+cuối|trong\s+cuối))*
      | (?:đến\s+)?hết
      | (?:hoàn\s+thành|xong|dứt\s+điểm|kết\s+thúc)\s+(?:\w+\s+){0,2}?(?:ngay\s+)?(?:trong|vào)(?:\s+(?:cuối|đầu|giữa))?
      | (?:ngay\s+)?(?:trong|vào)(?:\s+cuối|\s+đầu|\s+giữa)?
      | hạn\s+(?:cuối|chót)(?:\s+(?:là|vào)|\s*:)? | thời\s+hạn(?:\s+(?:là|đến))? | không\s+quá
      | đến(?=\s+(?:ngày|tháng|quý)) | cuối(?=\s+(?:tháng|quý|năm))
    )\s+(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2}(?:\s*phút)?)?\s*,?\s*)?
    """,
    re.X | re.I,
)
_FROM_BEFORE = re.compile(
    r"(?:kể\s+từ|từ|giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|phiên\s+họp|hội\s+nghị|kỳ\s+họp|sáng|chiều|diễn\s+ra|tổ\s+chức)\s*$",
    re.I,
)
_YEARLY = re.compile(r"\s*,?\s*(?:\()?(?:hằng|hàng|mỗi)\s+năm", re.I)
_YEARLY_BEFORE = re.compile(r"(?:hằng|hàng|mỗi)\s+năm\W*(?:\(|,)?\s*$", re.I)
_TARGET_YEAR = re.compile(
    r"(?:đạt|hoàn\s+thành|vượt)(?:\s+\w+){0,3}?\s+(?:chỉ\s+tiêu|mục\s+tiêu|kế\s+hoạch)[^.;]{0,90}?\s(?=năm\s+\d{4})",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:trong(?:\s+(?:vòng|thời\s+hạn|thời\s+gian))?|chậm\s+nhất(?:\s+là)?|không\s+quá|sau)\s+(?P<days>\d{1,3})\s+ngày(?P<working>\s+làm\s+việc)?"
    r"[^.;]{0,20}?\s+kể\s+từ\s+(?:ngày|khi|thời\s+điểm)\s+(?P<event>[^,;.()]{2,80})",
    re.I,
)
_SIGNED = re.compile(
    r"(?:ký|ban\s+hành)(?:\s+(?:ban\s+hành|văn\s+bản|công\s+văn|quyết\s+định|kế\s+hoạch|chỉ\s+thị|thông\s+báo|công\s+điện|"
    r"hướng\s+dẫn|kết\s+luận|chương\s+trình)\w*)*(?:\s+này)?\s*$",
    re.I,
)
_EVENT = re.compile(
    r"(?P<after>(?:ngay\s+)?sau\s+khi\s+[^,;.()]{4,120})"
    r"|(?P<serve>kịp\s+thời\s+phục\s+vụ\s+(?:(?!\bvà\b)[^,;.()])+)"
    r"|(?P<until>trước\s+(?:khi|mùa|kỳ\s+họp|Đại\s+hội|Tết|thời\s+điểm|dịp|năm\s+học|ngày\s+(?:bầu\s+cử|khai\s+giảng|diễn\s+ra))\s*(?:(?!\bvà\b)[^,;.()])*)",
    re.I,
)
_REVIEW_HALF = re.compile(r"(?:sơ\s+kết|tổng\s+kết|đánh\s+giá)\s+(?=(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm)", re.I)
_HASTE = re.compile(r"\bkhẩn\s+trương\b|\bkịp\s+thời(?=\s+(?:báo\s+cáo|phản\s+ánh)\b)", re.I)
_PLAIN_LABEL = re.compile(r"[\s:.–-]*", re.I)
_UP_TO = re.compile(r"\s*(?:[-–]|đến)\s*", re.I)
_OPEN_END = re.compile(r"\s*(?:và|đến|,)\s*(?:các\s+)?(?:những\s+)?năm\s+(?:tiếp\s+theo|sau)", re.I)


def definite_deadlines(
    text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None = None
) -> list[Deadline]:
    """All deadlines with a date in ``text[start:end]``, strong ones first, each in order.

    ``today`` is the document's own date. Working days have a value only when a ``calendar`` is given.
    """
    found: list[Deadline] = []
    for word in _DUE_WORDS.finditer(text, start, end):
        phrase = match_date(text, word.end(), end)
        if phrase is None or (found and phrase.start < found[-1].end) or not _makes_due(text, start, word, phrase):
            continue
        found.append(_deadline(text, word, phrase, today))
    found.extend(_target_years(text, start, end))
    found.extend(_relative(text, start, end, today, calendar))
    return sorted(found, key=lambda one: (one.weak, one.start))


def label_deadline(
    text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None = None
) -> Deadline | None:
    """The deadline of a label or cell such as "Quý IV/2026", where no preposition is needed."""
    listed = definite_deadlines(text, start, end, today, calendar)
    at = _PLAIN_LABEL.match(text, start, end)
    phrase = match_date(text, at.end() if at else start, end)
    if phrase and not _OPEN_END.match(text, phrase.end, end):
        following = _UP_TO.match(text, phrase.end, end)
        later = match_date(text, following.end(), end) if following else None
        chosen = later or phrase
        value = _value(chosen, today, exclusive=False)
        return Deadline(phrase.start, chosen.end, _kind(chosen), value, why="due-label")
    return listed[0] if listed else None


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
    if _FROM_BEFORE.search(before) or _OPEN_END.match(text, phrase.end):
        return False
    printed = word.group().lower().split()
    if phrase.kind == "year" and printed == ["đến"]:
        return False
    if printed[-1] in ("trong", "vào") and len(printed) == 1:
        return _period_is_time_of_work(text, start, word.start(), phrase)
    return True


_DONE = re.compile(r"\b(?:đã|được\s+(?:ban\s+hành|phê\s+duyệt|giao)|kết\s+quả|phát\s+sinh|tình\s+hình)\b", re.I)
_CLAUSE_END = re.compile(r"\s*(?:[.;,)(]|$|để\s|theo\s|trên\s)")
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
    value = _value(phrase, today, exclusive=exclusive)
    why = "due-yearly" if yearly else "due-date"
    readings = _readings(word, phrase, today)
    if readings:
        return Deadline(
            word.start(), phrase.end, _kind(phrase), None, exclusive, "due-part-of-period", readings=readings
        )
    weak = len(word.group().split()) == 1 and not exclusive and phrase.kind in ("year", "quarter", "month")
    corrected = None if value else _nearest_day(phrase, today)
    return Deadline(word.start(), phrase.end, _kind(phrase), value, exclusive, why, weak, corrected=corrected)


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


def _kind(phrase: DatePhrase) -> str:
    return {"half": "month", "fortnight": "month"}.get(phrase.kind, phrase.kind)


def _value(phrase: DatePhrase, today: date | None, *, exclusive: bool) -> str | None:
    """The last day in ISO form; "trước tháng 6" excludes the whole month. Without a year: the next one after today."""
    if phrase.year is not None:
        day = phrase.first() if exclusive else phrase.last()
        return day.isoformat() if day else None
    if today is None:
        return None
    for year in (today.year, today.year + 1):
        day = phrase.first(year) if exclusive else phrase.last(year)
        if day and day >= today:
            return day.isoformat()
    return None


def _target_years(text: str, start: int, end: int) -> list[Deadline]:
    found = _TARGET_YEAR.search(text, start, end)
    phrase = match_date(text, found.end(), end) if found else None
    if phrase is None or phrase.last() is None:
        return []
    return [Deadline(phrase.start, phrase.end, "year", f"{phrase.year}-12-31", why="due-target-year")]


def _relative(text: str, start: int, end: int, today: date | None, calendar: WorkingCalendar | None) -> list[Deadline]:
    found = _RELATIVE.search(text, start, end)
    if not found:
        return []
    since = _counted_from(text, found, today)
    days = int(found.group("days"))
    value = None
    if since and not found.group("working"):
        value = (since + timedelta(days=days)).isoformat()
    elif since and calendar:
        value = calendar.after(since, days).isoformat()
    return [Deadline(found.start(), found.end(), "event", value, why="due-relative")]


def _counted_from(text: str, found: re.Match[str], today: date | None) -> date | None:
    """The day that a term is counted from: the document's own when it is its signing, or one that is printed."""
    if _SIGNED.match(found.group("event").strip()):
        return today
    printed = match_date(text, found.start("event"), found.end("event"))
    return printed.first(today.year if today else None) if printed and printed.kind == "date" else None
