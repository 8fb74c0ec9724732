"""CH018 unbalanced-quotes: ngoặc kép mở mà không đóng, hoặc đóng mà không mở.

Kiểm tra gì: các dấu “ và ” theo thứ tự của cả văn bản; lời trích có thể dài nhiều đoạn. Dấu gõ ngược chiều
(”một cửa”) báo riêng.
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
    text = document.text
    open_at: int | None = None
    for found in _QUOTE.finditer(text):
        at, opens = found.start(), found.group() == "“"
        if opens is not _is_before_word(text, at) and opens is (open_at is not None):
            yield _turned_round(document, at)
            open_at = None if opens else at
        elif opens:
            if open_at is not None and not _begins_paragraph(text, at):
                yield _unclosed(document, open_at)
            open_at = at
        elif open_at is None:
            yield _unopened(document, at)
        else:
            open_at = None
    if open_at is not None:
        yield _unclosed(document, open_at)


def _is_before_word(text: str, at: int) -> bool:
    """True where an opening quote belongs: a word behind it and none before it."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return after.isalnum() and not before.isalnum()


def _begins_paragraph(text: str, at: int) -> bool:
    """True where a quotation of several paragraphs is opened anew for each of them."""
    return at == 0 or text[at - 1] == "\n"


def _turned_round(document: CheckedDocument, at: int) -> Finding:
    return RULE.at(document, at, at + 1, "Dấu ngoặc kép gõ ngược chiều.")


def _unclosed(document: CheckedDocument, at: int) -> Finding:
    word = _WORD.match(document.text, at)
    return RULE.at(document, at, word.end() if word else at + 1, "Ngoặc kép mở mà không đóng.")


def _unopened(document: CheckedDocument, at: int) -> Finding:
    word = _WORD_BEFORE.search(document.text, max(0, at - _LONGEST_WORD), at)
    return RULE.at(document, word.start() if word else at, at + 1, "Ngoặc kép đóng mà không mở.")


RULE = Rule("CH018", "unbalanced-quotes", "Ngoặc kép không đóng hoặc không mở", Severity.WARNING, check)
