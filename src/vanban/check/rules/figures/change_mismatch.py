"""SL011 change-mismatch: mức tăng, giảm không khớp với hai giá trị in cạnh nó.

Kiểm tra gì: "từ A lên B, tăng p%", "từ A lên B, tăng c hộ", "B hộ, tăng p% so với năm trước (A hộ)",
"B hộ, tăng c hộ (p%)", "năm trước A hộ, năm nay B hộ, tăng p%".
Vì sao: mức tăng, giảm tính từ hai giá trị đã in; lệch nghĩa là một trong ba số sai.
Ví dụ: "từ 120 hộ lên 150 hộ, tăng 30%".
Nên viết: "từ 120 hộ lên 150 hộ, tăng 25%".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.changes import Change, changes, increments
from vanban.check.rules.figures.reading.numbers import Figure, Role, shortest, vietnamese
from vanban.check.rules.figures.reading.ratios import tolerance
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_POINTS = "điểm"


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Recompute every printed increase and decrease."""
    for change in document.once(changes):
        by = change.by
        if by is None or change.old.about or change.new.about:
            continue
        message = _percent(change, by) if by.role is Role.PERCENT else _amount(change, by)
        if message:
            yield RULE.at(document, change.start, change.end, f"{message}; đối chiếu lại ba số.")
    for one in document.once(increments):
        if not one.holds:
            actual = vietnamese(one.by.amount * 100 / one.old, max(1, -int(one.percent.step.logb())))
            said = f"{one.verb.capitalize()} {one.by.text} thành {one.new.text} là {actual}%"
            message = f"{said}, không phải {one.percent.text}%; đối chiếu lại ba số."
            yield RULE.at(document, one.new.start, one.percent.tail, message)


def seen(document: CheckedDocument) -> Seen:
    """How many changes are printed with both values, and how many of them with the difference too."""
    known = document.once(changes)
    return Seen("mức tăng, giảm", len(known), sum(change.by is not None for change in known))


def _percent(change: Change, by: Figure) -> str:
    """The message when a percentage fits neither as a relative change nor as percentage points."""
    if by.unit != "%":
        return ""
    low, high = tolerance(by)
    relative = abs(change.relative)
    points = abs(change.new.amount - change.old.amount) if change.new.role is Role.PERCENT else None
    accepted = [relative, *([points] if points is not None else [])]
    reading = (change.old.slack + change.new.slack) * 100 / change.old.amount
    if any(by.value - low - reading <= value <= by.value + high + reading for value in accepted):
        return ""
    actual = vietnamese(relative, max(1, -int(by.step.logb())))
    return f"Từ {change.old.text} đến {change.new.text} là {change.verb} {actual}%, không phải {by.text}%"


def _amount(change: Change, by: Figure) -> str:
    """The message when a difference in the same unit, or in percentage points, is not that of the two values."""
    if by.unit == _POINTS and change.new.role is Role.PERCENT:
        points = abs(change.new.amount - change.old.amount)
        apart = abs(points - by.amount) > max(by.slack, by.step / 2) + change.new.slack + change.old.slack
        said = f"Từ {change.old.text}% đến {change.new.text}% là {change.verb} {shortest(points)} điểm"
        return f"{said}, không phải {by.text}" if apart else ""
    if by.role is not Role.COUNT or change.new.role is not Role.COUNT or by.scale != change.new.scale:
        return ""
    if by.unit and change.new.unit and by.unit != change.new.unit:
        return ""
    difference = abs(change.new.amount - change.old.amount)
    slack = by.slack + change.new.slack + change.old.slack
    if change.old.scale != change.new.scale or abs(difference - by.amount) <= max(slack, Decimal(0)):
        return ""
    value = shortest(difference / by.scale)
    return f"Từ {change.old.text} đến {change.new.text} là {change.verb} {value}, không phải {by.text}"


RULE = Rule("SL011", "change-mismatch", "Mức tăng, giảm không khớp với hai giá trị", Severity.ERROR, check, seen=seen)
