"""TD031 grounds-punctuation: các căn cứ kết thúc dòng bằng dấu khác quy định.

Kiểm tra gì: cuối mỗi căn cứ là dấu chấm phẩy; cuối căn cứ cuối cùng của quyết định là dấu chấm.
Vì sao: thống nhất cách trình bày căn cứ.
Ví dụ: "Căn cứ Luật Tổ chức chính quyền địa phương," rồi căn cứ tiếp theo.
Nên viết: "Căn cứ Luật Tổ chức chính quyền địa phương;".
Mức an toàn khi sửa: an toàn; chỉ thay dấu ở cuối dòng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import Item, form_of
from vanban.check.rules.layout.reading.list_ends import wrong_ends
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_DECISION = re.compile(r"QUYẾT\s+(?:ĐỊNH|NGHỊ)\b")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the end of every ground of a list; a full stop ends the list above "QUYẾT ĐỊNH:"."""
    grounds = form_of(document).grounds
    items = list(grounds)
    after = next((line for line in form_of(document).body if grounds and line.start >= grounds[-1].end), None)
    if items and not (after and _DECISION.match(after.text)):
        items.append(Item(items[-1].end, items[-1].end, "."))
    for end in wrong_ends(document, items, between=";", last="."):
        yield RULE.at(document, end.start, end.end, end.message, expected=end.expected)


RULE = Rule(
    "TD031", "grounds-punctuation", "Dấu câu cuối căn cứ không đúng", Severity.INFO, check,
    scope=Scope.STATE, basis=annex("mục II.6"), valid_from=IN_FORCE, fix=Fix.SAFE,
)  # fmt: skip
