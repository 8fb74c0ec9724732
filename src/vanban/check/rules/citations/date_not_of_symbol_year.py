"""VD007 date-not-of-symbol-year: năm của ngày ban hành khác năm trong số, ký hiệu.

Kiểm tra gì: văn bản quy phạm có năm trong ký hiệu ("30/2020/NĐ-CP") mà ngày in cạnh nó thuộc năm khác.
Vì sao: năm trong ký hiệu là năm ban hành; một trong hai chắc chắn sai.
Ví dụ: "Nghị định số 30/2020/NĐ-CP ngày 05/3/2021".
Nên viết: "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020".
Mức an toàn khi sửa: không tự sửa; nêu ngày với năm của ký hiệu.
Căn cứ: đối chiếu trong văn bản; số văn bản quy phạm pháp luật có năm ban hành.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Seen
from vanban.check.rules.citations.reading import citations
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the year of every symbol that has one with the date beside it."""
    for one in document.once(citations):
        if one.symbol_year and one.issued_on and one.symbol_year != one.issued_on.year:
            message = (
                f"Ký hiệu ghi năm {one.symbol_year}, ngày ban hành lại ghi năm {one.issued_on.year}; đối chiếu bản gốc."
            )
            proposed = f"{one.issued_on.day:02d}/{one.issued_on.month}/{one.symbol_year}"
            candidates = (Candidate("date", proposed, "cùng ngày, tháng trong năm của ký hiệu"),)
            yield RULE.at(document, one.start, one.end, message, candidates=candidates)


def seen(document: CheckedDocument) -> Seen:
    """How many citations have a year in the symbol, and how many of them a date."""
    known = [one for one in document.once(citations) if one.symbol_year]
    return Seen("viện dẫn có năm trong ký hiệu", len(known), sum(one.issued_on is not None for one in known))


RULE = Rule("VD007", "date-not-of-symbol-year", "Ngày khác năm trong ký hiệu", Severity.ERROR, check, seen=seen)
