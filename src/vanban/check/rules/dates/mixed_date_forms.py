"""TG018 mixed-date-forms: ngày viết bằng số theo nhiều kiểu trong một văn bản.

Kiểm tra gì: dấu ngăn của các ngày viết đủ ngày, tháng, năm bằng số: "15/3/2026", "15-3-2026", "15.3.2026".
Vì sao: khó tìm, khó đối chiếu; khi trích số liệu dễ đọc nhầm.
Ví dụ: "từ ngày 10/3/2026 … đến ngày 15-3-2026".
Nên viết: một kiểu trong cả văn bản, "15/3/2026".
Mức an toàn khi sửa: đề xuất cùng ngày với dấu gạch chéo.
Căn cứ: quy ước trình bày thống nhất trong một văn bản.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vanban.check.places import body_spans
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.sought import find_all

_IN_FIGURES = re.compile(
    r"(?<![\w/.–-])ngày\s+(?P<date>(\d{1,2})(?P<mark>[/.\-–])(\d{1,2})(?P=mark)(\d{4}))(?!\d)", re.I
)
_OPENS = re.compile(r"[nN](?=[gG][àÀ])")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the dates that are written otherwise than most."""
    found = [
        one
        for start, end in document.once(body_spans)
        for one in find_all(_IN_FIGURES, _OPENS, document.text, start, end)
    ]
    marks = Counter(one["mark"] for one in found)
    if len(marks) < 2:
        return
    usual = "/" if "/" in marks else marks.most_common(1)[0][0]
    for one in found:
        if one["mark"] != usual:
            message = f"Văn bản này viết ngày với dấu “{usual}”; viết thống nhất một kiểu."
            yield RULE.at(document, *one.span("date"), message, expected=one["date"].replace(one["mark"], usual))


RULE = Rule("TG018", "mixed-date-forms", "Ngày viết nhiều kiểu", Severity.INFO, check, fix=Fix.PROPOSED)
