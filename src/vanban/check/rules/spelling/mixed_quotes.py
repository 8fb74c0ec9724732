"""CH019 mixed-quotes: dùng lẫn hai kiểu ngoặc kép.

Kiểm tra gì: văn bản vừa có “ ” vừa có " "; báo một lần, ở chỗ đầu tiên của kiểu ít dùng hơn.
Vì sao: trình bày không thống nhất, thường do ghép từ nhiều nguồn.
Ví dụ: mục 1 viết “một cửa”, mục 2 viết "một cửa".
Nên viết: một kiểu ngoặc kép trong cả văn bản.
Mức an toàn khi sửa: không tự sửa; kiểu dấu do người soạn chọn.
Căn cứ: quy tắc chính tả về dấu câu; tính thống nhất của văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_STRAIGHT = re.compile(r'"(?<!\d")')
_CURLY = re.compile(r"[“”]")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Count the quotes of both kinds."""
    straight = list(_STRAIGHT.finditer(document.text))
    curly = list(_CURLY.finditer(document.text)) if straight else []
    if straight and curly:
        first = (straight if len(straight) <= len(curly) else curly)[0]
        message = f"Văn bản dùng lẫn ngoặc kép thẳng ({len(straight)} dấu) và ngoặc kép cong ({len(curly)} dấu)."
        yield RULE.at(document, first.start(), first.end(), message)


RULE = Rule("CH019", "mixed-quotes", "Dùng lẫn hai kiểu ngoặc kép", Severity.INFO, check)
