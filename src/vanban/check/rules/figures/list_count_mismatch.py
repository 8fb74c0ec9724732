"""SL019 list-count-mismatch: số lượng báo trước không bằng số mục liệt kê.

Kiểm tra gì: "03 nhiệm vụ sau: (1) …; (2) …" trong một đoạn, và câu dẫn có dấu hai chấm với các mục ngay dưới.
Vì sao: có mục bị bỏ sót khi chép, hoặc số lượng chưa sửa theo; người thực hiện không biết còn mục nào.
Ví dụ: "Tập trung 03 nhiệm vụ sau:" rồi liệt kê bốn mục.
Nên viết: "Tập trung 04 nhiệm vụ sau:".
Mức an toàn khi sửa: không tự sửa; người soạn kiểm tra mục thừa, mục thiếu.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Seen
from vanban.check.rules.figures.reading.announced import Announcement, announcements
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare announced numbers with what is listed."""
    for announced in document.once(announcements):
        if announced.listed != announced.number:
            yield RULE.at(
                document,
                announced.start,
                announced.end,
                f"Báo trước {announced.number} nhưng liệt kê {announced.listed}; kiểm tra mục thừa, thiếu hoặc sửa số.",
                severity=Severity.ERROR if announced.sure else Severity.WARNING,
            )


def seen(document: CheckedDocument) -> Seen:
    """How many lists are announced with their number."""
    known: tuple[Announcement, ...] = document.once(announcements)
    return Seen("danh sách có báo trước số mục", len(known), len(known))


RULE = Rule(
    "SL019", "list-count-mismatch", "Số lượng báo trước không bằng số mục liệt kê", Severity.WARNING, check, seen=seen
)
