"""TG012 deadline-stated-twice: một việc có hai thời hạn khác nhau.

Kiểm tra gì: thời hạn của một nhiệm vụ được nhắc lại trong ngoặc với ngày khác.
Vì sao: nơi nhận làm theo thời hạn muộn, nơi giao đôn đốc theo thời hạn sớm.
Ví dụ: "hoàn thành trước ngày 15/3/2026 (hoàn thành trước ngày 20/3/2026)".
Nên viết: một thời hạn.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.days import shown
from vanban.check.rule import Rule
from vanban.check.rules.dates.reading import with_deadlines
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_REPEATED = re.compile(
    r"\s*,?\s*|[^.;()]{0,80}?\(\s*(?:yêu\s+cầu\s+|thời\s+hạn\s*:?\s*|phải\s+|xong\s+|hoàn\s+thành\s+|hạn\s+(?:cuối|chót)\s*:?\s*)*",
    re.I,
)
_STEP = re.compile(
    r"\b(?:trình|gửi|báo\s+cáo|phê\s+duyệt|ban\s+hành|lấy\s+ý\s+kiến|dự\s+thảo|riêng|đối\s+với|giai\s+đoạn)\b", re.I
)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare a deadline with its repetition in brackets."""
    for _, found in document.once(with_deadlines):
        for first, second in pairwise(found):
            between = document.text[first.end : second.start]
            if first.value != second.value and _REPEATED.fullmatch(between) and not _STEP.search(between):
                message = (
                    f"Một việc có hai thời hạn: {shown(first.value)} và {shown(second.value)}; giữ lại một thời hạn."
                )
                yield RULE.at(document, first.start, second.end, message)


RULE = Rule("TG012", "deadline-stated-twice", "Một việc có hai thời hạn khác nhau", Severity.WARNING, check)
