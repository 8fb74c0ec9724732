"""SL012 change-direction: nói tăng mà số giảm, hoặc nói giảm mà số tăng.

Kiểm tra gì: "tăng từ A lên B" mà B nhỏ hơn A; "giảm từ A xuống B" mà B lớn hơn A.
Vì sao: hai giá trị bị đảo chỗ hoặc động từ bị nhầm.
Ví dụ: "tăng từ 70% lên 65%".
Nên viết: "tăng từ 65% lên 70%", hoặc "giảm từ 70% xuống 65%".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: đối chiếu trong câu.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.changes import changes
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_UP = frozenset({"tăng", "lên"})
_DOWN = frozenset({"giảm", "xuống"})


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the direction that is said with that of the values."""
    for change in document.once(changes):
        said = {change.verb, change.way}
        rises = change.new.amount > change.old.amount
        falls = change.new.amount < change.old.amount
        if (falls and said & _UP and not said & _DOWN) or (rises and said & _DOWN and not said & _UP):
            values = f"{change.old.text} đến {change.new.text}"
            message = f"Câu nói “{change.verb}” nhưng số đi từ {values}; xem lại chiều thay đổi."
            yield RULE.at(document, change.start, change.new.tail, message)


RULE = Rule("SL012", "change-direction", "Chiều tăng, giảm trái với hai giá trị", Severity.ERROR, check)
