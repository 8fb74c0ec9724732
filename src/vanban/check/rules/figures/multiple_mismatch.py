"""SL013 multiple-mismatch: "gấp n lần" không khớp với hai giá trị in cạnh nó.

Kiểm tra gì: "A hộ, gấp n lần so với năm trước (B hộ)", "từ B lên A, gấp n lần".
Vì sao: số lần tính từ hai giá trị đã in; lệch nghĩa là một trong ba số sai.
Ví dụ: "đạt 300 hộ, gấp 2 lần so với năm 2025 (100 hộ)".
Nên viết: "đạt 300 hộ, gấp 3 lần so với năm 2025 (100 hộ)".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between, read_number, vietnamese
from vanban.check.rules.figures.reading.sentences import found_in_sentences
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import Span

_TIMES = re.compile(r"\bgấp\s+(?P<about>(?:khoảng|gần|hơn|trên)\s+)?(?P<times>\d+(?:,\d+)?)\s+lần\b", re.I)
_FORMER = re.compile(
    r"[^.;()\d]{0,40}(?:năm\s+\d{4}\s*|quý\s+[IV\d]+(?:/\d{4})?\s*|\d{1,2}\s+tháng[^.;()\d]{0,30})?"
    r"\(\s*[^\d()]{0,20}(?=\d)",
    re.I,
)
_FROM = re.compile(r"\btừ\s+(?=\d)", re.I)
_NEAR = 60


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Divide, wherever a multiple is printed with both values."""
    for sentence, found in found_in_sentences(document, _TIMES):
        pair = None if found.group("about") else _values(document, sentence, found)
        number = read_number(found.group("times"))
        if pair is None or number is None:
            continue
        new, old = pair
        times, step = number
        if old.amount and abs(new.amount / old.amount - times) > step / 2:
            actual = vietnamese(new.amount / old.amount, 1)
            message = f"{new.text} gấp {actual} lần {old.text}, không phải {found.group('times')} lần; đối chiếu lại."
            yield RULE.at(document, min(new.start, old.start), max(found.end(), old.tail), message)


def _values(document: CheckedDocument, sentence: Span, found: re.Match[str]) -> tuple[Figure, Figure] | None:
    before = [one for one in figures_between(document, sentence.start, found.start()) if one.role is Role.COUNT]
    if not before or found.start() - before[-1].end > _NEAR or before[-1].about:
        return None
    new = before[-1]
    opening = _FORMER.match(document.text, found.end(), sentence.end)
    after = figures_between(document, opening.end(), sentence.end) if opening else ()
    if after and opening and after[0].start == opening.end() and _comparable(new, after[0]):
        return new, after[0]
    old = before[-2] if len(before) > 1 else None
    starts = [match.end() for match in _FROM.finditer(document.text, sentence.start, new.start)]
    return (new, old) if old and old.start in starts and _comparable(new, old) else None


def _comparable(one: Figure, other: Figure) -> bool:
    same = one.unit == other.unit or not one.unit or not other.unit
    return other.role is Role.COUNT and same and one.scale == other.scale and not other.about


RULE = Rule("SL013", "multiple-mismatch", "Số lần gấp không khớp với hai giá trị", Severity.ERROR, check)
