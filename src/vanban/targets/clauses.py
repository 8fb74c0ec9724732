"""Clauses of targets: a sentence cut so that each piece holds one figure to reach.

The cut follows the figures, not the punctuation alone: ", 50% chi phí …" and "và 100% diện tích …" begin a new target,
"100% xã có ít nhất 1 trạm" is one, and the rate behind "đạt" counts, not the age before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.targets.quantities import Quantity
from vanban.text.lexicon.verbs import ADVERBS, DIRECTIVE, FURTHER
from vanban.text.tokens import PhraseIndex, Tokens
from vanban.types import Span

_VERBS = PhraseIndex((*DIRECTIVE, *FURTHER, "giảm", "tăng", "nâng", "phấn đấu"), ignore_case=True)
_ADVERBS = PhraseIndex(ADVERBS, ignore_case=True)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text with the one figure to reach in it."""

    start: int
    end: int
    quantity: Quantity


_HEAD_NOUN = (
    r"(?:tỷ|tỉ)\s+(?:lệ|trọng|suất|số)|tốc\s+độ|tổng|số\s|giá\s+trị|kim\s+ngạch|diện\s+tích|sản\s+lượng|thu\s+nhập|năng\s+suất|"
    r"quy\s+mô|mức|kinh\s+phí|chỉ\s+số|mật\s+độ|doanh\s+thu|GRDP|GDP|độ\s+che\s+phủ|tăng\s+trưởng|khách"
)
_REACHING = (
    r"đạt(?:\s+(?:mức|được|tỷ\s+lệ))?|chiếm|tăng(?:\s+thêm)?|giảm(?:\s+(?:còn|xuống))?|còn|xuống|lên|thành|ở\s+mức|duy\s+trì|có|bằng|gấp|là|"
    r"dự\s+kiến|vượt|nâng|bố\s+trí|cắt\s+giảm"
)
_REACHED = re.compile(rf"(?:\b(?:{_REACHING})|:)\s*(?:(?:khoảng|thêm|từ|được|bình\s+quân|trung\s+bình|mức)\s*)*$", re.I)
_REPLACES = re.compile(r"\b(?:đạt(?:\s+mức)?|chiếm|còn|xuống|lên|thành|ở\s+mức|duy\s+trì)\s*$", re.I)
_LINK = (
    r"(?:(?:trong\s+đó|đồng\s+thời|cũng\s+như|cùng\s+với|riêng|ngoài\s+ra|phấn\s+đấu|bảo\s+đảm|đảm\s+bảo|và)"
    r"\s*:?,?\s*)*"
)
_TIME = r"(?:(?:đến|vào|trong|từ)\s+(?:hết\s+|cuối\s+)?năm\s+\d{4}(?:\s+trở\s+đi)?\s*,?\s*)?"
_NEXT = re.compile(
    rf"\s*{_LINK}{_TIME}(?:có\s*|đạt\s*|cho\s*|khoảng\s*)*$|\s*{_LINK}{_TIME}(?:{_HEAD_NOUN}).*|\s*{_LINK}(?:nâng|giảm|tăng|bố\s+trí|"
    rf"cắt\s+giảm|hình\s+thành|xây\s+dựng|phát\s+triển|đào\s+tạo|thành\s+lập|thu\s+hút|có|giải\s+ngân|hoàn\s+thành)\s.*",
    re.I | re.S,
)
"""What a new target begins with, from the comma up to its figure."""
_SOFT = re.compile(r",\s+|\s+(?=và\s)|\s*\((?=[^()]*$)|\.\s+|:\s+")
_LONGEST_NEXT = 160
_LONGEST_GAP = 1200


def clauses(text: str, stretch: Span, figures: Sequence[Quantity]) -> list[Clause]:
    """Cut ``stretch`` into clauses of one figure each; figures that only describe another one are left out."""
    found: list[Clause] = []
    start = stretch.start
    for figure in figures:
        if not found:
            start = _after_last(text, stretch.start, figure.begin)
            found.append(Clause(start, stretch.end, figure))
            continue
        last = found[-1]
        cut = _cut(text, last.quantity.end, figure)
        if cut:
            found[-1] = Clause(last.start, cut.start, last.quantity)
            found.append(Clause(cut.end, stretch.end, figure))
        elif _is_the_real_one(text, last.quantity, figure):
            found[-1] = Clause(last.start, last.end, figure)
    return [_closed(text, one) for one in found]


def _after_last(text: str, start: int, end: int) -> int:
    """Where the clause before a figure starts: behind the last semicolon."""
    at = text.rfind(";", start, end)
    return start if at < 0 else at + 1


def _cut(text: str, end: int, figure: Quantity) -> Span | None:
    """The gap between the clause of the figure that ends at ``end`` and that of ``figure``; None within one clause."""
    end = max(end, figure.begin - _LONGEST_GAP)
    first = text.find(";", end, figure.begin)
    if first >= 0:
        return Span(first, text.rfind(";", end, figure.begin) + 1)
    for soft in _SOFT.finditer(text, max(end, figure.begin - _LONGEST_NEXT), figure.begin):
        rest = text[soft.end() : figure.begin]
        begins = _NEXT.fullmatch(rest) and (_stands_alone(rest) or _REACHED.search(rest))
        if begins or _is_bare_verb(rest):
            return Span(soft.start(), soft.end())
    return None


def _is_bare_verb(rest: str) -> bool:
    """ ", khởi công được 40 dự án": a verb whose object is the figure."""
    tokens = Tokens(rest)
    length = _VERBS.match(tokens, 0)
    return length > 0 and all(word in ("được", "thêm", "mới") for word in tokens.lower[length:])


def _stands_alone(rest: str) -> bool:
    """Nothing between the comma and the figure but links: the noun of the target follows the figure."""
    return len(rest) <= 40 and not re.search(_HEAD_NOUN, rest, re.I)


def _is_the_real_one(text: str, before: Quantity, figure: Quantity) -> bool:
    """ "từ 15 tuổi trở lên … đạt 95%", "giảm từ 23 ca xuống 18 ca": the later figure is the one to reach."""
    reached = _REPLACES.search(text[max(before.end, figure.begin - _VERB) : figure.begin]) is not None
    return (
        reached
        and figure.measure >= before.measure
        and not _REPLACES.search(text[max(0, before.begin - 12) : before.begin])
    )


_VERB = 20


def _closed(text: str, clause: Clause) -> Clause:
    """End a clause at the next semicolon behind its figure."""
    stop = text.find(";", clause.quantity.end, clause.end)
    return clause if stop < 0 else Clause(clause.start, stop, clause.quantity)


_LEADING = re.compile(
    r"(?:[\s\-–+*•,:.]|(?:chỉ\s+tiêu|mục\s+tiêu)\s+(?:số\s+)?\d+(?:\.\d+)?\s*[:.]|(?:trong\s+đó|đồng\s+thời|ngoài\s+ra|riêng|và)\b\s*[:,]?|"
    r"(?:phấn\s+đấu|phần\s+đấu|phần\s+đầu|quyết\s+tâm|bảo\s+đảm|đảm\s+bảo)(?=\s+(?!đấu|an\s|cho\s|đủ\s|các\s+điều)))+",
    re.I,
)
_PERIOD_FIRST = re.compile(
    r"(?:(?:đến|trong|từ)\s+)?(?:hết\s+|cuối\s+)?(?:năm\s+\d{4}(?:\s+trở\s+đi)?|giai\s+đoạn\s+\d{4}\s*[-–]\s*\d{4})\s*,\s*",
    re.I,
)
_STRIVING = re.compile(
    r"(?:^|[,:(]|\b(?:và|trong\s+đó|sẽ|đồng\s+thời))\s*(?:phấn\s+đấu|phần\s+đấu|quyết\s+tâm|bảo\s+đảm|đảm\s+bảo)\s+",
    re.I,
)
_NEW_SUBJECT = re.compile(r"\b(?:để|và)\s+(?=(?:tỷ|tỉ)\s+lệ\s)", re.I)
_APPOSED = re.compile(r",\s+(?=là\s)", re.I)
_TAIL_PURPOSE = re.compile(
    r",\s+(?:gắn\s+với|góp\s+phần|nhằm|để|tạo|từng\s+bước|phục\s+vụ|làm\s+cơ\s+sở|hướng\s+tới)\b", re.I
)
_ENDING = " \t\n.;,:-–"


def trimmed(text: str, clause: Clause, *, order: bool = False) -> Span:
    """The clause without what introduces it and without its notes, purposes and closing marks.

    In an order a further verb ends it: "cắt giảm 30% thời gian … | và đơn giản hóa hồ sơ".
    """
    start = _start(text, clause)
    end = clause.end
    end = _before_foreign_bracket(text, start, end)
    end = _before_next_verb(text, clause.quantity.end, end) if order else end
    end = _before_note(text, clause.quantity.end, end, order=order)
    apposed = _APPOSED.search(text, clause.quantity.end, end)
    end = apposed.start() if apposed else end
    purpose = _TAIL_PURPOSE.search(text, clause.quantity.end, end)
    if purpose and purpose.start() - start >= 0.6 * (end - start):
        end = purpose.start()
    while end > clause.quantity.end and text[end - 1] in _ENDING:
        end -= 1
    return Span(start, end)


def _before_note(text: str, start: int, end: int, *, order: bool) -> int:
    """A note in brackets at the end of a clause, or a long one in an order, is no part of the target."""
    note = text.find("(", start, end)
    closed = text.find(")", note, end) if note >= 0 else -1
    if note < 0 or (
        closed >= 0 and text[closed + 1 : end].strip(_ENDING) and not (order and closed - note > _LONG_NOTE)
    ):
        return end
    return note


_LONG_NOTE = 40


def _before_foreign_bracket(text: str, start: int, end: int) -> int:
    """A clause inside brackets ends where they close."""
    depth = 0
    for found in _BRACKETS.finditer(text, start, end):
        depth += 1 if found.group() == "(" else -1
        if depth < 0:
            return found.start()
    return end


_BRACKETS = re.compile(r"[()]")
_FURTHER_WORK = re.compile(
    r"\s+và\s+|,\s+(?=(?:đồng\s+thời|tiếp\s+tục|từng\s+bước|tập\s+trung)\s|(?:tất\s+cả|mọi|mỗi|các)\s[^,;]{1,60}\sphải\s)"
)
_PASSIVE = re.compile(r"\b(?:được|phải|bị|để|có)\s", re.I)


def _before_next_verb(text: str, start: int, end: int) -> int:
    for found in _FURTHER_WORK.finditer(text, start, end):
        if _PASSIVE.search(text, start, found.start()):
            return end
        if found.group().startswith(","):
            return found.start()
        tokens = Tokens(text, found.end(), min(end, found.end() + 60))
        if _ADVERBS.match(tokens, 0) or (_VERBS.match(tokens, 0) and not _is_verb(text[start : found.start()])):
            return found.start()
    return end


def _is_verb(before: str) -> bool:
    """ "15% chi nghiên cứu và phát triển": two names of work behind the figure, not two orders."""
    tokens = Tokens(before[:_TWO_WORDS])
    return any(_VERBS.match(tokens, at) == len(tokens) - at for at in range(min(2, len(tokens))))


_TWO_WORDS = 30


def _start(text: str, clause: Clause) -> int:
    start = clause.start
    for found in _STRIVING.finditer(text, start, clause.quantity.begin):
        start = found.end()
    for found in _NEW_SUBJECT.finditer(text, start, clause.quantity.begin):
        start = found.end()
    for pattern in (_LEADING, _PERIOD_FIRST, _LEADING):
        opening = pattern.match(text, start, clause.quantity.begin)
        start = opening.end() if opening else start
    while start < clause.quantity.begin and text[start] in _ENDING:
        start += 1
    return start
