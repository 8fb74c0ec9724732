"""Vietnamese typography: numbers as printed, what no line may split, labels, the width of capitals."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from vanban.check.numbering import ALPHABET

NO_BREAK_SPACE = "\u00a0"

_UNITS = (
    "%|đồng|triệu đồng|tỷ đồng|nghìn đồng|triệu|tỷ|nghìn|ha|km2|km²|km|m2|m²|m3|m³|m|kg|tấn|tạ|lít|kWh|MW|kW|"
    "người|hộ|xã|phường|ngày|tháng|năm|giờ|phút|điểm"
)
_BOUND = (
    # "ngày 05", "tháng 3", "năm 2026": the word stays with its number.
    re.compile(
        r"\b(ngày|tháng|năm|quý|tuần|giờ|số|Số|khoản|điểm|Điều|điều|mục|Mục|Phụ lục|Chương|Phần|trang|kỳ) (?=[\dIVX])"
    ),
    re.compile(r"\b(điểm) (?=[a-zđ]\b)"),
    # "1.234,5 triệu đồng", "25 %": the number stays with its unit.
    re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"),
)


def bind(text: str) -> str:
    """``text`` with no-break spaces inside dates, numbers with units, and numbers of documents and articles."""
    if not any(map(str.isdigit, text)) and "I" not in text and "V" not in text and "điểm" not in text:
        return text
    bound = _BOUND[0].sub(lambda found: found[1] + NO_BREAK_SPACE, text)
    bound = _BOUND[1].sub(lambda found: found[1] + NO_BREAK_SPACE, bound)
    return _BOUND[2].sub(NO_BREAK_SPACE, bound)


def number(value: int | Decimal) -> str:
    """A number as printed in Vietnamese: 1.234,5. Decimals stay as given."""
    whole, _, decimals = f"{value:,f}".partition(".") if isinstance(value, Decimal) else (f"{value:,d}", "", "")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(value: int) -> str:
    """A Roman number, of 1 and more."""
    written = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            written, value = written + sign, value - worth
    return written


def letter(value: int) -> str:
    """The letter of a point, from 1: a b c d đ e g h …; beyond y two letters."""
    place, size = value - 1, len(ALPHABET)
    return ALPHABET[place] if place < size else letter(place // size) + ALPHABET[place % size]


# Widths of the bold letters of Times, in thousandths of the size; accents do not change them.
_WIDTHS = {
    **dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZĐ", (
        722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722,
        1000, 722, 722, 667, 722), strict=True)),
    **dict(zip("abcdefghijklmnopqrstuvwxyzđ", (
        500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500,
        722, 500, 500, 444, 556), strict=True)),
    " ": 250, "-": 333, ",": 250, ".": 250,
}  # fmt: skip
_OTHER_WIDTH = 500
_MM_PER_POINT = 25.4 / 72


def bold_width(text: str, size: float) -> float:
    """About how wide ``text`` is in bold letters of ``size`` points, in millimetres."""
    bare = (char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return sum(_WIDTHS.get(char, _OTHER_WIDTH) for char in bare) / 1000 * size * _MM_PER_POINT
