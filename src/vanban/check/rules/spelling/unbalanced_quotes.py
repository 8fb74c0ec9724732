"""CH018 unbalanced-quotes: ngoặc kép mở mà không đóng, hoặc đóng mà không mở.

Kiểm tra gì: các dấu “ và ” theo thứ tự của cả văn bản; lời trích có thể dài nhiều đoạn.
Vì sao: người đọc không biết lời trích từ đâu đến đâu.
Ví dụ: "phong trào “Toàn dân đoàn kết".
Nên viết: "phong trào “Toàn dân đoàn kết”".
Mức an toàn khi sửa: không tự sửa; chỗ đặt dấu còn thiếu do người soạn chọn.
Căn cứ: quy tắc chính tả về dấu câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.language.words import is_recognised
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_QUOTE = re.compile(r"[“”]")
_WORD = re.compile(r"\S{0,20}")
_WORD_BEFORE = re.compile(r"\S{0,20}$")
_LONGEST_WORD = 20


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Pair the quotes of the document in their order."""
    if is_recognised(document):
        return
    open_at: int | None = None
    for found in _QUOTE.finditer(document.text):
        if found.group() == "“":
            if open_at is not None and not _begins_paragraph(document.text, found.start()):
                yield _unclosed(document, open_at)
            open_at = found.start()
        elif open_at is None:
            yield _unopened(document, found.start())
        else:
            open_at = None
    if open_at is not None:
        yield _unclosed(document, open_at)


def _begins_paragraph(text: str, at: int) -> bool:
    """True where a quotation of several paragraphs is opened anew for each of them."""
    return at == 0 or text[at - 1] == "\n"


def _unclosed(document: CheckedDocument, at: int) -> Finding:
    word = _WORD.match(document.text, at)
    return RULE.at(document, at, word.end() if word else at + 1, "Ngoặc kép mở mà không đóng.")


def _unopened(document: CheckedDocument, at: int) -> Finding:
    word = _WORD_BEFORE.search(document.text, max(0, at - _LONGEST_WORD), at)
    return RULE.at(document, word.start() if word else at, at + 1, "Ngoặc kép đóng mà không mở.")


RULE = Rule("CH018", "unbalanced-quotes", "Ngoặc kép không đóng hoặc không mở", Severity.WARNING, check)
