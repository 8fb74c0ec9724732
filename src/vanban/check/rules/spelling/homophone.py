"""CH011 homophone: viết lẫn các từ đồng âm, gần âm.

Kiểm tra gì: các cụm từ viết sai theo cách nói ("bổ xung", "sát nhập", "chia sẽ", "cũng cố", "chỉnh sữa" …) trong bảng.
Vì sao: là lỗi dùng từ; văn bản chính thức phải viết đúng từ.
Ví dụ: "sữa đổi, bổ xung một số điều".
Nên viết: "sửa đổi, bổ sung một số điều".
Mức an toàn khi sửa: đề nghị sửa; người soạn xem lại câu.
Căn cứ: từ điển tiếng Việt; bảng cụm từ sai và đúng của quy tắc này.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.slips import slips_of
from vanban.check.language.words import like_phrase, unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for words taken for one another."""
    severity = unless_recognised(document, RULE.severity)
    for slip in document.once(slips_of).habits:
        written = document.text[slip.start : slip.end]
        meant = like_phrase(written, slip.right)
        yield RULE.at(
            document,
            slip.start,
            slip.end,
            f"“{written}” dùng sai từ; viết “{meant}”.",
            expected=meant,
            severity=severity,
        )


RULE = Rule("CH011", "homophone", "Viết sai từ đồng âm, gần âm", Severity.ERROR, check, fix=Fix.PROPOSED)
