"""SL026 denominator-inconsistent: cùng một nhóm mà hai tỷ lệ tính trên hai mẫu số gần bằng nhau.

Kiểm tra gì: hai mẫu số gần nhau, lệch không quá 10%, cạnh chúng có cùng tên nhóm ("công chức", "hộ nghèo", …).
Vì sao: các tỷ lệ của một nhóm phải tính trên cùng một tổng; hai tổng thường do lấy số liệu ở hai thời điểm.
Ví dụ: "43% công chức (3.186/7.400) …; công chức có 88% đại học (6.017/6.850)".
Nên viết: tính lại trên cùng một mẫu số, hoặc nói rõ vì sao hai tổng khác nhau.
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Figure, word_set
from vanban.check.rules.figures.reading.ratios import Ratio, ratios
from vanban.check.rules.figures.reading.slips import is_swapped
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_WORD = re.compile(r"[^\W\d_]+|[,;.()%]")
_APART = re.compile(r"[;)]|\.\s")
_COMMON = word_set(
    "tỷ tỉ lệ đạt chiếm là được có với khoảng trên dưới trong số tổng và của các cho đã cán bộ người số , ; . ( ) %"
)
_CLOSE = Decimal("0.10")
_SMALLEST = 100
_REACH = 48
_NEAREST_RATIOS = 12


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the denominators of ratios that stand near each other, name the same group and hold.

    What is a part of one ratio may be the whole of the next: "40 of 44 posts are filled; 23 of the 40 are women".
    """
    known: list[tuple[Ratio, set[str]]] = []
    told: set[Decimal] = set()
    for ratio in document.once(ratios):
        if not ratio.holds:
            continue
        whole = ratio.fraction.whole
        groups = _groups(document.text, ratio)
        for other, its in known[-_NEAREST_RATIOS:]:
            nested = other.fraction.part.amount == whole.amount
            if whole.amount not in told and groups & its and not nested and _is_close(other.fraction.whole, whole):
                told.add(whole.amount)
                yield _finding(document, other, ratio, min(groups & its))
        known.append((ratio, groups))


def _groups(text: str, ratio: Ratio) -> set[str]:
    """Pairs of words that stand together before the percentage or the fraction, within its clause."""
    start = max(ratio.start - _REACH, text.rfind("\n", 0, ratio.start) + 1)
    said = text[start : max(ratio.fraction.start, ratio.percent.start)].lower()
    words = _WORD.findall(_APART.split(said)[-1])
    return {f"{one} {two}" for one, two in pairwise(words) if one not in _COMMON and two not in _COMMON}


def _is_close(one: Figure, other: Figure) -> bool:
    if one.amount < _SMALLEST or one.amount == other.amount or is_swapped(one.text, other.text):
        return False
    return abs(one.amount - other.amount) <= _CLOSE * max(one.amount, other.amount)


def _finding(document: CheckedDocument, first: Ratio, ratio: Ratio, group: str) -> Finding:
    whole, other = ratio.fraction.whole, first.fraction.whole
    values = f"ở trên tính trên {other.text}, ở đây tính trên {whole.text}"
    message = f"“{group}” {values}; thống nhất mẫu số hoặc nói rõ lý do."
    candidate = Candidate("denominator", other.text, f"{other.text} là mẫu số in ở trên cho cùng nhóm")
    return RULE.at(document, whole.start, whole.end, message, candidates=(candidate,))


RULE = Rule("SL026", "denominator-inconsistent", "Cùng một nhóm tính trên hai mẫu số", Severity.WARNING, check)
