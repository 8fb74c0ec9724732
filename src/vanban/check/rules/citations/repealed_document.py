"""VD012 repealed-document: viện dẫn văn bản đã bị thay thế, bãi bỏ.

Kiểm tra gì: văn bản trong kho có ghi văn bản thay thế, bãi bỏ, tính đến ngày của văn bản này.
Vì sao: căn cứ vào văn bản hết hiệu lực thì việc giao không còn cơ sở.
Ví dụ: năm 2026 còn viện dẫn một nghị định đã bị thay thế từ năm 2025.
Nên viết: văn bản đang có hiệu lực.
Mức an toàn khi sửa: không tự sửa; nêu văn bản thay thế.
Căn cứ: đối chiếu với kho văn bản mà người kiểm tra được xem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import Citation
from vanban.check.rules.citations.stored import meant, stored_citations
from vanban.check.store import StoredDocument
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_ABOUT_REPEAL = re.compile(r"\b(?:thay\s+thế|bãi\s+bỏ|hết\s+hiệu\s+lực|sửa\s+đổi|trước\s+đây|hủy\s+bỏ)\b", re.I)
_NEAR = 90


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Ask the store what became of every cited document."""
    for citation, known in document.once(stored_citations):
        stored = meant(citation, known)
        if stored and stored.repealed_by and _no_longer_holds(document, stored) and not _is_told(document, citation):
            message = f"Văn bản này đã hết hiệu lực, thay bằng {stored.repealed_by}; viện dẫn văn bản mới."
            candidates = (Candidate("document", stored.repealed_by, "văn bản thay thế theo kho"),)
            yield RULE.at(document, citation.start, citation.end, message, candidates=candidates)


def _no_longer_holds(document: CheckedDocument, stored: StoredDocument) -> bool:
    return stored.repealed_on is None or document.today is None or stored.repealed_on <= document.today


def _is_told(document: CheckedDocument, citation: Citation) -> bool:
    around = document.text[max(0, citation.start - _NEAR) : citation.end + _NEAR]
    return bool(_ABOUT_REPEAL.search(around))


RULE = Rule(
    "VD012",
    "repealed-document",
    "Viện dẫn văn bản hết hiệu lực",
    Severity.WARNING,
    check,
    needs=frozenset({Need.STORE}),
)
