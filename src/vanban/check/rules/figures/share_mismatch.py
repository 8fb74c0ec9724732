"""SL005 share-mismatch: tỷ lệ của một phần không khớp với tổng số nêu trước nó.

Kiểm tra gì: "Tổng số b hộ, trong đó a hộ …, chiếm p%"; p được tính lại theo các số nêu trước trong cùng câu.
Vì sao: phần hoặc tổng đã sửa mà tỷ lệ còn để cũ.
Ví dụ: "Tổng số 200 hộ, trong đó 50 hộ nghèo, chiếm 35%".
Nên viết: "Tổng số 200 hộ, trong đó 50 hộ nghèo, chiếm 25%", hoặc sửa đúng số hộ.
Mức an toàn khi sửa: không tự sửa; nêu các số khác trong văn bản làm cho tỷ lệ khớp.
Căn cứ: phép tính.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.numbers import shortest, vietnamese
from vanban.check.rules.figures.reading.shares import shares
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Recompute every share of a total."""
    for share in document.once(shares):
        if share.holds:
            continue
        base = share.bases[-1]
        actual = vietnamese(share.part.amount * 100 / base.amount, max(1, -int(share.percent.step.logb())))
        message = (
            f"{share.part.text} trên {shortest(base.value)} là {actual}%, không phải {share.percent.text}%; "
            "đối chiếu lại phần, tổng số và tỷ lệ."
        )
        yield RULE.at(
            document,
            share.part.start,
            share.end,
            message,
            severity=Severity.ERROR if share.certain and not share.is_cut_off else Severity.WARNING,
        )


def seen(document: CheckedDocument) -> Seen:
    """How many shares of a total there are."""
    known = document.once(shares)
    return Seen("tỷ lệ của phần trong tổng số", len(known), len(known))


RULE = Rule("SL005", "share-mismatch", "Tỷ lệ của phần không khớp với tổng số", Severity.ERROR, check, seen=seen)
