"""TG016 effective-before-signing: ngày có hiệu lực trước ngày ký.

Kiểm tra gì: "… này có hiệu lực (kể) từ ngày …" so với ngày ban hành.
Vì sao: hiệu lực trở về trước chỉ có trong trường hợp luật cho phép; thường là gõ nhầm năm hoặc ký chậm.
Ví dụ: quyết định ngày 05/3/2026 viết "Quyết định này có hiệu lực kể từ ngày 01/02/2026".
Nên viết: "có hiệu lực kể từ ngày ký" hoặc một ngày không sớm hơn ngày ký.
Mức an toàn khi sửa: không tự sửa; có việc được phép tính từ ngày trước đó.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.days import full_date, shown
from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.dates import match_date

_IN_FORCE = re.compile(
    r"\bnày\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:,?\s+kể)?\s+từ\s+(?=ngày\s)|\bnày\s+được\s+áp\s+dụng(?:\s+kể)?\s+từ\s+(?=ngày\s)",
    re.I,
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the day on which the document comes into force with its date."""
    today = full_date(document)
    for found in _IN_FORCE.finditer(document.text):
        phrase = match_date(document.text, found.end(), len(document.text))
        day = phrase.first() if phrase and phrase.kind == "date" else None
        if today and phrase and day and day < today:
            message = f"Ngày có hiệu lực ({shown(day)}) trước ngày ký ({shown(today)}); kiểm tra lại."
            yield RULE.at(document, phrase.start, phrase.end, message)


RULE = Rule(
    "TG016",
    "effective-before-signing",
    "Có hiệu lực trước ngày ký",
    Severity.WARNING,
    check,
    needs=frozenset({Need.DATE}),
)
