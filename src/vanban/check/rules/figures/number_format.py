"""SL022 number-format: số viết theo kiểu Anh, dùng dấu chấm cho phần thập phân hoặc dấu phẩy cho hàng nghìn.

Kiểm tra gì: "12.5%", "7.5 tỷ đồng", "1,234,567", và số nhóm sai như "1.2345".
Vì sao: dấu chấm của tiếng Việt ngăn hàng nghìn, dấu phẩy ngăn phần thập phân; lẫn hai kiểu thì hiểu sai nghìn lần.
Ví dụ: "đạt 12.5% kế hoạch".
Nên viết: "đạt 12,5% kế hoạch".
Mức an toàn khi sửa: đề xuất; người soạn xác nhận dấu chấm là dấu thập phân.
Căn cứ: Nghị định số 30/2020/NĐ-CP và quy ước viết số trong tiếng Việt (TCVN 7870).
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
_FREE = r"(?<![\w/.,\-])"
_POINT = re.compile(rf"{_FREE}\d{{1,3}}\.\d{{1,2}}{_MEASURE}")
_COMMAS = re.compile(rf"{_FREE}\d{{1,3}}(?:,\d{{3}}){{2,}}(?![\d,])")
_BADLY_GROUPED = re.compile(
    rf"{_FREE}(?:\d{{1,3}}(?:\.\d{{3}})+\.\d{{1,2}}|\d{{1,3}}(?:\.\d{{3}})*\.\d{{4,6}}|\d{{4,}}\.\d{{3}}){_MEASURE}"
)
_NAMED = re.compile(r"\b(?:mục|điểm|khoản|phiên\s+bản|version|công\s+nghiệp|web|chuẩn)\s+$", re.I)
_REACH = 16


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the three wrong forms."""
    text = document.text
    if "." in text or "," in text:
        for pattern, message, swap in (
            (_POINT, "Phần thập phân ngăn bằng dấu phẩy.", (".", ",")),
            (_COMMAS, "Hàng nghìn ngăn bằng dấu chấm.", (",", ".")),
            (_BADLY_GROUPED, "Số chia nhóm sai: mỗi nhóm sau dấu chấm phải có ba chữ số.", None),
        ):
            for found in pattern.finditer(text):
                if not _NAMED.search(text, max(0, found.start() - _REACH), found.start()):
                    expected = found.group().replace(*swap) if swap else None
                    yield RULE.at(document, found.start(), found.end(), message, expected=expected)


RULE = Rule("SL022", "number-format", "Số viết sai kiểu tiếng Việt", Severity.WARNING, check, fix=Fix.PROPOSED)
