"""SL006 remainder-mismatch: số còn lại không bằng tổng số trừ phần đã nêu.

Kiểm tra gì: "a trên b …, còn thiếu c", "Tổng số b hồ sơ, đã giải quyết a hồ sơ, còn lại c hồ sơ".
Vì sao: số còn lại là hiệu của hai số trước; lệch nghĩa là một trong ba số sai.
Ví dụ: "Hiện có 180 người trên 200 biên chế, còn thiếu 30 người".
Nên viết: "Hiện có 180 người trên 200 biên chế, còn thiếu 20 người".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between, shortest
from vanban.check.rules.figures.reading.ratios import fractions
from vanban.check.rules.figures.reading.sentences import found_in_sentences
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import Span

_LEFT = re.compile(r"\bcòn\s+(?:lại|thiếu|khuyết|trống|dư|tồn)(?:\s+(?:là|có|số|phải|tiếp\s+tục))?\s*:?\s*(?=\d)", re.I)
_DONE = re.compile(r"\bđã\s+(?:[^\W\d_]+\s+){1,4}(?:được\s+)?(?=\d)|\bđã\s+(?:[^\W\d_]+\s+){1,4}:\s*(?=\d)", re.I)
_NEAR = 70
_TOTAL = re.compile(r"\b(?:tổng\s+số|tiếp\s+nhận|được\s+giao)\b", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Subtract, wherever a sentence says what is left."""
    for sentence, found in found_in_sentences(document, _LEFT):
        rest = next(iter(figures_between(document, found.end(), sentence.end)), None)
        if rest is None or rest.start != found.end() or rest.role is not Role.COUNT or rest.about:
            continue
        yield from _judged(document, sentence, found.start(), rest)


def _judged(document: CheckedDocument, sentence: Span, before: int, rest: Figure) -> Iterator[Finding]:
    pair = _fraction(document, sentence, before) or _total_and_done(document, sentence, before)
    if pair is None:
        return
    done, total = pair
    if done.about or not _same_scale(done, total, rest):
        return
    left = total.amount - done.amount
    if abs(left - rest.amount) > done.slack + total.slack + rest.slack:
        value = shortest(left / rest.scale)
        message = f"{total.text} - {done.text} = {value}, không phải {rest.text}; đối chiếu lại ba số."
        yield RULE.at(document, done.start if done.start < total.start else total.start, rest.tail, message)


def _same_scale(*those: Figure) -> bool:
    return len({one.scale for one in those}) == 1


def _fraction(document: CheckedDocument, sentence: Span, before: int) -> tuple[Figure, Figure] | None:
    """The nearest fraction before, when nothing else is counted between it and what is left."""
    known = document.once(fractions)
    near = known[bisect_left(document.once(_starts), sentence.start) : bisect_left(document.once(_starts), before)]
    if not near or near[-1].end > before:
        return None
    between = figures_between(document, near[-1].end, before)
    apart = before - near[-1].end > _NEAR or ";" in document.text[near[-1].end : before]
    return None if apart or any(one.role is Role.COUNT for one in between) else (near[-1].part, near[-1].whole)


def _starts(document: CheckedDocument) -> list[int]:
    return [one.start for one in document.once(fractions)]


def _total_and_done(document: CheckedDocument, sentence: Span, before: int) -> tuple[Figure, Figure] | None:
    """ "Tổng số b hồ sơ, đã giải quyết a hồ sơ": exactly these two counts, both of the same unit."""
    known = [one for one in figures_between(document, sentence.start, before) if one.role is Role.COUNT]
    if len(known) != 2 or known[0].unit != known[1].unit or not known[0].unit:
        return None
    named = _TOTAL.search(document.text, sentence.start, known[0].start)
    done = _DONE.search(document.text, known[0].end, known[1].end)
    return (known[1], known[0]) if named and done and done.end() == known[1].start else None


RULE = Rule("SL006", "remainder-mismatch", "Số còn lại không bằng tổng số trừ phần đã nêu", Severity.ERROR, check)
