"""SL003 parts-do-not-sum: các số thành phần cộng lại không bằng tổng số.

Kiểm tra gì: câu nêu tổng số rồi nêu các phần ("Tổng số 120 hộ, trong đó: 70 …, 50 …", "120 hộ (gồm 70 …, 50 …)").
Vì sao: tổng và các phần thường được cập nhật không cùng lúc; người đọc không biết số nào đúng.
Ví dụ: "Tổng số 120 hộ, gồm 70 hộ nghèo và 40 hộ cận nghèo".
Nên viết: "Tổng số 110 hộ, gồm 70 hộ nghèo và 40 hộ cận nghèo", hoặc sửa đúng số của từng phần.
Mức an toàn khi sửa: không tự sửa; nêu số sẽ làm cho phép cộng đúng để người soạn đối chiếu.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.breakdowns import Breakdown, breakdowns
from vanban.check.rules.figures.reading.numbers import shortest
from vanban.check.rules.figures.reading.slips import differs_by_a_power_of_ten, is_one_slip_away
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_FEWEST_PARTS = 2
_NEAR = Decimal("0.10")
_FAR = Decimal("0.35")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Add up the parts of every total."""
    for breakdown in document.once(breakdowns):
        severity = _judged(breakdown)
        if severity:
            first, last = breakdown.parts[0], breakdown.parts[-1]
            start, end = min(first.start, breakdown.total.start), max(last.tail, breakdown.total.tail)
            message = (
                f"Các phần cộng lại bằng {shortest(breakdown.sum / breakdown.total.scale)}, "
                f"không bằng {breakdown.total.text}; đối chiếu lại tổng số và từng phần."
            )
            yield RULE.at(document, start, end, message, severity=severity)


def seen(document: CheckedDocument) -> Seen:
    """How many totals have parts, and how many of them can be added up."""
    known = document.once(breakdowns)
    return Seen("tổng số có nêu các phần", len(known), sum(one.holds or bool(_judged(one)) for one in known))


def _judged(breakdown: Breakdown) -> Severity | None:
    """How sure it is that the parts are meant to make up the total and do not; None when they do or need not."""
    if len(breakdown.parts) < _FEWEST_PARTS or breakdown.holds:
        return None
    total, found = breakdown.total.amount, breakdown.sum
    if differs_by_a_power_of_ten(total, found):
        return None
    distance = abs(total - found) / total
    slip = is_one_slip_away(total, found, [part.amount for part in breakdown.parts])
    near = distance <= _NEAR or (slip and (distance <= _FAR or found > total))
    if breakdown.whole and not breakdown.overlapping:
        return Severity.ERROR if near and not breakdown.others else Severity.WARNING
    return Severity.WARNING if near and not breakdown.overlapping else None


RULE = Rule("SL003", "parts-do-not-sum", "Các phần cộng lại không bằng tổng số", Severity.ERROR, check, seen=seen)
