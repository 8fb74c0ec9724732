"""TG024 horizon-already-past: giao thực hiện chiến lược, mục tiêu "đến năm" đã qua.

Kiểm tra gì: "thực hiện, triển khai … đến năm N" mà N trước năm của văn bản.
Vì sao: văn bản gốc đã hết giai đoạn hoặc gõ nhầm năm; nơi nhận không biết thực hiện theo bản nào.
Ví dụ: kế hoạch năm 2026 giao "thực hiện Chiến lược tài chính toàn diện đến năm 2025".
Nên viết: tên chiến lược đang có hiệu lực và giai đoạn của nó.
Mức an toàn khi sửa: không tự sửa; có văn bản cũ vẫn được kéo dài.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.places import body_spans
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_HORIZON = re.compile(
    r"\b(?:thực\s+hiện|triển\s+khai)\s+(?:(?:có\s+hiệu\s+quả|hiệu\s+quả|tốt|các)\s+)?"
    r"(?P<what>(?:Chiến\s+lược|Chương\s+trình|Đề\s+án|Quy\s+hoạch|Kế\s+hoạch|mục\s+tiêu|chỉ\s+tiêu)[^.;:()\n\d]{4,120}?"
    r"đến\s+năm\s+(?P<year>20\d{2}))(?!\s*(?:[-–,(]|và\b|\d|tầm\s+nhìn|định\s+hướng))"
)
_SUMMARY = re.compile(r"\b(?:sơ\s+kết|tổng\s+kết|kết\s+quả|đánh\s+giá|trong\s+(?:thời\s+gian|năm)|đã)\b[^.;]*$", re.I)
_PERIOD = re.compile(r"\bgiai\s+đoạn\s+(20\d{2})\s*[-–]", re.I)
_NEAR = 60


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the last year of every programme to be carried out with the document's own year."""
    first_year = _first_year(document)
    for start, end in document.once(body_spans):
        for found in _HORIZON.finditer(document.text, start, end):
            before = document.text[max(start, found.start() - _NEAR) : found.start()]
            if int(found["year"]) < first_year and not _SUMMARY.search(before):
                message = (
                    f"Mốc “đến năm {found['year']}” đã qua khi văn bản này bắt đầu; kiểm tra lại năm hoặc văn bản gốc."
                )
                yield RULE.at(document, *found.span("what"), message)


def _first_year(document: CheckedDocument) -> int:
    """The year of the document, or the first of the period in its subject when that is later."""
    period = _PERIOD.search(document.header.subject or "")
    own = document.today.year if document.today else 0
    return max(own, int(period[1])) if period else own


RULE = Rule("TG024", "horizon-already-past", "Mốc “đến năm” đã qua", Severity.INFO, check, needs=frozenset({Need.DATE}))
