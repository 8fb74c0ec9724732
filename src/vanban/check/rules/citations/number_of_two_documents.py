"""VD009 number-of-two-documents: một số, ký hiệu dùng cho hai văn bản khác nhau.

Kiểm tra gì: cùng số, ký hiệu, cùng ngày, mà trích yếu hai nơi gần như không có chữ chung.
Vì sao: thường dán nhầm số của văn bản ở trên; một trong hai viện dẫn sai.
Ví dụ: "số 12/KH-UBND … về phòng, chống lũ", rồi "số 12/KH-UBND … về chuyển đổi số".
Nên viết: đúng số của từng văn bản.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import Citation, by_document, other_subject, same_issuer
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare what the citations of one number are said to be about."""
    for group in document.once(by_document).values():
        described = [one for one in group if one.about]
        for second in described[1:]:
            if all(_differs(first, second) for first in described if first.start < second.start):
                message = "Cùng số, ký hiệu này ở chỗ khác là một văn bản có trích yếu khác; đối chiếu bản gốc."
                yield RULE.at(document, second.start, second.end, message)


def _differs(first: Citation, second: Citation) -> bool:
    same_day = first.issued_on is not None and first.issued_on == second.issued_on
    return same_day and same_issuer(first, second) and other_subject(first, second)


RULE = Rule("VD009", "number-of-two-documents", "Một số dùng cho hai văn bản", Severity.INFO, check)
