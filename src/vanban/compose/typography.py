"""Vietnamese typography: numbers as printed, what no line may split, labels, the width of capitals."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from vanban.check.numbering import ALPHABET
from vanban.text.normalize import nfc

NO_BREAK_SPACE = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"
WORD_JOINER = "\u2060"
"""Stands behind a slash that no line may end with; the writers turn it into what their format has for this."""

_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
"""Control characters, characters without width, directions, halves of pairs: none of them can stand on paper."""
_WHITE = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")

_UNITS = (
    "%|đồng|triệu đồng|tỷ đồng|nghìn đồng|triệu|tỷ|nghìn|ha|km2|km²|km|m2|m²|m3|m³|m|kg|tấn|tạ|lít|kWh|MW|kW|"
    "người|hộ|xã|phường|giờ|phút|điểm|(?:ngày|tháng|năm)(?!\\s\\d)"
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

_SYMBOL = re.compile(r"\b\d{1,6}[a-z]?(?:[/-](?:\d{4}[/-])?)[A-ZĐ][\w&]*(?:[/-][A-ZĐ][\w&]*)*")
"""Number and symbol of a document: 12/KH-UBND, 72/2025/QH15, 16-CTr/TU."""


def tidy(text: str) -> str:
    """``text`` in NFC, without characters that cannot be printed, each run of white space one space.

    No-break spaces that somebody put in stay.
    """
    return _WHITE.sub(" ", _UNPRINTABLE.sub("", nfc(text)))


_DATE = re.compile(r"\bngày \d{1,2} tháng \d{1,2} năm \d{4}\b")


def bind(text: str, *, narrow: bool = False) -> str:
    """``text`` with no-break spaces inside dates, numbers with units, and numbers of articles and documents.

    Symbols of documents get hyphens and slashes at which no line ends. The length stays, but for joiners. In a
    ``narrow`` column a whole date may split between day, month and year.
    """
    if not any(map(str.isdigit, text)) and "I" not in text and "V" not in text and "điểm" not in text:
        return text
    whole = text if narrow else _DATE.sub(lambda found: found.group().replace(" ", NO_BREAK_SPACE), text)
    bound = _BOUND[0].sub(lambda found: found[1] + NO_BREAK_SPACE, whole)
    bound = _BOUND[1].sub(lambda found: found[1] + NO_BREAK_SPACE, bound)
    return _SYMBOL.sub(_bound_symbol, _BOUND[2].sub(NO_BREAK_SPACE, bound))


def _bound_symbol(found: re.Match[str]) -> str:
    return found.group().replace("-", NO_BREAK_HYPHEN).replace("/", f"/{WORD_JOINER}")


def unbound(text: str) -> str:
    """``text`` with ordinary spaces and hyphens again."""
    return text.replace(NO_BREAK_SPACE, " ").replace(NO_BREAK_HYPHEN, "-").replace(WORD_JOINER, "")


_MOST_DIGITS = 30
_TOO_LARGE: int = 10**30


def is_printable_number(value: int | Decimal) -> bool:
    """Whether ``value`` is finite and has a number of digits that a cell can hold."""
    if isinstance(value, int):
        return abs(value) < _TOO_LARGE
    digits = len(value.as_tuple().digits)
    return bool(value.is_finite() and abs(value.adjusted()) < _MOST_DIGITS and digits < _MOST_DIGITS)


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


ZERO_WIDTH_SPACE = "\u200b"


def divisible(text: str, size: float, width: float) -> str:
    """``text`` in which words wider than ``width`` millimetres may break anywhere, as Word lets them."""
    if len(text) * size * _WIDEST < width:
        return text
    return "".join(
        ZERO_WIDTH_SPACE.join(word) if bold_width(word, size) > width else word for word in re.split(r"(\s+)", text)
    )


_WIDEST = _MM_PER_POINT
_PLACE = re.compile(r" (?=(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU|THÀNH ỦY|TỈNH ỦY) )")


def fitted(name: str, size: float, width: float) -> tuple[str, ...]:
    """A name in capitals as lines that fit into ``width`` millimetres, broken where a person would.

    That is before the place ("ỦY BAN NHÂN DÂN / TỈNH LẠC GIANG"), else where the lines come out alike.
    """
    if bold_width(name, size) <= width or " " not in name:
        return (name,)
    breaks = [found.start() for found in _PLACE.finditer(name)]
    first = next((at for at in breaks if bold_width(name[:at], size) <= width), None)
    if first is None:
        middle = len(name) / 2
        fitting = [
            found.start() for found in re.finditer(" ", name) if bold_width(name[: found.start()], size) <= width
        ]
        first = min(fitting or [name.index(" ")], key=lambda at: abs(at - middle))
    return (name[:first], *fitted(name[first + 1 :], size, width))
