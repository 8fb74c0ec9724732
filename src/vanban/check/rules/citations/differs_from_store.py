"""VD014 differs-from-store: ngày của văn bản được viện dẫn khác ngày trong kho.

Kiểm tra gì: văn bản tìm thấy trong kho theo số, ký hiệu; ngày in trong viện dẫn không phải ngày của bản nào trong kho.
Vì sao: ngày hoặc số bị gõ nhầm.
Ví dụ: kho có "Kế hoạch số 12/KH-UBND ngày 10/01/2026", văn bản viện dẫn "ngày 01/10/2026".
Nên viết: đúng ngày trong kho.
Mức an toàn khi sửa: không tự sửa; nêu ngày trong kho.
Căn cứ: đối chiếu với kho văn bản mà người kiểm tra được xem.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban.check.days import shown
from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import Citation
from vanban.check.rules.citations.stored import stored_citations
from vanban.check.store import StoredDocument
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the date of every citation with the stored ones of its year, or that differ in the year only."""
    for citation, known in document.once(stored_citations):
        right = _clashing(citation, known)
        if right:
            dates = ", ".join(shown(day) for day in right)
            message = f"Trong kho, văn bản số này ghi ngày {dates}; kiểm tra lại ngày hoặc số."
            candidates = tuple(Candidate("date", shown(day), "ngày trong kho") for day in right)
            yield RULE.at(document, citation.start, citation.end, message, candidates=candidates)


def _clashing(citation: Citation, known: tuple[StoredDocument, ...]) -> list[date]:
    """The stored dates, when the printed one is none of them and cannot be that of another year's number."""
    day = citation.issued_on
    stored = [one.issued_on for one in known if one.issued_on]
    if day is None or day in stored:
        return []
    return [one for one in stored if one.year == day.year or (one.day, one.month) == (day.day, day.month)]


RULE = Rule(
    "VD014",
    "differs-from-store",
    "Ngày viện dẫn khác kho văn bản",
    Severity.WARNING,
    check,
    needs=frozenset({Need.STORE}),
)
