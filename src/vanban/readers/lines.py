"""Which lines of running text belong to one paragraph.

Text from editors has one paragraph a line; text copied from pages is wrapped at the margin, and page breaks cut
sentences in two. The rules look only at the lines themselves, each line once.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ITEM = re.compile(
    r"[-–—+•*▪➢✓❖□·](?!\s?\d{4}\b)\s?\S"
    r"|\(?\d{1,3}[.)](?!\d)\s?\D|\d{1,2}/\s"
    r"|\d{1,2}(?:\.\d{1,2})+[.)]?\s"
    r"|\(?[a-zđ]{1,2}\)\s?\S"
    r"|[a-zđ]\.\s"
    r"|[IVXLC]{1,6}\s?[.)\-–/]\s?\D"
    r"|\[\d{1,3}\]"
    r"|V/[vV]\b|Số\s?:|Kính gửi|Nơi nhận"
    r"|(?:Điều|Chương|Phần|Mục|CHƯƠNG|PHẦN|MỤC|PHỤ LỤC|Phụ lục)\s+(?:\d|[IVXLC]+\b|thứ)"
)
_CAPACITY = re.compile(
    r"(?:T/?M|K/?T|T/?L|TUQ|Q)\.?\s+[A-ZĐÂÊÔƠƯÀ-Ỹ]{2,}"
    r"|PHÓ (?:CHỦ|CHÁNH|GIÁM|BÍ|TRƯỞNG|CỤC|THỦ|VIỆN|HIỆU|TỔNG|VỤ)\b"
    r"|(?:CHỦ TỊCH|CHỦ NHIỆM|BÍ THƯ|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|CỤC TRƯỞNG)\b"
)
_LONE_LABEL = re.compile(r"(?:\[\d{1,3}\]|\(?\w{1,4}[.)])")
_SIGNED = re.compile(r"\(đã ký\)", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.:;!?…][\"”’')\]*]*$")
_OPEN_ENDING = re.compile(
    r"(?:,|\(|“|\b(?:của|và|các|những|với|tại|cho|về|theo|từ|đến|là|do|để|bởi|trong|ngoài|trên|dưới|như|hoặc"
    r"|đồng chí|ông|bà|Nghị quyết|Kết luận|Chỉ thị|Quyết định|Thông báo|Công văn|Kế hoạch|Quy định"
    r"|Hướng dẫn|Thông tri|Công điện|Chương trình|Nghị định|Thông tư|Luật|Sở|Bộ|Ủy ban|Hội đồng"
    r"|XÃ HỘI CHỦ NGHĨA(?: VIỆT)?))$"
)

_BEFORE_NUMBER = re.compile(r"\b(?:số|ngày|tháng|năm|quý|Điều|khoản|điểm)$")
_CUT_WORD = re.compile(r"[^\W_][-/]$")
_BODY_LENGTH = 60
"""Characters a paragraph must have before a blank line inside it is believed to be a page break."""
_LONG_LINE = 100
_MIN_WRAP_WIDTH = 45
_MAX_WRAP_WIDTH = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, stripped.

    ``indent`` is the width of the white space before it; ``soft`` means the markup itself says that the line goes on
    from the one before it; ``emphasis`` whether all of it is bold, and whether
    all of it is italic.
    """

    text: str
    indent: int = 0
    after_blank: bool = False
    soft: bool = False
    emphasis: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is laid out: wrapped at ``width`` or one paragraph a line (``width`` None)."""

    width: int | None = None
    blank_separated: bool = False
    indented: bool = False

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Wrapping:
        """Measure a text. It is wrapped when lines go on in lower case on the next line, often enough."""
        lengths = sorted(len(line.text) for line in lines)
        if not lengths:
            return cls()
        width = lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else lengths[-1]
        pairs = list(itertools.pairwise(lines))
        adjacent = [(upper, lower) for upper, lower in pairs if not lower.after_blank]
        evidence = sum(
            1 for upper, lower in adjacent if goes_on(upper.text, lower.text) and len(upper.text) > width / 2
        )
        if not _MIN_WRAP_WIDTH <= width <= _MAX_WRAP_WIDTH or evidence < max(2, len(lines) / 20):
            return cls()
        blanks = sum(1 for line in lines if line.after_blank)
        first_lines = sum(1 for upper, lower in adjacent if lower.indent - upper.indent >= 2)
        return cls(width, blank_separated=blanks * 12 >= len(lines), indented=first_lines * 20 >= len(lines))


def starts_item(text: str) -> bool:
    """Whether a line begins with a bullet, a number or a letter of a list, or with an article heading."""
    return _ITEM.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a paragraph may end."""
    return _ENDS_SENTENCE.search(text[-8:]) is not None


def goes_on(upper: str, lower: str) -> bool:
    """Whether ``lower`` plainly continues the unfinished sentence of ``upper``."""
    if starts_item(lower) or ends_sentence(upper):
        return False
    return lower.removeprefix("(")[:1].islower() or (upper.endswith(("-", "–")) and lower[:1].isdigit())


def is_unfinished(upper: str, lower: str) -> bool:
    """Whether a line ends in words that cannot end a line of its own: a preposition, "số" before a number …"""
    end = upper[-20:]
    if _OPEN_ENDING.search(end) is not None:
        return True
    return lower[:1].isdigit() and _BEFORE_NUMBER.search(end) is not None


def is_upper_case(text: str) -> bool:
    """Whether a line is set in capitals, as titles are."""
    return text.isupper()


def group_lines(lines: Sequence[Line], wrapping: Wrapping) -> list[list[Line]]:
    """The lines of each paragraph, in order. Every line is in exactly one group."""
    groups: list[list[Line]] = []
    length = 0
    for line in lines:
        if groups and _joins(groups[-1], length, line, wrapping):
            groups[-1].append(line)
            length += 1 + len(line.text)
        else:
            groups.append([line])
            length = len(line.text)
    return groups


def _joins(group: list[Line], length: int, line: Line, wrapping: Wrapping) -> bool:
    upper = group[-1]
    if starts_item(line.text):
        return False
    if line.soft:
        return not _breaks_softly(upper.text, line.text)
    if line.after_blank:
        return _joins_over_blank(upper.text, length, line.text)
    if wrapping.width is None:
        return len(upper.text) >= _LONG_LINE and goes_on(upper.text, line.text)
    return _joins_wrapped(group, line, wrapping, wrapping.width)


def join_lines(texts: Iterable[str]) -> str:
    """One paragraph from its lines; a document symbol cut at its hyphen or stroke is put together again."""
    pieces: list[str] = []
    for text in texts:
        if pieces and not (_CUT_WORD.search(pieces[-1][-3:]) and text[:1].isupper()):
            pieces.append(" ")
        pieces.append(text)
    return "".join(pieces)


def soft_paragraphs(text: str) -> list[str]:
    """The paragraphs of text whose line feeds are breaks within one paragraph of the source.

    Most such breaks only shape the page and are read as a space; recipients, capacities of a signature and the like
    are read line by line.
    """
    if "\n" not in text:
        return [text]
    printed = [stripped for stripped in (" ".join(line.split()) for line in text.split("\n")) if stripped]
    lines = [Line(line, soft=True) for line in printed]
    return [join_lines(line.text for line in group) for group in group_lines(lines, Wrapping())]


def _breaks_softly(upper: str, lower: str) -> bool:
    """Whether a break that the source calls soft still begins something new for a reader."""
    if _next_capacity(upper, lower) or _leaves_capitals(upper, lower) or _SIGNED.fullmatch(upper):
        return True
    return ends_sentence(upper) and lower[:1].isupper()


def _next_capacity(upper: str, lower: str) -> bool:
    """Lines of a signature's capacity ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") are read one by one."""
    return _CAPACITY.match(lower) is not None and is_upper_case(lower) and not upper.endswith(",")


def _leaves_capitals(upper: str, lower: str) -> bool:
    """A line in capitals followed by a line of its own, such as the national title and the motto below it."""
    return (
        is_upper_case(upper)
        and lower.lstrip("(")[:1].isupper()
        and not is_upper_case(lower)
        and not upper.endswith(",")
    )


def _joins_over_blank(upper: str, length: int, lower: str) -> bool:
    if length < _BODY_LENGTH or is_upper_case(upper):
        return False
    if goes_on(upper, lower):
        return True
    return is_unfinished(upper, lower) and not is_upper_case(lower)


def _case_changes(upper: str, lower: str) -> bool:
    return upper.upper() != upper.lower() and lower.upper() != lower.lower() and upper.isupper() != lower.isupper()


def _joins_wrapped(group: list[Line], line: Line, wrapping: Wrapping, width: int) -> bool:
    upper = group[-1]
    if _next_capacity(upper.text, line.text):
        return False
    if goes_on(upper.text, line.text) or _LONE_LABEL.fullmatch(upper.text):
        return True
    if wrapping.indented and line.indent - upper.indent >= 2:
        return False
    first_word = line.text.split(" ", 1)[0]
    full = len(upper.text) + 1 + len(first_word) > width * 0.85
    if ends_sentence(upper.text):
        return full and (wrapping.blank_separated or wrapping.indented)
    if full or is_unfinished(upper.text, line.text):
        return True
    if upper.emphasis != line.emphasis or _case_changes(upper.text, line.text):
        return False
    return wrapping.blank_separated or (len(line.text) > width * 0.7 and not starts_item(group[0].text))
