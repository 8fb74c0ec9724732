"""CT013 annex-numbering: số của các phụ lục trùng, nhảy cóc hoặc thiếu.

Kiểm tra gì: các tiêu đề "Phụ lục" của văn bản: số trùng, số nhảy cóc; có từ hai phụ lục mà không đánh số.
Vì sao: viện dẫn phụ lục sẽ sai hoặc không rõ.
Ví dụ: "PHỤ LỤC I", "PHỤ LỤC III".
Nên viết: "PHỤ LỤC I", "PHỤ LỤC II".
Mức an toàn khi sửa: không tự sửa; các chỗ viện dẫn phải đổi theo.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục III: từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.annexes import AnnexTitle, annex_titles
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the numbers of the annexes in their order."""
    severity = unless_recognised(document, RULE.severity)
    expected: int | None = None
    titles = [title for title in document.once(annex_titles) if title.is_annex]
    for title in titles:
        message = _defect(title, expected, alone=len(titles) == 1)
        if message:
            yield RULE.at(document, title.start, title.end, message, severity=severity)
        expected = (title.number or expected or 0) + 1


def _defect(title: AnnexTitle, expected: int | None, *, alone: bool) -> str | None:
    if title.number is None:
        return None if alone else "Văn bản có nhiều phụ lục nhưng phụ lục này không đánh số."
    if expected is None or title.number == expected or title.number == 1:
        return None
    if title.number < expected:
        return "Số của phụ lục này đã dùng hoặc đi lùi."
    return "Số của phụ lục nhảy cóc."


RULE = Rule("CT013", "annex-numbering", "Đánh số phụ lục sai", Severity.WARNING, check)
