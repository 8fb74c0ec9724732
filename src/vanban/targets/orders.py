"""Figures to reach outside the lists of goals: in orders ("cắt giảm tối thiểu 30% thời gian …, phấn đấu đạt 95%").

Figures of accounts, of rules (rates of tax, votes, support) and of terms are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.targets.quantities import Measure, Quantity
from vanban.text.lexicon.verbs import ADVERBS, DIRECTIVE, FURTHER
from vanban.types import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a sentence in which figures of at least ``least`` are targets."""

    span: Span
    least: Measure


_STRIVE = re.compile(r"\b(?:phấn\s+đấu|quyết\s+tâm)\b", re.I)
_ENSURE = re.compile(r"\b(?:bảo|đảm)\s+(?:đảm|bảo)\s+(?!cho\b)", re.I)
_GOAL = re.compile(
    r"\b(?:mục\s+tiêu|(?:các\s+)?chỉ\s+tiêu)\s+(?!quốc\s+gia|của|này|trên|nêu|phát\s+triển\s+kinh|nhiệm\s+vụ|đề\s+ra|năm\s+\d{4}\s*[,;.]|(?:trong|tại)\s)",
    re.I,
)
_ACTUAL = re.compile(
    r"\b(?:đã|ước(?:\s+(?:đạt|thực\s+hiện))?|lũy\s+kế|luỹ\s+kế|hiện\s+(?:nay|tại|có|còn)|tính\s+đến|đến\s+nay|mới\s+(?:đạt|chỉ)|chỉ\s+đạt|chưa|"
    r"vừa\s+qua|bối\s+cảnh|thiệt\s+hại|trung\s+bình\s+của|so\s+với\s+cùng\s+kỳ|\d+\s+tháng(?:\s+đầu)?\s+năm|thấp\s+hơn|cao\s+hơn|theo\s+dự\s+báo)\b",
    re.I,
)
_SAME_PERIOD = re.compile(r"[^.;]{0,40}\bcùng\s+kỳ", re.I)
_ACCOUNT = re.compile(r"\b(?:so\s+với\s+cùng\s+kỳ|lũy\s+kế|luỹ\s+kế|\d+\s+tháng(?:\s+đầu)?\s+năm|ước\s+đạt)\b", re.I)
_RULE = re.compile(
    r"\b(?:thuế|lãi\s+suất|mức\s+(?:phạt|hỗ\s+trợ|đóng|thu)|được\s+(?:giảm|miễn|hưởng|hỗ\s+trợ)|hỗ\s+trợ|phạt|phí\s+trước\s+bạ|cử\s+tri|phiếu|giá\s+chuyển\s+nhượng|tín\s+nhiệm)\b",
    re.I,
)
_RULE_BEHIND = re.compile(
    r"\s+(?:số\s+)?(?:thuế|lãi\s+suất|mức|phí|tổng\s+số\s+(?:cử\s+tri|đại\s+biểu|thành\s+viên)|cử\s+tri|phiếu|lương|giá)\b",
    re.I,
)
_TOPIC = re.compile(r"\W*(?:về|đối\s+với)\s[^:]*:", re.I)
_FUTURE = re.compile(r"\b(?:đến|vào|trong|hết)\s+(?:hết\s+|cuối\s+)*năm\s+\d{4}|giai\s+đoạn\s+\d{4}", re.I)
_RAISING = re.compile(r"\b(?:nâng|đưa|tăng|giảm|duy\s+trì|giữ)\b", re.I)
_REACHING = re.compile(r"\b(?:đạt|chiếm|lên|xuống|còn)(?:\s+(?:mức|tỷ\s+lệ))?\s*$", re.I)
_STATE = re.compile(
    r"\W*(?:[^.;:]{3,80}:\s+)?(?:(?:đến|trong|từ)\s+(?:hết\s+)?năm\s+\d{4}(?:\s+trở\s+đi)?\s*,?\s*)?(?:có\s+|tối\s+thiểu\s+có\s+)?$",
    re.I,
)
_LEAST = re.compile(r"ít\s+nhất|tối\s+thiểu", re.I)
_NO_OBJECT = frozenset(
    ("yêu cầu", "đề nghị", "giao", "kiến nghị", "báo cáo", "chỉ đạo", "xem xét", "quy định", "xác định", "thông báo")
)
"""Verbs whose object is not what is to be reached."""
_VERBS = frozenset((*DIRECTIVE, *FURTHER, "phủ", "lấp đầy", "xóa", "xoá", "sạch", "đấu nối")) - _NO_OBJECT
_CHANGES = frozenset(("giảm", "tăng", "đạt", "nâng"))
"""Verbs that accounts use as often as orders do: only with a bound ("giảm ít nhất 5%") they order."""
_CLAUSE_START = re.compile(r"[,;:(.]\s+|\b(?:và|để|phải|cần|đồng\s+thời)\s+", re.I)
_CLAUSE_LENGTH = 60
_LONGEST_CLAUSE = 1200


def stretches(
    text: str, sentence: Span, figures: list[Quantity], *, state: bool, counts: bool = False
) -> Iterator[Stretch]:
    """Yield where figures of an order are targets.

    ``state`` admits a sentence that says what is to be ("Có 30% …"), ``counts`` an order that bounds a number of things
    ("Lựa chọn ít nhất 02 hợp tác xã"): in a plan for a period such numbers are goals.
    """
    if _ACCOUNT.search(text, *sentence):
        return
    topic = _TOPIC.match(text, *sentence)
    start = topic.end() if topic and topic.end() - sentence.start < _LONGEST_TOPIC else sentence.start
    for figure in figures:
        if figure.begin < start or _tells_what_is(text, sentence.start, figure):
            continue
        found = _stretch(text, Span(start, sentence.end), figure, state=state, counts=counts)
        if found:
            yield found


def _stop(text: str, start: int, end: int) -> int:
    """Where the clause of a figure ends: at the next semicolon or full stop."""
    found = [at for mark in (";", ". ", ".\n") if (at := text.find(mark, start, end)) >= 0]
    return min(found, default=end - 1 if end > start and text[end - 1] == "." else end)


_LONGEST_TOPIC = 320
_OPENING = 120


def _stretch(text: str, sentence: Span, figure: Quantity, *, state: bool, counts: bool) -> Stretch | None:
    first = _clause_of(text, sentence.start, figure.begin)
    last = min(sentence.end, figure.end + _LONGEST_CLAUSE)
    end = _stop(text, figure.end, last)
    striving = _last(_STRIVE, text, first, figure.begin)
    if striving is not None and is_reached(text, figure):
        whole = striving - sentence.start < _OPENING and not re.search(r"[,;(]", text[sentence.start : striving])
        return Stretch(Span(striving, sentence.end if whole else end), Measure.COUNT)
    if _is_of_a_rule(text, first, figure):
        return None
    goal = _last(_GOAL, text, first, figure.begin)
    if goal is not None and (figure.measure >= Measure.MEASURE or figure.bounded):
        return Stretch(Span(goal, end), Measure.MEASURE)
    if figure.measure is Measure.PERCENT:
        return _share(text, Span(first, end), figure, state=state)
    if counts and figure.measure is Measure.COUNT and _LEAST.match(text, figure.begin):
        verb = _verb_before(text, first, figure.begin, _VERBS)
        if verb is not None:
            return Stretch(Span(verb, end), Measure.COUNT)
    if figure.measure > Measure.TIME and (
        (state and figure.bounded and _STATE.fullmatch(text, first, figure.begin))
        or _is_future_state(text, first, figure)
    ):
        return Stretch(Span(first, end), Measure.COUNT)
    return None


def _share(text: str, clause: Span, figure: Quantity, *, state: bool) -> Stretch | None:
    """A percentage: behind "bảo đảm", as the object of a verb of the order, or as what is to be reached."""
    verb = _verb_before(text, clause.start, figure.begin, _VERBS | _CHANGES if figure.bounded else _VERBS)
    if verb is not None:
        return Stretch(Span(verb, clause.end), Measure.PERCENT)
    ensured = _last(_ENSURE, text, clause.start, figure.begin)
    if ensured is not None:
        return Stretch(Span(ensured, clause.end), Measure.PERCENT)
    before = text[clause.start : figure.begin]
    if _REACHING.search(before) and (_RAISING.search(before) or _FUTURE.search(before)):
        raising = _RAISING.search(text, clause.start, figure.begin)
        at = clause.start if _FUTURE.search(before) or raising is None else raising.start()
        return Stretch(Span(at, clause.end), Measure.PERCENT)
    if state and _STATE.fullmatch(text, clause.start, figure.begin):
        return Stretch(clause, Measure.PERCENT)
    return None


_REACHES_COUNT = re.compile(
    r"\b(?:đạt(?:\s+được)?|có|được|thêm|xuống|lên|còn|tăng|giảm|trồng|tạo|giải\s+quyết)\s*$|:\s*$", re.I
)


def is_reached(text: str, figure: Quantity) -> bool:
    """True for a rate or measure, and for a number of things that is bounded or stands behind a verb of reaching."""
    if figure.measure >= Measure.MEASURE or (figure.bounded and figure.measure > Measure.TIME):
        return True
    return (
        figure.measure is Measure.COUNT
        and _REACHES_COUNT.search(text[max(0, figure.begin - 20) : figure.begin]) is not None
    )


def _is_future_state(text: str, start: int, figure: Quantity) -> bool:
    before = text[start : figure.begin]
    return _REACHING.search(before) is not None and _FUTURE.search(before) is not None


def _tells_what_is(text: str, start: int, figure: Quantity) -> bool:
    """True when the words around a figure say that it has been counted, not that it is to be reached."""
    first = max(_clause_of(text, start, figure.begin), figure.begin - 160)
    return bool(_ACTUAL.search(text, first, figure.begin) or _SAME_PERIOD.match(text, figure.end))


def _is_of_a_rule(text: str, start: int, figure: Quantity) -> bool:
    first = max(start, figure.begin - 60)
    return bool(_RULE.search(text, first, figure.begin) or _RULE_BEHIND.match(text, figure.end))


def _clause_of(text: str, start: int, at: int) -> int:
    """Where the clause of a figure begins: behind the last semicolon."""
    first = max(start, at - _LONGEST_CLAUSE)
    found = text.rfind(";", first, at)
    return first if found < 0 else found + 1


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """End of the last match of ``pattern`` before a figure."""
    return max((found.end() for found in pattern.finditer(text, max(start, end - _REACH), end)), default=None)


_REACH = 220


def _verb_before(text: str, start: int, at: int, verbs: frozenset[str]) -> int | None:
    """Start of the verb, or list of verbs, whose object the figure is: "cắt giảm, đơn giản hóa | 100% điều kiện"."""
    first = max(start, at - _CLAUSE_LENGTH)
    cuts = [first, *(found.end() for found in _CLAUSE_START.finditer(text, first, at))]
    verb: int | None = None
    while cuts:
        cut = cuts.pop()
        if _bare(text[cut:at]) not in verbs:
            break
        verb, at = cut, len(text[:cut].rstrip(" ,"))
    return verb


_ADVERBS = "|".join(sorted((word.replace(" ", r"\s+") for word in ADVERBS), key=len, reverse=True))
_LEADING_ADVERBS = re.compile(rf"^(?:(?:{_ADVERBS}|(?:trong\s+)?năm\s+\d{{4}})\s+)+", re.I)


def _bare(words: str) -> str:
    """The words without the adverbs before them."""
    return " ".join(_LEADING_ADVERBS.sub("", f"{words.strip(' ,')} ").lower().split())
