"""CT018 recognition-residue: rác của máy nhận dạng hoặc của phần mềm ký số.

Kiểm tra gì: ký hiệu lạ giữa lời văn (¬, ¦, ‹, ›, ⁄, \\, ~, dấu hỏi trong hình thoi), chữ mã hóa kiểu "*ml*", nhãn
"Chữ ký" của khung ký số đứng riêng một dòng.
Vì sao: không phải nội dung của văn bản; làm hỏng tìm kiếm và trích dẫn.
Ví dụ: "¬ Tổng hợp danh sách các xã".
Nên viết: "- Tổng hợp danh sách các xã".
Mức an toàn khi sửa: không tự sửa; người soạn xem lại bản gốc.
Căn cứ: quy tắc chính tả; Nghị định số 30/2020/NĐ-CP, Phụ lục I.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_RESIDUE = re.compile(
    r"[¬¦‹›⁄\\\ufffd¤§¶]+(?!\d)|(?<=\s)~(?=\s)|(?<!\w)\*\w{1,3}\*(?!\w)|^[ \t]*Chữ ký[ \t]*$", re.MULTILINE
)
_STAR = re.compile(r"\*\w+\*")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for signs that no Vietnamese text has."""
    severity = unless_recognised(document, RULE.severity)
    for found in _RESIDUE.finditer(document.text):
        if not (_STAR.fullmatch(found.group()) and found.group().strip("*").isdigit()):
            message = f"“{found.group().strip()}” có lẽ là rác của máy nhận dạng hoặc của khung ký số."
            yield RULE.at(document, found.start(), found.end(), message, severity=severity)


RULE = Rule("CT018", "recognition-residue", "Rác của máy nhận dạng, khung ký số", Severity.INFO, check)
