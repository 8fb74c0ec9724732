"""CH022 party-and-state-case: "Đảng", "Nhà nước" viết thường khi chỉ chính Đảng, Nhà nước.

Kiểm tra gì: các cụm chắc chắn: "của đảng và nhà nước", "đảng, nhà nước", "của đảng" (không đứng trước "viên", "ủy",
"bộ", "phái"), "của nhà nước" đứng sau chủ trương, chính sách, pháp luật, quy định.
Vì sao: là danh từ chỉ tổ chức riêng, phải viết hoa.
Ví dụ: "chủ trương của đảng, pháp luật của nhà nước".
Nên viết: "chủ trương của Đảng, pháp luật của Nhà nước".
Mức an toàn khi sửa: đề nghị sửa; người soạn xem lại nghĩa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục III và mục V.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_SMALL = re.compile(r"đảng\b|nhà nước\b")
_PAIR = re.compile(r"(?:,|\s+và)\s+[Nn]hà\s+nước\b")
_COMPOUND = re.compile(r"\s+(?:viên|ủy|uỷ|bộ|phái|phí|đoàn|cấp)")
_KINDS = ("cơ quan ", "tổ chức ", "công tác ")
_BEFORE_STATE = ("Đảng và ", "Đảng, ", "của đảng và ", "của đảng, ", "pháp luật của ", "chính sách của ")
_WINDOW = 20


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the two names in small letters where they can be nothing else."""
    text = document.text
    for found in _SMALL.finditer(text):
        before = text[max(0, found.start() - _WINDOW) : found.start()]
        if before[-1:].isalnum():
            continue
        is_name = _is_party(text, found.end(), before) if found.group() == "đảng" else before.endswith(_BEFORE_STATE)
        if is_name:
            right = found.group().capitalize()
            message = f"“{found.group()}” ở đây chỉ tổ chức riêng; viết “{right}”."
            yield RULE.at(document, found.start(), found.end(), message, expected=right)


def _is_party(text: str, end: int, before: str) -> bool:
    if _PAIR.match(text, end):
        return not before.endswith(_KINDS)
    return before.endswith("của ") and _COMPOUND.match(text, end) is None


RULE = Rule(
    "CH022",
    "party-and-state-case",
    "Viết thường tên Đảng, Nhà nước",
    Severity.WARNING,
    check,
    fix=Fix.PROPOSED,
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục II",
)
