"""CT015 template-blank: chỗ trống của mẫu chưa điền.

Kiểm tra gì: dãy từ bốn dấu chấm (từ sáu nếu dính liền chữ đứng trước, vì bốn dấu khi ấy chỉ là dấu lửng), hai dấu
lửng hoặc ba dấu gạch dưới trở lên; "[…]", "(…)"; "ngày … tháng … năm" bỏ trống trong phần nội dung; lời nhắc "(ghi
rõ …)", "(tên cơ quan …)". Mẫu, đề cương, phụ lục kèm theo và dòng số, ngày ở đầu văn bản không tính.
Vì sao: văn bản ban hành còn chỗ trống thì không thi hành được.
Ví dụ: "hoàn thành trước ngày ...... tháng 6".
Nên viết: "hoàn thành trước ngày 10 tháng 6".
Mức an toàn khi sửa: không tự sửa; người soạn điền.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 10: dự thảo phải hoàn chỉnh trước khi ký.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.outline import own_parts
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure import marks
from vanban.text.sought import find_all

_BLANK = re.compile(
    r"(?<![\w,;)])\.{4,}|\.{6,}|(?<![\w,;)])…{2,}|…{3,}|(?:\.{3}\s){2,}|_{3,}|\[\s*(?:\.{2,}|…|_+)\s*\]|\(\s*(?:\.{2,}|…|_+)\s*\)"
    r"|\bngày\s+tháng\s+(?:\d{1,2}\s+)?năm\b|\bngày\s*(?:\.{2,}|…)\s*tháng"
    r"|\((?:ghi\s+rõ|ghi\s+cụ\s+thể|tên\s+cơ\s+quan|tên\s+đơn\s+vị|họ\s+và\s+tên|điền)\b[^()]{0,60}\)",
    re.I,
)
_OPENS = re.compile(r"[.…_\[(nN](?:(?<![nN])|(?=[gG][àÀ]))")
_SIGNS = ("....", "…", "... ", "___", "[", "(", "gày")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for blanks in the body of the document itself."""
    severity = unless_recognised(document, RULE.severity)
    for part in own_parts(document):
        for line in part.part.body:
            if line.table is None and not marks.MOTTO.search(line.text) and any(sign in line.text for sign in _SIGNS):
                for found in find_all(_BLANK, _OPENS, document.text, line.start, line.end):
                    message = "Chỗ trống của mẫu chưa điền."
                    yield RULE.at(document, found.start(), found.end(), message, severity=severity)


RULE = Rule("CT015", "template-blank", "Chỗ trống của mẫu chưa điền", Severity.WARNING, check)
