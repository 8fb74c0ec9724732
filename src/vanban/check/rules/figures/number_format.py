"""SL022 number-format: số viết theo kiểu Anh, dùng dấu chấm cho phần thập phân hoặc dấu phẩy cho hàng nghìn.

Kiểm tra gì: "12.5%", "7.5 tỷ đồng", "1,234,567", và số nhóm sai như "1.2345".
Vì sao: dấu chấm của tiếng Việt ngăn hàng nghìn, dấu phẩy ngăn phần thập phân; lẫn hai kiểu thì hiểu sai nghìn lần.
Ví dụ: "đạt 12.5% kế hoạch".
Nên viết: "đạt 12,5% kế hoạch".
Mức an toàn khi sửa: đề xuất; người soạn xác nhận dấu chấm là dấu thập phân.
Căn cứ: quy ước viết số trong tiếng Việt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_MEASURE = (
    r"(?=\s?[%‰]|\s(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|người|hộ|ha|km|km2|m2|m²|km²|tấn|tạ|kg|USD|giường|lượt|hồ\s+sơ)\b)"
)
_WRITTEN = re.compile(rf"\d(?<![\w/.,\-]\d)\d*(?:[.,]\d+)+(?![\w/])(?P<measured>{_MEASURE})?")
_POINT = re.compile(r"\d{1,3}\.\d{1,2}")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_BADLY_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+\.\d{1,2}|\d{1,3}(?:\.\d{3})*\.\d{4,6}|\d{4,}\.\d{3}")
_NAMED = re.compile(r"\b(?:mục|điểm|khoản|phiên\s+bản|version|công\s+nghiệp|web|chuẩn)\s+$", re.I)
_REACH = 16


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the three wrong forms."""
    text = document.text
    for found in _WRITTEN.finditer(text):
        printed = found.group()
        wrong = _wrong(printed, measured=found.group("measured") is not None)
        if wrong and not _NAMED.search(text, max(0, found.start() - _REACH), found.start()):
            message, expected = wrong
            yield RULE.at(document, found.start(), found.end(), message, expected=expected)


def _wrong(printed: str, *, measured: bool) -> tuple[str, str | None] | None:
    """What is wrong with a number and how to write it, if anything; points need a measure behind to be judged."""
    if _COMMAS.fullmatch(printed):
        return "Hàng nghìn ngăn bằng dấu chấm.", printed.replace(",", ".")
    if measured and _POINT.fullmatch(printed):
        return "Phần thập phân ngăn bằng dấu phẩy.", printed.replace(".", ",")
    if measured and _BADLY_GROUPED.fullmatch(printed):
        return "Số chia nhóm sai: mỗi nhóm sau dấu chấm phải có ba chữ số.", None
    return None


RULE = Rule("SL022", "number-format", "Số viết sai kiểu tiếng Việt", Severity.WARNING, check, fix=Fix.PROPOSED)
