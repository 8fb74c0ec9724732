"""TG014 quarter-month-mismatch: tháng không thuộc quý in cạnh nó.

Kiểm tra gì: "tháng 7 (quý II)", "quý III/2026 (tháng 5/2026)", "tháng 7, quý II".
Vì sao: một trong hai bị nhầm; thời hạn lệch nhau ít nhất một tháng.
Ví dụ: "hoàn thành trong tháng 7 (quý II/2026)".
Nên viết: "hoàn thành trong tháng 7 (quý III/2026)".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: lịch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.dates.reading import neighbours
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.dates import DatePhrase

_JOINED = re.compile(
    r"\s*\(\s*(?:tức\s+(?:là\s+)?|thuộc\s+|trong\s+|trước\s+|chậm\s+nhất\s+(?:là\s+)?|xong\s+trước\s+)?|\s*,\s*(?=$)|\s+thuộc\s+",
    re.I,
)
_FROM = re.compile(r"\b(?:từ|đến|và|hoặc)\s*$|[-–,]\s*$", re.I)
_AND_MORE = re.compile(r"\s*(?:,|và|đến|[-–])\s*(?:quý|tháng|\d)", re.I)
_NEAR = 8
_ROMAN = ("I", "II", "III", "IV")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare a month or day with the quarter printed as its explanation."""
    for first, second, between in neighbours(document):
        pair = _month_and_quarter(first, second)
        if pair is None or not _JOINED.fullmatch(between) or _is_list(document.text, first, second, between):
            continue
        month, quarter = pair
        if not 3 * quarter - 2 <= month <= 3 * quarter:
            message = f"Tháng {month} thuộc quý {_roman(month)}, không phải quý {_ROMAN[quarter - 1]}."
            yield RULE.at(document, first.start, second.end, message)


def _month_and_quarter(first: DatePhrase, second: DatePhrase) -> tuple[int, int] | None:
    by_kind = {first.kind: first, second.kind: second}
    quarter, other = by_kind.get("quarter"), by_kind.get("month") or by_kind.get("date")
    if quarter is None or other is None or not 1 <= (other.month or 0) <= 12:
        return None
    if quarter.year and other.year and quarter.year != other.year:
        return None
    month = other.month or 0
    return (month - 1 if other.day == 1 and month > 1 else month), quarter.month or 0


def _is_list(text: str, first: DatePhrase, second: DatePhrase, between: str) -> bool:
    """ "tháng 7, quý IV" may list two times; a list before or after one of them says so."""
    if "(" in between or "thuộc" in between:
        return False
    return first.kind == "quarter" or bool(
        _FROM.search(text[max(0, first.start - _NEAR) : first.start]) or _AND_MORE.match(text, second.end)
    )


def _roman(month: int) -> str:
    return _ROMAN[(month - 1) // 3]


RULE = Rule("TG014", "quarter-month-mismatch", "Tháng không thuộc quý in cạnh nó", Severity.ERROR, check)
