"""SL018 percentage-points: chênh lệch giữa hai tỷ lệ ghi bằng "%" thay vì "điểm phần trăm".

Kiểm tra gì: "từ 60% lên 65%, tăng 5%": 5 là hiệu của hai tỷ lệ, không phải mức tăng tương đối.
Vì sao: tăng 5% của 60% là 63%; viết "5%" cho hiệu số làm người đọc hiểu sai.
Ví dụ: "tỷ lệ giải ngân từ 60% lên 65%, tăng 5%".
Nên viết: "tỷ lệ giải ngân từ 60% lên 65%, tăng 5 điểm phần trăm".
Mức an toàn khi sửa: đề xuất; người soạn xác nhận con số là hiệu của hai tỷ lệ.
Căn cứ: quy ước thống kê.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule
from vanban.check.rules.figures.reading.changes import changes
from vanban.check.rules.figures.reading.numbers import Role
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_POINTS = re.compile(r"\s*điểm", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for differences of two percentages that are printed with a percent sign."""
    for change in document.once(changes):
        by = change.by
        if by is None or by.role is not Role.PERCENT or change.new.role is not Role.PERCENT:
            continue
        is_difference = abs(abs(change.new.value - change.old.value) - by.value) <= by.step / 2
        if is_difference and not _POINTS.match(document.text, by.tail):
            yield RULE.at(
                document,
                by.start,
                by.tail,
                "Hiệu của hai tỷ lệ nên ghi là “điểm phần trăm”.",
                expected=f"{by.text} điểm phần trăm",
            )


RULE = Rule(
    "SL018",
    "percentage-points",
    "Hiệu của hai tỷ lệ ghi bằng phần trăm",
    Severity.INFO,
    check,
    fix=Fix.PROPOSED,
)
