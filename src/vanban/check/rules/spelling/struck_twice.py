"""CH008 struck-twice: một chữ cái gõ hai lần, hoặc hai chữ cái cạnh nhau đổi chỗ.

Kiểm tra gì: từ không phải tiếng Việt mà bỏ một chữ lặp, hoặc đổi chỗ hai chữ cạnh nhau, thì thành đúng một tiếng.
Vì sao: lỗi gõ nhanh; chương trình soạn thảo không nhận ra.
Ví dụ: "Luuật Đất đai", "hội đồgn".
Nên viết: "Luật Đất đai", "hội đồng".
Mức an toàn khi sửa: đề nghị sửa; người soạn xem lại vì có thể còn cách đọc khác.
Căn cứ: quy tắc chính tả.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.nonwords import Kind, of_kind
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at words with a letter too many or two letters swapped."""
    severity = unless_recognised(document, RULE.severity)
    for found in of_kind(
        document,
        (
            Kind.DOUBLED_LETTER,
            Kind.SWAPPED_LETTERS,
        ),
    ):
        message = f"“{found.word}” không phải là từ; có lẽ là “{found.meant}”."
        yield RULE.at(document, found.start, found.end, message, expected=found.meant, severity=severity)


RULE = Rule(
    "CH008",
    "struck-twice",
    "Gõ lặp chữ cái hoặc đảo chữ cái",
    Severity.ERROR,
    check,
    fix=Fix.PROPOSED,
)
