"""VD001 citation-without-date: viện dẫn lần đầu mà không ghi ngày, tháng, năm của văn bản.

Kiểm tra gì: lần đầu một văn bản có số được nhắc trong lời văn; văn bản có năm trong ký hiệu bỏ qua.
Vì sao: số văn bản lặp lại mỗi năm, thiếu ngày thì không biết là văn bản nào.
Ví dụ: "theo Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh".
Nên viết: "theo Kế hoạch số 12/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh".
Mức an toàn khi sửa: không tự sửa; phải tra ngày ở bản gốc.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.6 (lần đầu ghi tên loại, số, ký hiệu, thời gian, cơ quan).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Seen
from vanban.check.rules.citations.reading import Citation, first_mentions, series_from
from vanban.check.rules.citations.summing_up import each_or_one
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the first mention of every cited document."""
    lacking = [group[0] for group in document.once(first_mentions) if _lacks_date(document, group)]
    message = "Viện dẫn lần đầu thiếu ngày, tháng, năm ban hành của văn bản"
    yield from each_or_one(RULE, document, lacking, message)


def seen(document: CheckedDocument) -> Seen:
    """How many documents are cited in running text."""
    count = len(document.once(first_mentions))
    return Seen("văn bản được viện dẫn", count, count)


def _lacks_date(document: CheckedDocument, group: tuple[Citation, ...]) -> bool:
    first = group[0]
    if first.issued_on or first.symbol_year or "QH" in first.symbol or _is_dated(document, first):
        return False
    noted = any(note.start <= one.start < note.end for one in group for note in document.structure.footnotes)
    return not noted and not any(one.issued_on and one.start - first.end < _SOON for one in group)


def _is_dated(document: CheckedDocument, first: Citation) -> bool:
    """A date that was not read counts, before the number or behind it, and so does one behind a series of numbers."""
    text = document.text
    if _DATE_AFTER.match(text, first.end) or _DATE_BEFORE.search(text[max(0, first.start - _NEAR) : first.start]):
        return True
    return any(one.issued_on for one in series_from(document, first))


_DATE_AFTER = re.compile(r"[\s,.]*ngày\b", re.I)
_DATE_BEFORE = re.compile(r"\bngày\s[^.;,]{3,30}$", re.I)
_NEAR = 40
_SOON = 400
"""A full form in the next sentence serves the reader as well."""

RULE = Rule(
    "VD001", "citation-without-date", "Viện dẫn lần đầu thiếu ngày", Severity.INFO, check, seen=seen,
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I",
)  # fmt: skip
