"""CH031 stray-mark: dấu rời, ký tự hỏng.

Kiểm tra gì: dấu thanh, dấu mũ đứng rời không ghép được vào chữ nào (hai dấu thanh trên một chữ, dấu trên phụ âm);
ký tự thay thế "\ufffd" do đọc sai bảng mã.
Vì sao: chữ hiện sai trên máy khác, tìm kiếm không ra.
Ví dụ: chữ "ấ" mang thêm một dấu huyền rời.
Nên viết: gõ lại tiếng ấy bằng Unicode dựng sẵn.
Mức an toàn khi sửa: không tự sửa; không biết dấu nào là đúng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục I: bộ mã Unicode theo Tiêu chuẩn Việt Nam TCVN 6909:2001.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_STRAY = re.compile(r"[\u0300-\u036f\ufffd]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]*$")
_LETTERS_AFTER = re.compile(r"[^\W\d_]*")
_LONGEST_WORD = 12


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for marks that composition left over; the text of a reader is composed."""
    if document.text.isascii():
        return
    for found in _STRAY.finditer(document.text):
        start, end = _word(document.text, found)
        message = f"“{document.text[start:end]}” có dấu rời hoặc ký tự hỏng; gõ lại."
        yield RULE.at(document, start, end, message)


def _word(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The word around the mark."""
    before = _LETTERS_BEFORE.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
    after = _LETTERS_AFTER.match(text, found.end(), found.end() + _LONGEST_WORD)
    return before.start() if before else found.start(), after.end() if after else found.end()


RULE = Rule("CH031", "stray-mark", "Dấu rời, ký tự hỏng", Severity.ERROR, check)
