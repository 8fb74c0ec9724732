"""TD032 article-form: sau số của điều là dấu hai chấm.

Kiểm tra gì: điều viết "Điều 1." với chữ số Ả Rập và dấu chấm.
Vì sao: thống nhất cách viện dẫn điều, khoản.
Ví dụ: "Điều 1: Phạm vi".
Nên viết: "Điều 1. Phạm vi".
Mức an toàn khi sửa: an toàn; chỉ thay dấu hai chấm.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_COLON = re.compile(r"Điều\s+\d{1,3}(?P<sign>\s*:)")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the lines that begin an article."""
    for line in form_of(document).body:
        found = _COLON.match(line.text) if line.text.startswith("Điều") else None
        if found:
            start, end = line.start + found.start("sign"), line.start + found.end("sign")
            yield RULE.at(document, start, end, "Sau số của điều là dấu chấm.", expected=".")


RULE = Rule(
    "TD032", "article-form", "Sau số của Điều không phải dấu chấm", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.6"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip
