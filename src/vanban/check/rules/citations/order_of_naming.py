"""VD015 order-of-naming: viện dẫn không theo thứ tự tên loại, số, ký hiệu, ngày, cơ quan.

Kiểm tra gì: ngày đứng sau tên cơ quan ("số 12/KH-UBND của Ủy ban nhân dân tỉnh ngày 10/01/2026").
Vì sao: ngày đứng xa số dễ hiểu là ngày của việc khác.
Ví dụ: "Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh ngày 10/01/2026".
Nên viết: "Kế hoạch số 12/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh".
Mức an toàn khi sửa: không tự sửa; chỉ nhắc.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import citations
from vanban.check.rules.citations.summing_up import each_or_one
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for dates that stand behind the issuer."""
    found = [one for one in document.once(citations) if one.late_date and one.issuer]
    yield from each_or_one(RULE, document, found, "Ghi ngày ban hành ngay sau số, ký hiệu, trước tên cơ quan")


RULE = Rule(
    "VD015", "order-of-naming", "Viện dẫn sai thứ tự", Severity.INFO, check, basis="NĐ 30/2020/NĐ-CP, Phụ lục I"
)
