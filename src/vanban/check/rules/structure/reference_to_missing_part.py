"""CT014 reference-to-missing-part: viện dẫn điều, mục không có trong văn bản.

Kiểm tra gì: "Điều 9 Quyết định này", "Mục V Kế hoạch này", "mục IV nêu trên" mà văn bản không có điều, mục mang số
ấy. Viện dẫn văn bản khác không tính.
Vì sao: người đọc không tìm thấy chỗ được viện dẫn; thường do đánh số lại mà quên sửa chỗ viện dẫn.
Ví dụ: "theo Mục V Kế hoạch này" trong kế hoạch chỉ có bốn mục.
Nên viết: "theo Mục IV Kế hoạch này".
Mức an toàn khi sửa: không tự sửa; người soạn chọn đúng mục.
Căn cứ: phép đối chiếu với số mục của chính văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.numbering import lists_of, printed_between
from vanban.check.outline import annexes
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.markers import Family

_THIS = (
    r"(?:Quyết\s+định|Kế\s+hoạch|Chỉ\s+thị|Nghị\s+quyết|Chương\s+trình|Công\s+văn|Thông\s+báo|Quy\s+chế|Quy\s+định|"
    r"Hướng\s+dẫn|Đề\s+án)"
)
_BEHIND = rf"\s+(?:của\s+)?(?:{_THIS}\s+này\b|nêu\s+trên\b|ở\s+trên\b|trên\s+đây\b)"
_REFERENCE = re.compile(
    rf"\b(?:(?P<article>[Đđ]iều\s+(?P<number>\d{{1,3}}))|"
    rf"(?P<section>(?:[Mm]ục|[Pp]hần)\s+(?P<roman>[IVX]{{1,5}})))(?={_BEHIND})"
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look up every reference to an article or section of the document itself."""
    if annexes(document) or len(document.structure.parts) > 1:
        return
    labels = document.once(_labels)
    printed: dict[str, bool] = {}
    severity = unless_recognised(document, RULE.severity)
    for found in _REFERENCE.finditer(document.text):
        family, label = (Family.ARTICLE, found["number"]) if found["article"] else (Family.ROMAN, found["roman"])
        known = labels.get(family, frozenset())
        if not known or label in known:
            continue
        if label not in printed:
            printed[label] = printed_between(document.text, 0, len(document.text), f"{label}.")
        if not printed[label]:
            message = f"Văn bản này không có “{found.group().strip()}”."
            yield RULE.at(document, found.start(), found.end(), message, severity=severity)


def _labels(document: CheckedDocument) -> dict[Family, frozenset[str]]:
    """The printed numbers of the document by family."""
    found: dict[Family, set[str]] = {}
    for numbered in document.once(lists_of):
        for item in numbered.items:
            found.setdefault(item.family, set()).add(item.label)
    return {family: frozenset(labels) for family, labels in found.items()}


RULE = Rule("CT014", "reference-to-missing-part", "Viện dẫn mục không có trong văn bản", Severity.WARNING, check)
