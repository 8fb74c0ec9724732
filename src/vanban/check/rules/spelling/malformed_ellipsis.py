"""CH034 malformed-ellipsis: dấu lửng gõ sai.

Kiểm tra gì: hai chấm hoặc bốn, năm chấm liền nhau thay dấu lửng; dấu phẩy cả trước và sau dấu lửng (",...,"); chữ viết
liền sau dấu lửng. Dấu kết thúc văn bản "./." và chỗ trống của mẫu không tính.
Vì sao: dấu lửng có đúng ba chấm và viết cách chữ sau.
Ví dụ: "trường học, trạm y tế,..) xây dựng...hiện còn thiếu".
Nên viết: "trường học, trạm y tế...) xây dựng... hiện còn thiếu".
Mức an toàn khi sửa: đề nghị sửa.
Căn cứ: quy tắc chính tả về dấu câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.body_text import in_body
from vanban.check.language.words import is_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_DOTS = re.compile(r"\.{2,5}")
_ELLIPSIS = "..."
_WINDOW = 3


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every run of dots behind a word."""
    if is_recognised(document):
        return
    text = document.text
    for found in _DOTS.finditer(text):
        before = text[max(0, found.start() - _WINDOW) : found.start()].rstrip(" ,;")
        if not before or not before[-1].isalnum() or not in_body(document, found.start()):
            continue
        after = text[found.end() : found.end() + 2]
        message = _defect(found.group(), after, text[found.start() - 1])
        if message and after[:1] not in (".", "/"):
            yield RULE.at(document, found.start(), found.end(), message, expected=_meant(after))


def _defect(dots: str, after: str, before: str) -> str | None:
    if len(dots) != len(_ELLIPSIS):
        return f"Dấu lửng có ba chấm, ở đây {len(dots)} chấm."
    if before == after[:1] == ",":
        return "Thừa dấu phẩy trước hoặc sau dấu lửng."
    return "Thiếu dấu cách sau dấu lửng." if after[:1].isalpha() else None


def _meant(after: str) -> str:
    return f"{_ELLIPSIS} " if after[:1].isalpha() else _ELLIPSIS


RULE = Rule("CH034", "malformed-ellipsis", "Dấu lửng gõ sai", Severity.INFO, check, fix=Fix.PROPOSED)
