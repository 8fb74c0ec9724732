"""CH004 onset-spelling: ng/ngh, g/gh, c/k không hợp với nguyên âm đứng sau.

Kiểm tra gì: "ngh", "gh", "k" trước a, o, ô, ơ, u, ư; "ng", "g", "c" trước e, ê, i. Tên riêng, tiếng nước ngoài
không tính.
Vì sao: là lỗi chính tả rõ ràng, không có cách hiểu khác.
Ví dụ: "các sở, ban, nghành", "doanh ngiệp".
Nên viết: "các sở, ban, ngành", "doanh nghiệp".
Mức an toàn khi sửa: sửa ngay được.
Căn cứ: quy tắc chính tả về cách ghi âm đầu.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.nonwords import Kind, of_kind
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at onsets that do not fit the vowel."""
    severity = unless_recognised(document, RULE.severity)
    for found in of_kind(document, (Kind.WRONG_ONSET,)):
        message = f"“{found.word}” sai chính tả âm đầu; viết “{found.meant}”."
        yield RULE.at(document, found.start, found.end, message, expected=found.meant, severity=severity)


RULE = Rule(
    "CH004",
    "onset-spelling",
    "Viết sai âm đầu ng/ngh, g/gh, c/k",
    Severity.ERROR,
    check,
    fix=Fix.SAFE,
)
