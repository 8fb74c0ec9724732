"""CH026 abbreviation-twice: một chữ viết tắt giải thích hai lần khác nhau.

Kiểm tra gì: các chỗ "tên đầy đủ (ABC)", "tên đầy đủ (viết tắt là ABC)" trong văn bản; cùng một chữ viết tắt mà tên
đầy đủ khác nhau.
Vì sao: người đọc không biết chữ viết tắt chỉ cơ quan hay việc nào.
Ví dụ: "Ban Quản lý dự án (BQL)" rồi "Bộ Quốc lập (BQL)".
Nên viết: hai chữ viết tắt khác nhau.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.abbreviations import introduced
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the full names of every abbreviation."""
    first: dict[str, str] = {}
    for short, full, start in document.once(introduced):
        known = first.setdefault(short, full) if full else full
        if known.lower() != full.lower():
            message = f"“{short}” đã được giải thích là “{known}”, ở đây là “{full}”."
            yield RULE.at(document, start, start + len(short), message)


RULE = Rule("CH026", "abbreviation-twice", "Chữ viết tắt giải thích hai cách", Severity.WARNING, check)
