"""VD008 symbol-year-after-document: viện dẫn văn bản có năm trong ký hiệu sau năm của văn bản này.

Kiểm tra gì: văn bản quy phạm được viện dẫn không kèm ngày, có năm trong ký hiệu lớn hơn năm ban hành của văn bản này.
Vì sao: văn bản đó chưa có khi văn bản này ban hành.
Ví dụ: công văn năm 2026 viện dẫn "Nghị định số 30/2027/NĐ-CP".
Nên viết: đúng năm của văn bản được viện dẫn.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.days import full_date
from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import citations
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the year of every undated symbol with the document's own year."""
    today = full_date(document)
    for one in document.once(citations) if today else ():
        if today and one.symbol_year and one.issued_on is None and one.symbol_year > today.year:
            message = f"Văn bản năm {today.year} không thể viện dẫn văn bản năm {one.symbol_year}; kiểm tra lại năm."
            yield RULE.at(document, one.start, one.place.end, message)


RULE = Rule(
    "VD008", "symbol-year-after-document", "Viện dẫn văn bản của năm sau", Severity.ERROR, check,
    needs=frozenset({Need.DATE}),
)  # fmt: skip
