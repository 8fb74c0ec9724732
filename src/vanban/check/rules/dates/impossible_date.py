"""TG003 impossible-date: ngày, tháng không có trong lịch.

Kiểm tra gì: mọi ngày (31/6, 30/02, 29/02 của năm không nhuận), tháng lớn hơn 12, quý lớn hơn IV, in năm hay không.
Vì sao: thời hạn không tồn tại thì không thể chấp hành, không thể đôn đốc.
Ví dụ: "hoàn thành trước ngày 31/6/2026".
Nên viết: "hoàn thành trước ngày 30/6/2026".
Mức an toàn khi sửa: không tự sửa; nêu ngày cuối của tháng đó để người soạn cân nhắc.
Căn cứ: lịch.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Seen
from vanban.check.rules.dates.reading import printed_dates
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity
from vanban.text.dates import DatePhrase
from vanban.text.sought import find_all

_LEAP = 2024
_MONTHS = 12
_LONGEST_MONTH = 31
_KNOWN_YEARS = range(1900, 2201)
_COUNT_BEFORE = re.compile(r"\d\s*$")
_TIME_BEFORE = re.compile(r"\b(?:trong|trước|hết|cuối|đầu|ngày\s+\d{1,2})\s+$", re.I)
_CLOSED = re.compile(r"\s*(?:[.,;:)\n]|$)")
_NEAR = 12
_COUNT_AFTER = re.compile(r"\s*(?:ngày|tuổi|năm\s+(?!\d))|\s*[,-]\s*\d{1,2}\s+(?:ngày|tháng)")
_BARE = re.compile(
    r"\b(?:trước|đến|hết|từ|hạn)\s+(?P<date>(?P<day>\d{1,2})/(?P<month>\d{1,2}))(?=\s*(?:[.;,)\n]|đến\b|hằng\b|hàng\b|$))",
    re.I,
)
_DAYS = re.compile(
    r"\bngày\s+(?P<days>\d{1,2}(?:\s*(?:,|và|[-–]|đến(?:\s+ngày)?)\s*\d{1,2})+)(?:\s+tháng\s+|/)(?P<month>\d{1,2})(?!\d)",
    re.I,
)
"""Days that share their month: "ngày 29, 30, 31 tháng 6"."""
_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(
    r"\b(?:ngày\s+\d{1,2}/\d{1,2}/|tháng\s+\d{1,2}(?:/|\s+năm\s+))(?P<year>\d{3}|\d{5,6})(?!\d|[.,/]\d|\W?(?:\.\.|…))",
    re.I,
)
_YEAR_OPENS = re.compile(r"[nNtT](?=[gG][àÀ]|[hH][áÁ])")
_DAYS_OPEN = re.compile(r"[nN](?=[gG][àÀ])")
_BARE_OPENS = re.compile(r"[tTđĐhH](?=[rR][ưƯ]|[ếẾừỪạẠ])")
_QUARTER = re.compile(r"\bquý\s+(?:VI{0,3}|[5-9])\s*(?:/|năm\s+)\s*\d{4}\b", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look every printed day and month up in the calendar."""
    text = document.text
    for phrase in document.once(printed_dates):
        if phrase.kind == "date" and _is_impossible(text, phrase):
            yield RULE.at(document, phrase.start, phrase.end, _message(phrase), candidates=_last_day(phrase))
        elif phrase.kind == "month" and not 1 <= (phrase.month or 0) <= _MONTHS and _names_a_month(text, phrase):
            yield RULE.at(document, phrase.start, phrase.end, f"Không có tháng {phrase.month}; sửa lại tháng.")
    for phrase in (*_bare_days(text), *_listed_days(text)):
        yield RULE.at(document, phrase.start, phrase.end, _message(phrase), candidates=_last_day(phrase))
    for found in find_all(_YEAR, _YEAR_OPENS, text):
        yield RULE.at(document, *found.span(), f"Năm {found['year']} không có bốn chữ số; sửa lại năm.")
    for found in _QUARTER.finditer(text):
        yield RULE.at(document, *found.span(), "Một năm chỉ có bốn quý; sửa lại quý.")


def _bare_days(text: str) -> Iterator[DatePhrase]:
    """ "trước 31/9": a day without the word for it."""
    for found in find_all(_BARE, _BARE_OPENS, text):
        phrase = DatePhrase(*found.span("date"), "date", None, int(found["month"]), int(found["day"]))
        if _is_too_late(phrase):
            yield phrase


def _listed_days(text: str) -> Iterator[DatePhrase]:
    for found in find_all(_DAYS, _DAYS_OPEN, text):
        listed = list(_DAY.finditer(text, *found.span("days")))
        last = listed.pop()
        for day in listed:
            phrase = DatePhrase(day.start(), day.end(), "date", None, int(found["month"]), int(day.group()))
            if _is_too_late(phrase):
                yield phrase
        whole = DatePhrase(last.start(), found.end(), "date", None, int(found["month"]), int(last.group()))
        if _is_too_late(whole) and not text.startswith("/", found.end()):
            yield whole


def _is_too_late(phrase: DatePhrase) -> bool:
    """A day that its month does not have in any year; months that no year has are another reading."""
    month, day = phrase.month or 0, phrase.day or 0
    return 1 <= month <= _MONTHS and monthrange(_LEAP, month)[1] < day <= _LONGEST_MONTH


def seen(document: CheckedDocument) -> Seen:
    """How many days are printed, and how many of them have a year that a calendar knows."""
    days = [phrase for phrase in document.once(printed_dates) if phrase.kind == "date"]
    return Seen("ngày", len(days), sum(one.year is None or one.year in _KNOWN_YEARS for one in days))


def _is_impossible(text: str, phrase: DatePhrase) -> bool:
    if phrase.year is not None and phrase.year not in _KNOWN_YEARS:
        return False
    printed = text[phrase.start : phrase.end]
    if not printed.lower().startswith("ngày") and printed.count("/") + printed.count("-") < 2:
        return False
    return phrase.first(_LEAP) is None


def _names_a_month(text: str, phrase: DatePhrase) -> bool:
    """With its year, or where a time is named: "6 tháng 15 ngày" and "mỗi tháng 15 kg" count."""
    before = text[max(0, phrase.start - _NEAR) : phrase.start]
    if _COUNT_BEFORE.search(before) or _COUNT_AFTER.match(text, phrase.end):
        return False
    return phrase.year is not None or (bool(_TIME_BEFORE.search(before)) and bool(_CLOSED.match(text, phrase.end)))


def _message(phrase: DatePhrase) -> str:
    month = phrase.month or 0
    if not 1 <= month <= _MONTHS:
        return f"Không có tháng {month}; sửa lại ngày, tháng."
    if not 1 <= (phrase.day or 0) <= _LONGEST_MONTH:
        return f"Không có ngày {phrase.day}; sửa lại ngày."
    year = f"/{phrase.year}" if phrase.year else ""
    return f"Tháng {month}{year} chỉ có {_days(phrase)} ngày; sửa lại ngày hoặc tháng."


def _days(phrase: DatePhrase) -> int:
    return monthrange(phrase.year or _LEAP, phrase.month or 1)[1]


def _last_day(phrase: DatePhrase) -> tuple[Candidate, ...]:
    month, day = phrase.month or 0, phrase.day or 0
    if not 1 <= month <= _MONTHS or not day <= _LONGEST_MONTH:
        return ()
    return (Candidate("date", f"{_days(phrase)}/{month}", "ngày cuối của tháng đã in"),)


RULE = Rule(
    "TG003", "impossible-date", "Ngày, tháng không có trong lịch", Severity.ERROR, check, fix=Fix.NONE, seen=seen
)
