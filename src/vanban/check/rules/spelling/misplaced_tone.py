"""CH003 misplaced-tone: dấu thanh đặt ở chữ cái không mang được dấu.

Kiểm tra gì: tiếng có dấu thanh ở chữ cái mà cả hai lối đặt dấu đều không dùng. "hòa" và "hoà" đều đúng, không tính.
Vì sao: máy tìm kiếm và máy đọc coi đó là một từ khác; thường do gõ dấu trước khi gõ hết vần.
Ví dụ: "hoàn thành tòan bộ", "qúy I", "đánh gía".
Nên viết: "hoàn thành toàn bộ", "quý I", "đánh giá".
Mức an toàn khi sửa: sửa ngay được; chữ không đổi, chỉ dời dấu.
Căn cứ: quy tắc chính tả; vị trí dấu thanh theo cấu tạo của vần.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.nonwords import Kind, of_kind
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at syllables whose tone stands where neither school of spelling puts it."""
    severity = unless_recognised(document, RULE.severity)
    for found in of_kind(document, (Kind.MISPLACED_TONE,)):
        message = f"“{found.word}” đặt dấu thanh sai chữ cái; viết “{found.meant}”."
        yield RULE.at(document, found.start, found.end, message, expected=found.meant, severity=severity)


RULE = Rule(
    "CH003",
    "misplaced-tone",
    "Đặt dấu thanh sai chữ cái",
    Severity.ERROR,
    check,
    fix=Fix.SAFE,
)
