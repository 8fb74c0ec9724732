"""TG017 period-differs-from-title: cùng một tên mà giai đoạn khác trích yếu.

Kiểm tra gì: chỗ trong thân văn bản nhắc lại đúng các từ trước "giai đoạn …" của trích yếu nhưng in giai đoạn khác.
Vì sao: kế hoạch thường soạn từ bản của giai đoạn trước; sót chỗ chưa sửa thì không rõ kế hoạch cho thời gian nào.
Ví dụ: trích yếu "phát triển du lịch giai đoạn 2026-2030", thân viết "phát triển du lịch giai đoạn 2021-2025".
Nên viết: cùng giai đoạn với trích yếu; nếu nói về văn bản cũ thì nêu số của văn bản cũ.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.places import body_spans
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_PERIOD = re.compile(r"\bgiai\s+đoạn\s+(\d{4})\s*[-–]\s*(\d{4})", re.I)
_ABOUT_ANOTHER = re.compile(
    r"\b(?:kết\s+quả|tổng\s+kết|sơ\s+kết|đánh\s+giá|quyết\s+định|nghị\s+quyết|kế\s+hoạch\s+số|số\s+\d|trước|so\s+với|"
    r"kế\s+thừa|đề\s+án|chương\s+trình|báo\s+cáo)\b",
    re.I,
)
_WORDS = 6
_BEFORE = 160


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the period of every repetition of the title's last words with the title's period."""
    subject = document.header.subject or ""
    named = _PERIOD.search(subject)
    title = _last_words(subject[: named.start()]) if named else []
    if named is None or len(title) < _WORDS:
        return
    for start, end in document.once(body_spans):
        for found in _PERIOD.finditer(document.text, start, end):
            before = document.text[max(start, found.start() - _BEFORE) : found.start()]
            differs = found.group(1, 2) != named.group(1, 2)
            if differs and _last_words(before) == title and not _ABOUT_ANOTHER.search(before):
                message = (
                    f"Trích yếu ghi giai đoạn {named[1]}-{named[2]}, ở đây ghi {found[1]}-{found[2]}; thống nhất lại."
                )
                yield RULE.at(document, *found.span(), message)


def _last_words(text: str) -> list[str]:
    return text.lower().replace(",", " ").split()[-_WORDS:]


RULE = Rule("TG017", "period-differs-from-title", "Giai đoạn khác trích yếu", Severity.WARNING, check)
