"""Every number printed in a document, with what it counts; numbers that only name things are told apart.

Vietnamese numbers have points between thousands and a comma before decimals ("1.234,5"). The precision of a number is
that of its last printed digit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from vanban.check.subject import CheckedDocument


class Role(StrEnum):
    """What a number does in its sentence. Only counts and percentages are reckoned with."""

    COUNT = "count"
    PERCENT = "percent"
    TIME = "time"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number.

    ``value`` is as printed and ``step`` one unit of its last digit; ``scale`` is that of the words behind it (triệu is
    a million); ``unit`` the first word of what is counted, empty when none is printed; ``about`` a word such as "gần"
    before it. ``end`` is the end of the digits, ``tail`` that of the sign, scale and unit behind them.
    """

    start: int
    end: int
    tail: int
    text: str
    value: Decimal
    step: Decimal
    role: Role
    scale: int = 1
    unit: str = ""
    about: str = ""

    @property
    def amount(self) -> Decimal:
        """The value in single units."""
        return self.value * self.scale

    @property
    def slack(self) -> Decimal:
        """How far the true amount may be off: half a unit of the last decimal; whole numbers are taken as exact."""
        return Decimal(0) if self.step == 1 else self.step * self.scale / 2


def word_set(spelled: str) -> frozenset[str]:
    """The words of ``spelled``."""
    return frozenset(spelled.split())


_NUMBER = re.compile(r"\d(?<!\w\d)(?<!\d[.,]\d)\d*(?:[.,]\d+)*(?!\w)")
_SIGN = re.compile(r"\s?([%‰])")
_NAME_FOLLOWS = re.compile(r"\s?[-/]\s?[A-ZĐ]{1,4}(?![^\W\d_]*\s)|\s?[-/]\s?(?:UB|HĐ|NQ|QĐ|KH|CT)|/\d{4}/|[-/][A-ZĐ]")
_DATE = re.compile(
    r"(?<![\d/.,])(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}(?!\d)|\d{1,2}/(?:19|20)\d\d(?![\d/])(?!\s*\())"
)
_DATE_SIGNS = ("/", "-", ".")
_SCALE = re.compile(r"\s*(nghìn|ngàn|triệu|tỷ|tỉ)(?:\s+(tỷ|tỉ|triệu))?\b(?!\s+(?:lệ|trọng|suất|số|giá)\b)", re.I)
_SPELLED = re.compile(r"\s*\([^()\d]{1,160}\)")
_UNIT = re.compile(r"\s*[“\"]?([^\W\d_]+[²³23]?)")
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_ABOUT = word_set("khoảng gần trên hơn xỉ chừng ngót thiểu nhất đa dưới")
_NAMING = word_set(
    "ngày tháng năm quý điều khoản điểm mục chương phần biểu bảng mẫu khóa khoá thứ kỳ đoạn km phòng lục mã"
)
_NAMING_ALONE = word_set("hạng loại nhóm lớp quốc đường đt fax thoại trang bước vùng tuyến kênh ql tl lô thửa độ")
"""Before a number they name it ("lớp 9"), unless it counts something ("nhóm 5 người", "trực tuyến 90 hồ sơ")."""
_COUNTED_NUMBER = word_set("tổng trong với trên có toàn thiểu đa")
"""Before "số": "tổng số 120", "dân tộc thiểu số 94" count; "Nghị quyết số 57" names."""
_COUNTED_FORM = re.compile(r"[.,]\d")
_DURATIONS = word_set("tháng năm ngày giờ phút giây tuần quý tuổi kỳ lần cấp")
_NO_UNITS = word_set(
    "và trong có được đạt chiếm là so thì của trên đến từ với tại cho về do bằng tăng giảm còn đã chưa "
    "không theo hoặc vượt gồm bao như nhưng trở"
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_COMMA_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_POINTED = re.compile(r"\d+\.\d{1,2}")
_YEARS = range(1900, 2101)
_NEAR = 24


def read_number(printed: str) -> tuple[Decimal, Decimal] | None:
    """Value and step of a printed number, also in the two wrong formats; None when it is no number ("1.23.4")."""
    if _COMMA_GROUPED.fullmatch(printed):
        return Decimal(printed.replace(",", "")), Decimal(1)
    if _POINTED.fullmatch(printed):
        plain = printed
    elif _GROUPED.fullmatch(printed) or _PLAIN.fullmatch(printed):
        plain = printed.replace(".", "").replace(",", ".")
    else:
        return None
    decimals = len(plain.partition(".")[2])
    return Decimal(plain), Decimal(1).scaleb(-decimals)


def vietnamese(value: Decimal, decimals: int = 0) -> str:
    """``value`` as official documents print it, with ``decimals`` digits behind the comma."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def shortest(value: Decimal) -> str:
    """``value`` as official documents print it, with as many decimals as it has."""
    exponent = value.normalize().as_tuple().exponent
    return vietnamese(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def figures(document: CheckedDocument) -> tuple[Figure, ...]:
    """Every number of the document in order."""
    text = document.text
    markers = _markers(document)
    starts = [start for start, _ in markers]
    found = []
    date_end = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if text[end : end + 2].lstrip()[:1] in _DATE_SIGNS and (date := _DATE.match(text, start)):
            date_end = date.end()
        at = bisect_right(starts, start) - 1
        named = start < date_end or (at >= 0 and start < markers[at][1])
        figure = _figure(text, start, end, named=named)
        if figure:
            found.append(figure)
    return tuple(found)


def figures_between(document: CheckedDocument, start: int, end: int) -> tuple[Figure, ...]:
    """The numbers that lie in ``text[start:end]``."""
    known = document.once(figures)
    starts = document.once(_starts)
    return known[bisect_left(starts, start) : bisect_left(starts, end)]


def _starts(document: CheckedDocument) -> list[int]:
    return [figure.start for figure in document.once(figures)]


def _markers(document: CheckedDocument) -> list[tuple[int, int]]:
    """Where the printed numbers of sections and items lie."""
    return [
        (line.start, line.start + line.marker.length)
        for part in document.structure.parts
        for line in part.part.body
        if line.marker
    ]


def _figure(text: str, start: int, end: int, *, named: bool) -> Figure | None:
    printed = text[start:end]
    number = read_number(printed)
    if number is None:
        return None
    value, step = number
    before = _words_before(text, start)
    about = before[1] if before[1] in _ABOUT else ""
    sign = _SIGN.match(text, end)
    if sign and not named:
        return Figure(start, end, sign.end(), printed, value, step, Role.PERCENT, 1, sign.group(1), about)
    scale, unit, tail = _measure(text, end)
    role = Role.NAME if named or _names(text, (start, end), before, unit) else Role.COUNT
    if role is Role.COUNT and scale == 1 and unit in _DURATIONS:
        role = Role.TIME
    if role is Role.COUNT and scale == 1 and (text[end : end + 1] == ":" or _is_bare_year_or_section(printed, unit)):
        role = Role.NAME
    return Figure(start, end, tail, printed, value, step, role, scale, unit, about)


def _measure(text: str, end: int) -> tuple[int, str, int]:
    """Scale, unit, and where they end."""
    scale = 1
    scaled = _SCALE.match(text, end)
    if scaled:
        scale = _SCALES[scaled.group(1).lower()] * (_SCALES[scaled.group(2).lower()] if scaled.group(2) else 1)
        end = scaled.end()
    spelled = _SPELLED.match(text, end)
    unit = _UNIT.match(text, spelled.end() if spelled else end)
    if unit is None or "\n" in unit.group() or unit.group(1).lower() in _NO_UNITS:
        return scale, "", end
    return scale, unit.group(1).lower(), unit.end()


def _words_before(text: str, start: int) -> tuple[str, str]:
    """The two words before a number in small letters, a colon or bracket behind the last one kept ("số:", "tháng")."""
    near = text[max(0, start - _NEAR) : start].rpartition("\n")[2].lower().split()
    last = near[-1].lstrip("(“\"'") if near else ""
    return (near[-2] if len(near) > 1 else ""), (last.rstrip("(") or "")


def _names(text: str, at: tuple[int, int], before: tuple[str, str], unit: str) -> bool:
    """True for numbers of documents, articles, days, items: "số 12", "Điều 5", "(2)", "12/KH-UBND"."""
    start, end = at
    if _NAME_FOLLOWS.match(text, end) or (text[start - 1 : start] == "(" and text[end : end + 1] == ")"):
        return True
    word = before[1]
    counted = _COUNTED_FORM.search(text, start, end) is not None
    if word.rstrip(":") == "số":
        return before[0] not in _COUNTED_NUMBER and not counted
    if word in _NAMING_ALONE:
        return not unit and not counted
    return word in _NAMING and not (word == "năm" and counted)


def _is_bare_year_or_section(printed: str, unit: str) -> bool:
    """A year without a word before it, or something like "2.1" that is neither a percentage nor a measure."""
    return (len(printed) == 4 and printed.isdigit() and int(printed) in _YEARS and not unit) or bool(
        _POINTED.fullmatch(printed)
    )
