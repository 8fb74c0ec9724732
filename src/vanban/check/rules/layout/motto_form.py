"""TD005 motto-form: dòng Tiêu ngữ sai chữ hoa hoặc sai gạch nối.

Kiểm tra gì: dòng Tiêu ngữ viết hoa chữ đầu mỗi cụm, giữa các cụm có gạch nối và có cách chữ.
Vì sao: Tiêu ngữ là thành phần cố định.
Ví dụ: "ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "Độc lập-Tự do-Hạnh phúc".
Nên viết: "Độc lập - Tự do - Hạnh phúc".
Mức an toàn khi sửa: an toàn; chỉ thay bằng dạng cố định.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_RIGHT = "Độc lập - Tự do - Hạnh phúc"


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the motto with its fixed form; a dash typed as "–" counts as a hyphen."""
    span = form_of(document).motto
    if span is None:
        return
    printed = " ".join(document.text[span.start : span.end].split())
    if printed.replace("–", "-").replace("—", "-").replace("−", "-") != _RIGHT:
        yield RULE.at(document, span.start, span.end, f"Tiêu ngữ phải là “{_RIGHT}”.", expected=_RIGHT)


RULE = Rule(
    "TD005", "motto-form", "Tiêu ngữ viết sai", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.1"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip
