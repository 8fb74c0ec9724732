"""TL019 submission-addressed: tờ trình của Đảng ghi "Kính gửi".

Kiểm tra gì: tờ trình của Đảng ghi "Kính trình", công văn ghi "Kính gửi".
Vì sao: mỗi loại văn bản có cách xưng riêng.
Ví dụ: tờ trình ghi "Kính gửi: Ban Thường vụ Tỉnh ủy".
Nên viết: "Kính trình: Ban Thường vụ Tỉnh ủy".
Mức an toàn khi sửa: cần người xem.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Fix, Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_WORDS = re.compile(r"\s*(?P<words>kính\s+gửi)", re.I)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at how a submission addresses."""
    line = form_of(document).addressed
    found = _WORDS.match(line.text) if line and document.header.kind == "to_trinh" else None
    if line and found:
        start, end = line.start + found.start("words"), line.start + found.end("words")
        message = "Tờ trình của Đảng ghi “Kính trình”."
        yield RULE.at(document, start, end, message, expected="Kính trình")


RULE = Rule(
    "TL019", "submission-addressed", "Tờ trình của Đảng ghi Kính gửi", Severity.INFO, check,
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM, fix=Fix.PROPOSED,
)  # fmt: skip
