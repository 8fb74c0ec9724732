"""CT016 drafting-note: ghi chú soạn thảo còn sót trong văn bản.

Kiểm tra gì: "TODO", "xxx", "???", "(bổ sung sau)", "(cần kiểm tra lại)", "(xin ý kiến)", "[chờ số liệu]" và các lời
dặn tương tự trong ngoặc. Mẫu, đề cương và phụ lục kèm theo không tính.
Vì sao: là lời dặn giữa những người soạn, không phải nội dung của văn bản.
Ví dụ: "đạt xx% (bổ sung số liệu sau)".
Nên viết: "đạt 85%".
Mức an toàn khi sửa: không tự sửa; người soạn bổ sung rồi xóa ghi chú.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 10: dự thảo phải hoàn chỉnh trước khi ký.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.outline import own_parts
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_WORDS = (
    r"(?:cần|chờ|sẽ|đề\s+nghị|nhờ|xin)?\s*(?:bổ\s+sung|cập\s+nhật|kiểm\s+tra|xem|rà|xác\s+minh|hỏi|điền|sửa|viết|tính)\s+"
    r"(?:thêm\s+|số\s+liệu\s+|nội\s+dung\s+)?(?:sau|lại|tiếp)"
)
_NOTE = re.compile(
    rf"\bTODO\b|\bFIXME\b|\?{{2,}}|(?<![\w.@/-])[xX]{{2,}}(?=\s*%|\s|[.,;)]|$)|[(\[](?:{_WORDS}|chờ\s+số\s+liệu|chưa\s+có\s+số\s+liệu|"
    rf"xin\s+ý\s+kiến\s+anh|ý\s+kiến\s+của\s+anh|anh\s+xem|chị\s+xem|em\s+xem)[^()\[\]]{{0,40}}[)\]]",
    re.I,
)
_SIGNS = ("TODO", "FIXME", "??", "xx", "XX", "(", "[", "todo")
_ROMAN = re.compile(r"[xX]{2,3}(?:[IV]+)?")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for words between drafters in the body of the document itself."""
    for part in own_parts(document):
        for line in part.part.body:
            if line.table is None and any(sign in line.text for sign in _SIGNS):
                for found in _NOTE.finditer(document.text, line.start, line.end):
                    if not _is_roman(document.text, found):
                        yield RULE.at(document, found.start(), found.end(), "Ghi chú soạn thảo còn sót trong văn bản.")


def _is_roman(text: str, found: re.Match[str]) -> bool:
    """True for "khóa XX", "thế kỷ XX": capitals behind a word, and no sign of percent after."""
    return (
        found.group().isupper()
        and _ROMAN.fullmatch(found.group()) is not None
        and text[found.end() : found.end() + 1] != "%"
    )


RULE = Rule("CT016", "drafting-note", "Ghi chú soạn thảo còn sót", Severity.WARNING, check)
