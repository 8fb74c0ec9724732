"""CH020 mixed-range-dashes: dùng lẫn gạch nối và gạch ngang giữa hai số.

Kiểm tra gì: "2026-2030" và "2026–2030" trong cùng văn bản; báo một lần, ở chỗ đầu tiên của kiểu ít dùng hơn.
Vì sao: trình bày không thống nhất; tìm kiếm theo một kiểu sẽ sót kiểu kia.
Ví dụ: "giai đoạn 2021-2025" và "giai đoạn 2026–2030".
Nên viết: một kiểu gạch trong cả văn bản.
Mức an toàn khi sửa: không tự sửa; kiểu gạch do người soạn chọn.
Căn cứ: tính thống nhất của văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_RANGE = re.compile(r"\d(?<!\w\d)\d{3}\s?([-–])\s?\d{4}\b")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Count the signs between years."""
    by_sign: dict[str, list[re.Match[str]]] = {}
    for found in _RANGE.finditer(document.text):
        by_sign.setdefault(found.group(1), []).append(found)
    if len(by_sign) > 1:
        rare = min(by_sign.values(), key=len)[0]
        yield RULE.at(document, rare.start(), rare.end(), "Văn bản dùng lẫn gạch nối và gạch ngang giữa hai năm.")


RULE = Rule("CH020", "mixed-range-dashes", "Dùng lẫn hai kiểu gạch giữa hai số", Severity.INFO, check)
