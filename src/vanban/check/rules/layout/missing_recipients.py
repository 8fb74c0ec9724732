"""TD020 missing-recipients: văn bản có phần ký mà không có nơi nhận.

Kiểm tra gì: văn bản có chữ ký thì có "Nơi nhận:".
Vì sao: nơi nhận là thành phần thể thức bắt buộc, cho biết ai phải thực hiện và nơi lưu.
Ví dụ: chỉ có "TM. ỦY BAN NHÂN DÂN".
Nên viết: "Nơi nhận:" ở góc dưới bên trái, cạnh phần ký.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.9.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for recipients beside a signature; formats other than Word may have lost them on the way."""
    form = form_of(document)
    if form.capacities and form.recipients is None:
        line = form.capacities[0]
        severity = Severity.WARNING if document.layout else Severity.INFO
        message = "Thiếu phần “Nơi nhận:” cạnh phần ký."
        yield RULE.at(document, line.start, line.end, message, severity=severity)


RULE = Rule(
    "TD020", "missing-recipients", "Thiếu phần nơi nhận", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.9"), valid_from=IN_FORCE,
)  # fmt: skip
