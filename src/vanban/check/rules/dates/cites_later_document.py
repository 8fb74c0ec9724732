"""TG008 cites-later-document: viện dẫn văn bản có ngày sau ngày của chính văn bản này.

Kiểm tra gì: ngày in cạnh số, ký hiệu của mọi văn bản được viện dẫn, so với ngày ban hành.
Vì sao: không thể căn cứ vào văn bản chưa có; một trong hai ngày bị gõ nhầm.
Ví dụ: công văn ngày 05/3/2026 viện dẫn "Công văn số 41/UBND-TH ngày 12/3/2026".
Nên viết: đúng ngày của văn bản được viện dẫn.
Mức an toàn khi sửa: không tự sửa; phải đối chiếu bản gốc.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban.check.needs import Need
from vanban.check.rule import Rule, Seen
from vanban.check.rules.citations.reading import citations
from vanban.check.rules.dates.reading import full_date, shown
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Reference, Severity
from vanban.text.dates import parse_iso


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the date of every citation with the document's own."""
    today = full_date(document)
    for citation, day in _dated(document):
        if today and day and day > today and not _is_own(document, citation):
            message = f"Văn bản được viện dẫn ghi ngày {shown(day)}, sau ngày của văn bản này ({shown(today)})."
            yield RULE.at(document, citation.start, citation.end, message)


def seen(document: CheckedDocument) -> Seen:
    """How many documents are cited, and how many with a date."""
    return Seen("viện dẫn", len(document.once(citations)), sum(day is not None for _, day in _dated(document)))


def _dated(document: CheckedDocument) -> list[tuple[Reference, date | None]]:
    return [(one, parse_iso(one.issued_on)) for one in document.once(citations)]


def _is_own(document: CheckedDocument, citation: Reference) -> bool:
    return (citation.number, citation.symbol) == (document.header.number, document.header.symbol)


RULE = Rule(
    "TG008", "cites-later-document", "Viện dẫn văn bản ban hành sau", Severity.ERROR, check,
    needs=frozenset({Need.DATE}), seen=seen,
)  # fmt: skip
