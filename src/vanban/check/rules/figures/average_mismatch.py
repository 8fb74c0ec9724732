"""SL014 average-mismatch: số bình quân không bằng tổng số chia cho số đơn vị.

Kiểm tra gì: câu có tổng số, số đơn vị và số bình quân "x người/xã": lấy tổng chia cho số đơn vị.
Vì sao: số bình quân tính từ hai số đã in; lệch nghĩa là một trong ba số sai.
Ví dụ: "1.200 người ở 10 xã, bình quân 12 người/xã".
Nên viết: "1.200 người ở 10 xã, bình quân 120 người/xã".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between, shortest
from vanban.check.rules.figures.reading.sentences import found_in_sentences
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_AVERAGE = re.compile(
    r"\b(?:bình\s+quân|trung\s+bình)\s+(?:mỗi\s+(?P<each>[^\W\d_]+)\s+)?(?:(?:có|là|đạt)\s+)?(?=\d)", re.I
)
_PER = re.compile(r"[^\d.;,/]{0,20}/\s?(?:01\s|1\s)?(?P<per>[^\W\d_]+)")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Divide, wherever an average is printed with its total and its number of units."""
    for sentence, found in found_in_sentences(document, _AVERAGE):
        known = figures_between(document, found.end(), sentence.end)
        if not known or known[0].start != found.end():
            continue
        average = known[0]
        behind = _PER.match(document.text, average.end, sentence.end)
        per = found.group("each") or (behind.group("per") if behind else "")
        before = [one for one in figures_between(document, sentence.start, found.start()) if one.role is Role.COUNT]
        totals = [one for one in before if one.unit == average.unit and one.unit]
        units = [one for one in before if one.unit == per.lower() and one.amount]
        if len(totals) == 1 and len(units) == 1 and not _agree(totals[0], units[0], average):
            actual = shortest(round(totals[0].amount / units[0].amount / average.scale, 1))
            quotient = f"{totals[0].text} chia cho {units[0].text} bằng {actual}"
            message = f"{quotient}, không phải {average.text}; đối chiếu lại."
            end = behind.end() if behind else average.tail
            yield RULE.at(document, min(totals[0].start, units[0].start), end, message)


def _agree(total: Figure, units: Figure, average: Figure) -> bool:
    if total.about or units.about:
        return True
    step = average.step * average.scale
    slack = step if average.about else step / 2
    return abs(total.amount / units.amount - average.amount) <= slack + total.slack / units.amount


RULE = Rule("SL014", "average-mismatch", "Số bình quân không khớp với tổng số", Severity.ERROR, check)
