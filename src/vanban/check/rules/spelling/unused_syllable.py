"""CH006 unused-syllable: tiếng ghép đúng vần nhưng không từ nào dùng, hoặc tiếng khép thiếu dấu thanh.

Kiểm tra gì: các tiếng như "kiễm", "triễn", "nghỉa" (bảng các tiếng không dùng); tiếng tận cùng c, ch, p, t mà không
có dấu sắc hoặc nặng, khi chỉ có một từ thông dụng khớp.
Vì sao: viết lẫn hỏi với ngã hoặc bỏ sót dấu là lỗi thường gặp nhất, và tiếng ấy không thể là một từ khác.
Ví dụ: "kiễm tra", "triễn khai", "đươc giao".
Nên viết: "kiểm tra", "triển khai", "được giao".
Mức an toàn khi sửa: sửa ngay được; mỗi tiếng chỉ ứng với một từ.
Căn cứ: quy tắc chính tả; tiếng khép chỉ mang thanh sắc hoặc nặng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.nonwords import Kind, of_kind
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at syllables that no word has."""
    severity = unless_recognised(document, RULE.severity)
    for found in of_kind(
        document,
        (
            Kind.UNUSED,
            Kind.WRONG_CLOSED_TONE,
        ),
    ):
        message = f"“{found.word}” không phải là từ tiếng Việt; viết “{found.meant}”."
        yield RULE.at(document, found.start, found.end, message, expected=found.meant, severity=severity)


RULE = Rule(
    "CH006",
    "unused-syllable",
    "Viết sai hỏi, ngã hoặc thiếu dấu thanh của tiếng",
    Severity.ERROR,
    check,
    fix=Fix.SAFE,
)
