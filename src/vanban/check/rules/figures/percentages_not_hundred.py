"""SL007 percentages-not-hundred: các tỷ lệ của một tổng thể cộng lại không bằng 100%.

Kiểm tra gì: các tỷ lệ liền nhau của những nhóm bù nhau (nam và nữ, đúng hạn và quá hạn, các mức xếp loại, "còn lại").
Vì sao: các nhóm bù nhau phải chia hết tổng thể; lệch quá sai số làm tròn nghĩa là có tỷ lệ sai.
Ví dụ: "nam chiếm 55%, nữ chiếm 46%".
Nên viết: "nam chiếm 54%, nữ chiếm 46%".
Mức an toàn khi sửa: không tự sửa; phải tính lại từ số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between, shortest
from vanban.check.rules.figures.reading.sentences import counting_sentences
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_PAIRS = (
    (r"\bnam\b", r"\bnữ\b"),
    (r"\b(?:đúng\s+hạn|trước\s+hạn|trong\s+hạn|đúng\s+và\s+trước\s+hạn)\b", r"\b(?:quá\s+hạn|trễ\s+hạn|chậm\s+hạn)\b"),
    (r"\b(?:thành\s+thị|đô\s+thị)\b", r"\bnông\s+thôn\b"),
    (r"(?<!chưa )(?<!không )\bđạt\s+(?:chuẩn|yêu\s+cầu)\b", r"\b(?:chưa|không)\s+đạt\s+(?:chuẩn|yêu\s+cầu)\b"),
    (r"(?<!không )\bhài\s+lòng\b", r"\bkhông\s+hài\s+lòng\b"),
    (r"\btrực\s+tuyến\b", r"\btrực\s+tiếp\b"),
)
_SCALES = (
    (r"\bxuất\s+sắc\b", r"\bhoàn\s+thành\s+tốt\b", r"\bhoàn\s+thành\s+nhiệm\s+vụ\b", r"\bkhông\s+hoàn\s+thành\b"),
    (r"\bgiỏi\b", r"\bkhá\b", r"\b(?:trung\s+bình|đạt)\b", r"\b(?:yếu|kém|chưa\s+đạt)\b"),
    (r"\bnông\b", r"\bcông\s+nghiệp\b", r"\bdịch\s+vụ\b"),
)
_LEVELS = tuple(tuple(re.compile(level, re.I) for level in group) for group in (*_PAIRS, *_SCALES))
_REST = re.compile(r"\bcòn\s+lại\b", re.I)
_CHANGES = re.compile(
    r"\b(?:tăng|giảm|vượt|lãi\s+suất|thuế\s+suất|tối\s+thiểu|ít\s+nhất|trên|dưới|từ|so\s+với)\b", re.I
)
_LONGEST_GAP = 70
_WIDEST = 15
_WHOLE = 100


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Add up the percentages of groups that complete each other."""
    for sentence in document.once(counting_sentences):
        known = figures_between(document, sentence.start, sentence.end)
        for run in _runs(document.text, [one for one in known if one.role is Role.PERCENT]):
            labels = _labels(document.text, sentence.start, run)
            if _completes(labels) and _is_off(run):
                total = _total(run)
                message = f"Các tỷ lệ bù nhau cộng lại bằng {shortest(total)}%, không bằng 100%; tính lại từng tỷ lệ."
                yield RULE.at(document, run[0].start, run[-1].tail, message)


def _runs(text: str, percents: list[Figure]) -> Iterator[list[Figure]]:
    """Percentages of one list: close to each other, none of them a change or a bound."""
    run = percents[:1]
    for before, percent in pairwise(percents):
        between = text[before.tail : percent.start]
        if len(between) > _LONGEST_GAP or _CHANGES.search(between):
            if len(run) > 1:
                yield run
            run = []
        run.append(percent)
    if len(run) > 1:
        yield run


def _labels(text: str, start: int, run: list[Figure]) -> list[str]:
    """What each percentage is of: the words on the side on which the labels of this list stand."""
    before = [text[max(start, run[0].start - _LONGEST_GAP) : run[0].start]]
    before += [text[one.tail : two.start] for one, two in pairwise(run)]
    after = [*before[1:], text[run[-1].tail : run[-1].tail + _LONGEST_GAP]]
    return before if _completes(before) else after


def _completes(labels: list[str]) -> bool:
    """True when each label is of another group of one set, and the set is complete or ends with what is left."""
    if _REST.search(labels[-1]) and not _CHANGES.search(" ".join(labels)):
        return True
    return any(_covers(labels, levels) for levels in _LEVELS) and not _CHANGES.search(" ".join(labels))


def _covers(labels: list[str], levels: tuple[re.Pattern[str], ...]) -> bool:
    if len(labels) != len(levels):
        return False
    return all(any(level.search(label) for label in labels) for level in levels)


def _total(run: list[Figure]) -> Decimal:
    return sum((one.value for one in run), Decimal(0))


def _is_off(run: list[Figure]) -> bool:
    """Off by more than rounding. Two rounded parts add up to 101 only when both end in exactly a half."""
    slack = sum((one.step / 2 for one in run), Decimal(0))
    distance = abs(_total(run) - _WHOLE)
    return (distance > slack or (distance == slack and len(run) == 2)) and distance <= _WIDEST


RULE = Rule("SL007", "percentages-not-hundred", "Các tỷ lệ bù nhau không cộng thành 100%", Severity.WARNING, check)
