"""TG008 cites-later-document: viện dẫn văn bản có ngày sau ngày của chính văn bản này.

Kiểm tra gì: ngày in cạnh số, ký hiệu của mọi văn bản được viện dẫn, so với ngày ban hành; khác năm ký hiệu xem VD007.
Vì sao: không thể căn cứ vào văn bản chưa có; một trong hai ngày bị gõ nhầm.
Ví dụ: công văn ngày 05/3/2026 viện dẫn "Công văn số 41/UBND-TH ngày 12/3/2026".
Nên viết: đúng ngày của văn bản được viện dẫn.
Mức an toàn khi sửa: không tự sửa; phải đối chiếu bản gốc.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.days import full_date, shown
from vanban.check.needs import Need
from vanban.check.rule import Rule, Seen
from vanban.check.rules.citations.reading import Citation, citations
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the date of every citation with the document's own."""
    today = full_date(document)
    for citation in document.once(citations):
        day = citation.issued_on
        if today and day and day > today and citation.symbol_year in (None, day.year):
            message = f"Văn bản được viện dẫn ghi ngày {shown(day)}, sau ngày của văn bản này ({shown(today)})."
            yield RULE.at(document, citation.start, citation.end, message)


def seen(document: CheckedDocument) -> Seen:
    """How many documents are cited, and how many with a date."""
    known: tuple[Citation, ...] = document.once(citations)
    return Seen("viện dẫn", len(known), sum(one.issued_on is not None for one in known))


RULE = Rule(
    "TG008", "cites-later-document", "Viện dẫn văn bản ban hành sau", Severity.ERROR, check,
    needs=frozenset({Need.DATE}), seen=seen,
)  # fmt: skip
