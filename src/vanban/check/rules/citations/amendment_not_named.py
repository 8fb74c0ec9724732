"""VD013 amendment-not-named: viện dẫn văn bản đã được sửa đổi mà không nêu văn bản sửa đổi.

Kiểm tra gì: văn bản trong kho có ghi văn bản sửa đổi, bổ sung; lần viện dẫn đầu không nêu việc sửa đổi.
Vì sao: người đọc có thể làm theo nội dung cũ.
Ví dụ: "theo Nghị định số 10/2020/NĐ-CP" khi nghị định này đã được sửa đổi.
Nên viết: "theo Nghị định số 10/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số …)".
Mức an toàn khi sửa: không tự sửa; chỉ nhắc.
Căn cứ: đối chiếu với kho văn bản mà người kiểm tra được xem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.rules.citations.stored import meant, stored_citations
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_AMENDED = re.compile(r"\b(?:sửa\s+đổi|bổ\s+sung|hợp\s+nhất|VBHN)\b", re.I)
_NEAR = 160


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Ask the store whether every cited document has been amended."""
    for citation, known in document.once(stored_citations):
        stored = meant(citation, known)
        following = document.text[citation.start : citation.end + _NEAR]
        if stored and stored.amended_by and not _AMENDED.search(following):
            names = "; ".join(stored.amended_by)
            message = f"Văn bản này đã được sửa đổi, bổ sung bởi {names}; nêu rõ bản đang áp dụng."
            yield RULE.at(document, citation.start, citation.end, message)


RULE = Rule(
    "VD013", "amendment-not-named", "Không nêu văn bản sửa đổi", Severity.INFO, check, needs=frozenset({Need.STORE})
)
