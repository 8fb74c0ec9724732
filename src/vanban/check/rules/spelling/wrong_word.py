"""CH010 wrong-word: gõ nhầm dấu hoặc chữ thành một từ khác trong cụm từ quen thuộc.

Kiểm tra gì: các cụm từ sai trong bảng ("chuyên đổi số", "phần đấu", "thầm quyền" …), xét cả từ đứng trước và đứng
sau để không bắt nhầm chỗ hai từ đứng cạnh nhau ngẫu nhiên ("tiến hành đồng bộ").
Vì sao: từng tiếng vẫn đúng chính tả nên chương trình soạn thảo không báo; sai nghĩa cả câu.
Ví dụ: "đẩy mạnh chuyên đổi số".
Nên viết: "đẩy mạnh chuyển đổi số".
Mức an toàn khi sửa: đề nghị sửa; người soạn xem lại câu.
Căn cứ: bảng cụm từ sai và đúng của quy tắc này.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.slips import slips_of
from vanban.check.language.words import like_phrase, unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the wrong phrases of the table."""
    severity = unless_recognised(document, RULE.severity)
    for slip in document.once(slips_of).typing:
        written = document.text[slip.start : slip.end]
        meant = like_phrase(written, slip.right)
        yield RULE.at(
            document, slip.start, slip.end, f"“{written}” gõ nhầm; viết “{meant}”.", expected=meant, severity=severity
        )


RULE = Rule("CH010", "wrong-word", "Gõ nhầm thành từ khác", Severity.ERROR, check, fix=Fix.PROPOSED)
