"""VD016 number-without-so: viện dẫn thiếu chữ "số" trước số, ký hiệu.

Kiểm tra gì: tên loại đứng ngay trước số, ký hiệu mà không có chữ "số", khi nơi khác trong văn bản có ghi.
Vì sao: cách viện dẫn không thống nhất.
Ví dụ: "Kế hoạch 310/KH-UBND".
Nên viết: "Kế hoạch số 310/KH-UBND".
Mức an toàn khi sửa: đề xuất thêm chữ "số".
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule
from vanban.check.rules.citations.reading import citations
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the citations without "số" in a document that otherwise writes it."""
    known = [one for one in document.once(citations) if one.title]
    if not any(one.has_so for one in known):
        return
    for one in known:
        if not one.has_so:
            printed = document.text[one.start : one.place.end]
            expected = (
                f"{document.text[one.start : one.place.start].rstrip()} số {printed[one.place.start - one.start :]}"
            )
            message = "Thiếu chữ “số” trước số, ký hiệu."
            yield RULE.at(document, one.start, one.place.end, message, expected=expected)


RULE = Rule(
    "VD016", "number-without-so", "Thiếu chữ “số”", Severity.INFO, check, fix=Fix.PROPOSED,
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I",
)  # fmt: skip
