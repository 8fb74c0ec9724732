"""VD011 not-in-store: số văn bản được viện dẫn không có trong kho của đơn vị.

Kiểm tra gì: văn bản có ký hiệu mà kho giữ đủ (thường là ký hiệu của chính đơn vị) nhưng không tìm thấy số đó.
Vì sao: số bị gõ nhầm, hoặc văn bản chưa được nhập kho.
Ví dụ: viện dẫn "Kế hoạch số 912/KH-UBND" khi kho chỉ có đến số 219.
Nên viết: đúng số đã phát hành.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu với kho văn bản mà người kiểm tra được xem.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.rules.citations.stored import stored_citations
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look every citation up whose symbol the store keeps completely."""
    for citation, known in document.once(stored_citations):
        if not known and document.store and document.store.keeps(citation.symbol):
            message = "Kho văn bản không có số, ký hiệu này; kiểm tra lại số hoặc nhập văn bản vào kho."
            yield RULE.at(document, *citation.place, message)


RULE = Rule(
    "VD011", "not-in-store", "Số viện dẫn không có trong kho", Severity.WARNING, check, needs=frozenset({Need.STORE})
)
