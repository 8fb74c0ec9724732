"""SL020 words-digits-mismatch: số viết bằng chữ không bằng số viết bằng chữ số.

Kiểm tra gì: số có phần chữ trong ngoặc ngay sau: "05 (năm)", "1.200.000 đồng (một triệu hai trăm nghìn đồng)".
Vì sao: phần bằng chữ để bảo đảm phần bằng số; hai phần khác nhau thì không biết theo phần nào.
Ví dụ: "10 (mười hai) ngày".
Nên viết: "12 (mười hai) ngày".
Mức an toàn khi sửa: không tự sửa; người soạn chọn số đúng.
Căn cứ: đối chiếu trong câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.number_words import read_words
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures, vietnamese
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_WORDS = re.compile(
    r"(?:\s+(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|VNĐ|VND|đ)\b)*\s*\(\s*(?:(?:viết\s+)?bằng\s+chữ\s*:?\s*)?"
    r"(?P<words>[^\W\d_][^()\d]{1,160}?)\s*\)",
    re.I,
)
_REACH = 220
_COUNTED = re.compile(r"\s+(?:đồng|người|ngày|tháng|năm|bản|bộ|lần|đồng\s+chí)(?:\s+chẵn)?\s*[./]*\s*$", re.I)


@dataclass(frozen=True, slots=True)
class _Spelled:
    figure: Figure
    words: str
    said: int
    end: int


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Read the words behind every number."""
    for spelled in document.once(_spelled):
        figure = spelled.figure
        if spelled.said != figure.amount:
            said = vietnamese(Decimal(spelled.said))
            message = f"Phần chữ “{spelled.words}” là {said}, không phải {figure.text}; chọn một số đúng."
            yield RULE.at(document, figure.start, spelled.end, message)


def seen(document: CheckedDocument) -> Seen:
    """How many numbers are also spelled out."""
    known = document.once(_spelled)
    return Seen("số có viết bằng chữ", len(known), len(known))


def _spelled(document: CheckedDocument) -> tuple[_Spelled, ...]:
    text = document.text
    found = []
    for figure in document.once(figures):
        behind = _WORDS.match(text, figure.end, figure.end + _REACH) if figure.role is not Role.PERCENT else None
        if behind is None:
            continue
        words = " ".join(behind.group("words").split())
        said = read_words(_COUNTED.sub("", words))
        if said is not None:
            found.append(_Spelled(figure, words, said, behind.end()))
    return tuple(found)


RULE = Rule("SL020", "words-digits-mismatch", "Số bằng chữ không bằng chữ số", Severity.ERROR, check, seen=seen)
