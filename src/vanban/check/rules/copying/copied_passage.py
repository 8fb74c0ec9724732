"""SC001 copied-passage: chép nguyên văn một đoạn của văn bản cấp trên.

Kiểm tra gì: đoạn từ 12 từ trở lên giống hệt văn bản cấp trên trong kho, không kể hoa, thường, dấu câu, ngắt dòng.
Vì sao: kế hoạch chép lại nhiệm vụ của cấp trên thì không nói ai ở cấp mình làm gì, bao giờ xong.
Ví dụ: kế hoạch xã chép nguyên câu "đẩy mạnh … trên địa bàn" của nghị quyết tỉnh.
Nên viết: việc cụ thể của cấp mình; khi cần thì viện dẫn số văn bản cấp trên.
Mức an toàn khi sửa: không tự sửa; đặt hai đoạn cạnh nhau để so sánh. Đoạn đã diễn đạt lại thì không phát hiện được.
Căn cứ: yêu cầu không chép lại nhiệm vụ của cấp trên khi cụ thể hóa; đề mục, căn cứ, trích dẫn, chỉ tiêu không tính.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.fingerprints import SHORTEST
from vanban.check.needs import Need
from vanban.check.rule import Rule, Seen
from vanban.check.rules.copying.overlap import Overlap, overlaps, own_words
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_LONG = 2 * SHORTEST
"""Words from which on nobody hits upon the same passage by chance."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report every passage with its source beside it."""
    for one in document.once(overlaps):
        message = f"Đoạn {one.words} từ giống nguyên văn {one.source.name}; viết việc cụ thể của cấp mình."
        yield RULE.at(
            document, *one.place, message, candidates=(_beside(one),),
            severity=Severity.WARNING if one.words >= _LONG else Severity.INFO,
        )  # fmt: skip


def seen(document: CheckedDocument) -> Seen:
    """How many words of its own the document has; all are compared."""
    count = sum(len(stretch) for stretch in document.once(own_words))
    return Seen("từ của lời văn", count, count)


def _beside(one: Overlap) -> Candidate:
    return Candidate("source", one.passage, one.source.name)


RULE = Rule(
    "SC001",
    "copied-passage",
    "Chép nguyên văn cấp trên",
    Severity.WARNING,
    check,
    needs=frozenset({Need.STORE}),
    seen=seen,
)
