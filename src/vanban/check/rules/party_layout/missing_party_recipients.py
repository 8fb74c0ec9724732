"""TL015 missing-party-recipients: văn bản có phần ký mà không có nơi nhận.

Kiểm tra gì: văn bản có chữ ký thì có "Nơi nhận:".
Vì sao: nơi nhận là thành phần thể thức bắt buộc.
Ví dụ: chỉ có "T/M BAN THƯỜNG VỤ".
Nên viết: "Nơi nhận:" ở góc dưới bên trái, cạnh phần ký.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026; trước đó Hướng dẫn số 36-HD/VPTW ngày 03/4/2018.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import BOTH_GUIDES, GUIDE_2018_FROM
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
    "TL015", "missing-party-recipients", "Thiếu phần nơi nhận", Severity.WARNING, check,
    scope=Scope.PARTY, basis=BOTH_GUIDES, valid_from=GUIDE_2018_FROM,
)  # fmt: skip
