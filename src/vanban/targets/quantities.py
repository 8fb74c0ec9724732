"""Quantities of targets: operator, number or range, unit ("ít nhất 95%", "10 - 13%/năm", "trên 3.000 km").

Units are percentages, money and measures by name, and an open class: whatever noun a number counts. Dates, years,
numbers of documents, ordinals, ages and names with digits ("5G") are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from vanban.text.letters import CAPITALS


class Measure(IntEnum):
    """What a number measures, in the order in which one of two figures of a clause is the one to reach."""

    TIME = 0
    COUNT = 1
    MEASURE = 2
    PERCENT = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as printed: ``begin`` is where its operator words start, ``start`` the number, ``end`` after the unit.

    ``bounded`` tells that the operator is printed; of a range the bound to reach is the value.
    """

    begin: int
    start: int
    end: int
    value: float
    unit: str | None
    measure: Measure
    operator: str
    bounded: bool


_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_MEASURES = (
    "nghìn tỷ đồng", "ngàn tỷ đồng", "nghìn tỉ đồng", "tỷ đồng", "tỉ đồng", "triệu đồng", "nghìn đồng", "đồng",
    "nghìn tỷ", "tỷ USD", "tỉ USD", "triệu USD", "nghìn USD", "USD", "tỷ đô la", "triệu lượt khách", "triệu lượt",
    "nghìn lượt", "triệu tấn", "nghìn tấn", "triệu người", "triệu lao động", "nghìn người", "nghìn ha", "triệu",
    "tỷ", "tỉ", "vạn", "nghìn", "tấn/ha", "tạ/ha", "tấn", "tạ", "kg", "ha", "hecta", "km2", "km²", "m2", "m²", "m3",
    "m³", "km", "MW", "GW", "kWh", "lít", "điểm phần trăm", "điểm", "lần",
)  # fmt: skip
_TIMES = ("giờ làm việc", "ngày làm việc", "giờ", "ngày", "phút", "giây", "tháng", "năm", "tuần", "quý", "tuổi", "buổi")


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))


_UNIT = re.compile(
    rf"\s*(?:(?P<percent>%|‰|phần\s+trăm)|(?P<measure>{_one_of(_MEASURES)})(?!\w)|(?P<time>{_one_of(_TIMES)})(?!\w)"
    r"|(?P<ratio>/\s*1(?:00\.000|0\.000|\.000|00|0)(?![\d/])(?:\s+[^\W\d_]+){0,2}))",
    re.I,
)
_PER = re.compile(
    r"\s*(?:/|trên\s+)\s*(?:người/năm|năm|tháng|người|ha|hộ|1\.000\s+dân|vạn\s+dân|một\s+vạn\s+dân|một\s+năm)\b", re.I
)
_FIGURE = re.compile(
    rf"(?<![\w/.,])(?P<low>{_NUMBER})(?P<share>\s*%)?(?:\s*(?:[-–]|đến)\s*(?P<high>{_NUMBER}))?(?!\d|[.,]\d|/\d(?!0))"
    r"|(?<=nhất\s)(?P<word>một|hai|ba|bốn|năm)(?=\s)|(?<=thiểu\s)(?P<word2>một|hai|ba|bốn|năm)(?=\s)",
    re.I,
)
_WORDS = {"một": 1.0, "hai": 2.0, "ba": 3.0, "bốn": 4.0, "năm": 5.0}
_LABELLED = re.compile(
    r"\b(?:ngày|tháng|năm|quý|số|khóa|khoá|thứ|điều|khoản|mục|điểm|chương|phần|đợt|giai\s+đoạn|nhiệm\s+kỳ|kỳ|cấp|loại|nhóm|"
    r"top|hạng|quốc\s+lộ|vòng|chỉ\s+tiêu|mục\s+tiêu|đề\s+án|phụ\s+lục|biểu|mẫu|bảng|mức\s+độ|lúc|hồi|bước|chỉ\s+thị|công\s+văn|"
    r"nghị\s+(?:quyết|định)|quyết\s+định|kết\s+luận|thông\s+tư|kế\s+hoạch|luật|giữa|trụ\s+cột|phiên\s+bản)\s*$|\bsố\s*:\s*$",
    re.I,
)
"""Words that make the number behind them a label."""
_YEAR = re.compile(r"(?:19|20)\d\d$")
_COUNTED = re.compile(
    rf"\s+(?P<noun>(?!(?:và|hoặc|đến|trong|của|theo|tại|cấp|con\s+số|nội\s+dung|rõ)\b)[^\W\d_{CAPITALS}][^\W\d_]*)(?!\s*\d)"
)
_COMPOUNDS = re.compile(
    r"\s+(?:cơ\s+sở|mô\s+hình|doanh\s+nghiệp|hợp\s+tác\s+xã|tổ\s+hợp\s+tác|sản\s+phẩm|dự\s+án|công\s+trình|bác\s+sĩ|cán\s+bộ|"
    r"công\s+chức|viên\s+chức|đảng\s+viên|hội\s+viên|đoàn\s+viên|giáo\s+viên|học\s+sinh|sinh\s+viên|lao\s+động|chi\s+bộ|"
    r"nhiệm\s+vụ|thủ\s+tục|công\s+việc|trung\s+tâm|tổ\s+chức|trường\s+học|bệnh\s+viện|giường\s+bệnh|gia\s+đình|dịch\s+vụ|"
    r"nền\s+tảng|hệ\s+thống|tập\s+dữ\s+liệu|bộ\s+dữ\s+liệu|kịch\s+bản|chuyên\s+gia|khu\s+công\s+nghiệp|cụm\s+công\s+nghiệp)\b",
    re.I,
)
_AT_LEAST = (
    r"ít\s+nhất(?:\s+(?:là|có|đạt))?|tối\s+thiểu(?:\s+(?:là|có|đạt))?|trên|hơn|từ|vượt(?:\s+mức)?|"
    r"không\s+(?:dưới|thấp\s+hơn|ít\s+hơn)"
)
_AT_MOST = r"không\s+(?:quá|vượt(?:\s+quá)?|cao\s+hơn|nhiều\s+hơn)|tối\s+đa(?:\s+(?:là|không\s+(?:vượt\s+)?quá))?|dưới"
_OPERATOR = re.compile(
    rf"(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|khoảng|gần|bình\s+quân|trung\s+bình)"
    rf"(?:\s+(?:khoảng|trên|từ|bình\s+quân|trung\s+bình|thêm|được))*\s+$",
    re.I,
)
_OR_MORE = re.compile(r"[^,;.()]{0,40}?\btrở\s+lên", re.I)
_OR_LESS = re.compile(r"[^,;.()]{0,40}?\btrở\s+xuống", re.I)
_OPERATOR_LENGTH = 44
_NOTHING_BEHIND = re.compile(r"\s*(?:[.,;:)]|$|trở\s+(?:lên|xuống))", re.I)
_SAME = {"phần trăm": "%", "tỉ": "tỷ"}


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities of ``text[start:end]`` in order."""
    for found in _FIGURE.finditer(text, start, end):
        rank = _rank(text, start, end, found)
        if rank:
            yield rank
        elif not _is_label(text, start, found):
            quantity = _quantity(text, start, end, found)
            if quantity:
                yield quantity


def parse_number(printed: str) -> float:
    """A Vietnamese number: "1.234,5" is 1234.5."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "")
    return float(printed.replace(",", "."))


_RANKED = re.compile(
    r"\b(?:(?:thuộc|trong|vào)\s+(?P<group>nhóm|tốp|top)|(?:xếp|đứng|giữ)(?:\s+(?:hạng|vị\s+trí)(?:\s+thứ)?|\s+thứ))\s+$",
    re.I,
)


def _rank(text: str, start: int, end: int, found: re.Match[str]) -> Quantity | None:
    """A place among others, which is reached from below: "trong nhóm 15 tỉnh dẫn đầu", "đứng thứ 3"."""
    before = text[max(start, found.start() - _OPERATOR_LENGTH) : found.start()]
    words = _RANKED.search(before) if found.group("low") and not found.group("high") else None
    noun = _COUNTED.match(text, found.end(), end) if words and words.group("group") else None
    if words is None or (words.group("group") and noun is None):
        return None
    begin = found.start() - (len(before) - words.start())
    stop = noun.end() if noun else found.end()
    return Quantity(begin, found.start(), stop, parse_number(found.group("low")), "hạng", Measure.MEASURE, "<=", True)


def _is_label(text: str, start: int, found: re.Match[str]) -> bool:
    if found.group("low") is None:
        return False
    if _LABELLED.search(text[max(start, found.start() - 14) : found.start()]):
        return _UNIT_SHARE.match(text, found.end()) is None and not found.group("share")
    return _YEAR.match(found.group("low")) is not None and (
        found.group("high") is None or _YEAR.match(found.group("high")) is not None
    )


_UNIT_SHARE = re.compile(r"\s*%")


def _quantity(text: str, start: int, end: int, found: re.Match[str]) -> Quantity | None:
    unit, stop, measure = _unit(text, end, found)
    if measure is None:
        return None
    before = text[max(start, found.start() - _OPERATOR_LENGTH) : found.start()]
    words = _OPERATOR.search(before)
    begin = found.start() - (len(before) - words.start()) if words else found.start()
    operator = _operator(text, stop, end, words, ranged=found.group("high") is not None)
    bounded = words is not None or operator != "="
    return Quantity(begin, found.start(), stop, _value(found, operator), unit, measure, operator, bounded)


def _unit(text: str, end: int, found: re.Match[str]) -> tuple[str | None, int, Measure | None]:
    """The unit behind a number, where it ends and what it measures; no measure when the number counts nothing."""
    at = found.end()
    unit = _UNIT.match(text, at, end) if not found.group("share") or found.group("high") else None
    if unit is None and found.group("share"):
        return "%", _behind_rate(text, end, at), Measure.PERCENT
    if unit is None:
        return _counted(text, end, at)
    stop = _behind_rate(text, end, unit.end())
    printed = " ".join(text[unit.end() - len(unit.group().lstrip()) : stop].split())
    if unit.group("percent"):
        return "%", stop, Measure.PERCENT
    return _SAME.get(printed.lower(), printed), stop, Measure.TIME if unit.group("time") else Measure.MEASURE


def _behind_rate(text: str, end: int, at: int) -> int:
    """Where a unit ends with what it is counted by: "%/năm"."""
    per = _PER.match(text, at, end)
    return per.end() if per else at


def _counted(text: str, end: int, at: int) -> tuple[str | None, int, Measure | None]:
    noun = _COMPOUNDS.match(text, at, end) or _COUNTED.match(text, at, end)
    if noun:
        return " ".join(noun.group().split()), noun.end(), Measure.COUNT
    return None, at, Measure.COUNT if _NOTHING_BEHIND.match(text, at, end) else None


def _operator(text: str, stop: int, end: int, words: re.Match[str] | None, *, ranged: bool) -> str:
    if (words and words.group("most")) or _OR_LESS.match(text, stop, end):
        return "<="
    least = words is not None and words.group("least") is not None
    if ranged or least or _OR_MORE.match(text, stop, end):
        return ">="
    return "="


def _value(found: re.Match[str], operator: str) -> float:
    word = found.group("word") or found.group("word2")
    if word:
        return _WORDS[word.lower()]
    high = found.group("high")
    return parse_number(high if high and operator == "<=" else found.group("low"))
