"""TG015 dated-in-future: ngày của văn bản sau ngày kiểm tra.

Kiểm tra gì: ngày ban hành so với ngày kiểm tra do nơi kiểm tra cung cấp.
Vì sao: văn bản đến không thể ghi ngày chưa tới; thường gõ nhầm năm hoặc tháng.
Ví dụ: văn bản nhận ngày 05/3/2026 ghi ngày 05/3/2027.
Nên viết: đúng ngày ban hành.
Mức an toàn khi sửa: không tự sửa; bản thảo có thể cố ý ghi ngày dự kiến.
Căn cứ: đối chiếu với ngày kiểm tra.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.days import full_date, shown
from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the document's own date with the day of the check."""
    day, checked_on, span = full_date(document), document.checked_on, document.structure.main.head.date_span
    if day and checked_on and span and day > checked_on:
        message = f"Văn bản ghi ngày {shown(day)}, chưa tới khi kiểm tra ({shown(checked_on)})."
        yield RULE.at(document, *span, message)


RULE = Rule(
    "TG015", "dated-in-future", "Ngày của văn bản chưa tới", Severity.WARNING, check,
    needs=frozenset({Need.DATE, Need.CLOCK}),
)  # fmt: skip
