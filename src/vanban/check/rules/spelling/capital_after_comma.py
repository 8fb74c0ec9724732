"""CH023 capital-after-comma: viết hoa từ nối sau dấu phẩy.

Kiểm tra gì: từ nối viết hoa ngay sau dấu phẩy trong một dòng ("…, Và …", "…, Để …"). Tên riêng không tính.
Vì sao: sau dấu phẩy câu chưa hết.
Ví dụ: "rà soát hồ sơ, Và tổng hợp báo cáo".
Nên viết: "rà soát hồ sơ, và tổng hợp báo cáo".
Mức an toàn khi sửa: đề nghị sửa; có thể dấu phẩy mới là chỗ sai.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục I: viết hoa vì phép đặt câu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.body_text import in_body
from vanban.check.language.words import is_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_CAPITAL = re.compile(
    r", ((?:Và|Các|Những|Để|Với|Theo|Trong|Khi|Nếu|Được|Do|Từ|Của|Cho|Nhưng|Nhằm|Góp|Đồng|Qua|Phải|Không|Cần|Là|Về)"
    r"(?= [^\W\d_A-ZĐ]))"
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for joining words with a capital behind a comma."""
    if is_recognised(document):
        return
    for found in _CAPITAL.finditer(document.text):
        if document.text[found.start() - 1 : found.start()].isalpha() and in_body(document, found.start()):
            right = found.group(1).lower()
            message = f"Sau dấu phẩy viết thường “{right}”, hoặc thay dấu phẩy bằng dấu chấm."
            yield RULE.at(document, found.start(1), found.end(), message, expected=right)


RULE = Rule("CH023", "capital-after-comma", "Viết hoa sau dấu phẩy", Severity.INFO, check, fix=Fix.PROPOSED)
