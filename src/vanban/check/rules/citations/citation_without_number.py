"""VD018 citation-without-number: căn cứ, thực hiện một văn bản cụ thể mà không ghi số.

Kiểm tra gì: "theo, thực hiện, căn cứ" rồi tên loại, "của" một cơ quan, "về" một việc, mà không có số, ký hiệu.
Vì sao: nơi nhận không tra được văn bản.
Ví dụ: "thực hiện Kế hoạch của Ban Thường vụ Tỉnh ủy về đào tạo cán bộ năm 2026".
Nên viết: "thực hiện Kế hoạch số 26-KH/TU ngày 10/01/2026 của Ban Thường vụ Tỉnh ủy về đào tạo cán bộ năm 2026".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.places import body_spans
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_NAMED = re.compile(
    r"\b(?:[Cc]ăn\s+cứ|[Tt]heo|[Tt]hực\s+hiện|[Tt]riển\s+khai)\s+(?P<cited>(?:Quyết\s+định|Kế\s+hoạch|Công\s+văn|"
    r"Thông\s+báo|Chỉ\s+thị|Kết\s+luận|Hướng\s+dẫn|Công\s+điện|Nghị\s+quyết|Chương\s+trình)\s+của\s+"
    r"(?=[A-ZĐỦ])(?!Đại\s+hội)[^.;,()\d\n]{3,60}?)(?=\s+về\s)"
)
_NUMBER_NEAR = re.compile(r"\d+\s*[-/]\s*[A-ZĐ]")
_NEAR = 160


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for documents that are named by issuer and subject alone."""
    for start, end in document.once(body_spans):
        for found in _NAMED.finditer(document.text, start, end):
            if not _NUMBER_NEAR.search(document.text, found.end(), min(end, found.end() + _NEAR)):
                message = "Viện dẫn thiếu số, ký hiệu, ngày của văn bản; ghi đủ để nơi nhận tra được."
                yield RULE.at(document, *found.span("cited"), message)


RULE = Rule(
    "VD018",
    "citation-without-number",
    "Viện dẫn không ghi số",
    Severity.INFO,
    check,
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I",
)
