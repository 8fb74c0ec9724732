"""TL018 party-grounds-form: căn cứ không có gạch đầu dòng hoặc sai dấu cuối dòng.

Kiểm tra gì: mỗi căn cứ bắt đầu bằng gạch đầu dòng, cuối dòng dấu chấm phẩy, căn cứ cuối dấu chấm hoặc dấu phẩy.
Vì sao: thống nhất cách trình bày căn cứ.
Ví dụ: "Căn cứ Điều lệ Đảng" không có gạch đầu dòng.
Nên viết: "- Căn cứ Điều lệ Đảng;".
Mức an toàn khi sửa: cần người xem.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_DASH = re.compile(r"[-–]\s*")
_ENDS = (".", ",", ";", ":")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every ground of a list."""
    grounds = form_of(document).grounds
    for index, line in enumerate(grounds):
        last = index == len(grounds) - 1
        if not _DASH.match(line.text):
            yield RULE.at(document, line.start, line.end, "Căn cứ phải bắt đầu bằng gạch đầu dòng.")
        elif not line.text.endswith(_ENDS if last else ";"):
            mark = "dấu chấm hoặc dấu phẩy" if last else "dấu chấm phẩy"
            yield RULE.at(document, line.start, line.end, f"Cuối căn cứ này phải là {mark}.")


RULE = Rule(
    "TL018", "party-grounds-form", "Căn cứ trình bày không đúng", Severity.INFO, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip
