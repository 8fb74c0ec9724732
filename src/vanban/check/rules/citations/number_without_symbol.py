"""VD017 number-without-symbol: viện dẫn chỉ có số, thiếu ký hiệu.

Kiểm tra gì: tên loại và "số" rồi một con số không có ký hiệu, trong lời văn ("Nghị quyết số 49 của Bộ Chính trị").
Vì sao: nhiều cơ quan cùng có văn bản mang số ấy.
Ví dụ: "Chỉ thị số 32 của Ban Bí thư".
Nên viết: "Chỉ thị số 32-CT/TW ngày … của Ban Bí thư".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.places import body_spans
from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import citations
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_BARE = re.compile(
    r"\b(?:Nghị\s+quyết|Chỉ\s+thị|Kết\s+luận|Quyết\s+định|Kế\s+hoạch|Nghị\s+định|Thông\s+tư|Quy\s+định|Chương\s+trình|"
    r"Công\s+văn|Hướng\s+dẫn|Thông\s+báo)\s+số\s+(?P<number>\d{1,5})(?=\s*(?:,|của\b|ngày\b|về\b|\)|;))(?!\s*,\s*\d)"
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for numbers without a symbol that are not short for a fuller form in the same document."""
    known = {one.number.lstrip("0") for one in document.once(citations)}
    for start, end in document.once(body_spans):
        if " số " not in document.text[start:end]:
            continue
        for found in _BARE.finditer(document.text, start, end):
            if found["number"].lstrip("0") not in known:
                yield RULE.at(document, *found.span(), "Viện dẫn thiếu ký hiệu của văn bản.")


RULE = Rule(
    "VD017", "number-without-symbol", "Viện dẫn thiếu ký hiệu", Severity.INFO, check,
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I",
)  # fmt: skip
