"""VD006 two-numbers-for-one-document: cùng loại, cùng ngày, cùng trích yếu mà ghi hai số khác nhau.

Kiểm tra gì: hai viện dẫn cùng tên loại, ngày, trích yếu (từ bốn chữ trở lên) nhưng khác số.
Vì sao: một trong hai số sai; nơi nhận tìm không ra văn bản.
Ví dụ: "Kế hoạch số 12/KH-UBND ngày 10/01/2026 về phòng, chống lũ", rồi "số 21/KH-UBND" cùng ngày, cùng trích yếu.
Nên viết: cùng một số, đúng bản gốc.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import Citation, citations, same_issuer, same_subject
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the citations of one day and kind; of each number the first counts."""
    known: dict[object, dict[str, Citation]] = {}
    for citation in document.once(citations):
        if citation.issued_on is None or not citation.about:
            continue
        others = known.setdefault((citation.issued_on, citation.kind, citation.about[:_WORDS]), {})
        other = next((one for one in others.values() if _is_same(one, citation)), None)
        if other:
            message = (
                f"Cùng ngày, cùng trích yếu nhưng chỗ khác ghi số {other.number}/{other.symbol}; đối chiếu bản gốc."
            )
            candidate = Candidate("number", f"{other.number}/{other.symbol}", "số in ở chỗ khác")
            yield RULE.at(document, citation.start, citation.end, message, candidates=(candidate,))
        others.setdefault(citation.number, citation)


_WORDS = 4


def _is_same(first: Citation, second: Citation) -> bool:
    return first.number != second.number and same_issuer(first, second) and same_subject(first, second)


RULE = Rule("VD006", "two-numbers-for-one-document", "Một văn bản ghi hai số", Severity.WARNING, check)
