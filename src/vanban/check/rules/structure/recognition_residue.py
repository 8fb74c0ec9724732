"""CT018 recognition-residue: rác của máy nhận dạng hoặc của phần mềm ký số.

Kiểm tra gì: ký hiệu lạ giữa lời văn (¬, ¦, ‹, ›, ⁄, dấu hỏi trong hình thoi), chữ mã hóa kiểu "*ml*", nhãn
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

_SIGN = re.compile(r"[¬¦‹›⁄\\\ufffd¤§¶]+(?!\d)|\*(?=\w{1,3}\*(?!\w))")
_CODE = re.compile(r"\*\w+\*")
_LABEL = "\nChữ ký\n"


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for signs that no Vietnamese text has, and for the label of a signature box."""
    severity = unless_recognised(document, RULE.severity)
    text = document.text
    spans = [span for found in _SIGN.finditer(text) if (span := _residue(text, found))]
    label = text.find(_LABEL)
    if label >= 0:
        spans.append((label + 1, label + len(_LABEL) - 1))
    for start, end in spans:
        message = f"“{text[start:end]}” có lẽ là rác của máy nhận dạng hoặc của khung ký số."
        yield RULE.at(document, start, end, message, severity=severity)


def _residue(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """The span of the residue; None for a star that marks a note ("*1*")."""
    if found.group() != "*":
        return found.span()
    code = _CODE.match(text, found.start())
    before = text[found.start() - 1 : found.start()]
    if code is None or before.isalnum() or code.group().strip("*").isdigit():
        return None
    return code.span()


RULE = Rule("CT018", "recognition-residue", "Rác của máy nhận dạng, khung ký số", Severity.INFO, check)
