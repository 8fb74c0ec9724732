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
from vanban.check.rules.citations.summing_up import MOST, each_or_one
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the citations without "số" in a document that otherwise writes it."""
    known = [one for one in document.once(citations) if one.title]
    lacking = [one for one in known if not one.has_so]
    if len(lacking) == len(known):
        return
    if len(lacking) > MOST:
        yield from each_or_one(RULE, document, lacking, "Thiếu chữ “số” trước số, ký hiệu")
        return
    for one in lacking:
        before, number = document.text[one.start : one.place.start], document.text[one.place.start : one.place.end]
        expected = f"{before.rstrip()} số {number}"
        yield RULE.at(document, one.start, one.place.end, "Thiếu chữ “số” trước số, ký hiệu.", expected=expected)


RULE = Rule(
    "VD016", "number-without-so", "Thiếu chữ “số”", Severity.INFO, check, fix=Fix.PROPOSED,
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I",
)  # fmt: skip
