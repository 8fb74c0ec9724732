"""CH009 words-run-together: hai tiếng viết liền không có dấu cách.

Kiểm tra gì: từ không phải tiếng Việt mà chỉ tách được theo một cách thành hai tiếng đúng. Tên riêng và từ mượn viết
liền không tính.
Vì sao: mất dấu cách khi gõ hoặc khi nối dòng.
Ví dụ: "Ủy ban nhândân tỉnh".
Nên viết: "Ủy ban nhân dân tỉnh".
Mức an toàn khi sửa: đề nghị sửa; người soạn xem lại nếu đó là tên riêng.
Căn cứ: quy tắc chính tả; các tiếng viết rời.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.nonwords import Kind, of_kind
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at non-words that come apart in one way."""
    severity = unless_recognised(document, RULE.severity)
    for found in of_kind(document, (Kind.RUN_TOGETHER,)):
        message = f"“{found.word}” viết dính hai tiếng; viết “{found.meant}”."
        yield RULE.at(document, found.start, found.end, message, expected=found.meant, severity=severity)


RULE = Rule(
    "CH009",
    "words-run-together",
    "Hai tiếng viết dính liền",
    Severity.WARNING,
    check,
    fix=Fix.PROPOSED,
)
