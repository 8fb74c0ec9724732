"""TG009 meeting-after-document: cuộc họp được thông báo diễn ra sau ngày của văn bản.

Kiểm tra gì: ngày họp, làm việc ở đoạn mở đầu của thông báo, kết luận, biên bản, so với ngày ban hành.
Vì sao: kết luận không thể có trước cuộc họp; ngày họp hoặc ngày văn bản bị gõ nhầm.
Ví dụ: thông báo ngày 05/3/2026 viết "Ngày 12/3/2026, … đã chủ trì họp".
Nên viết: đúng ngày họp.
Mức an toàn khi sửa: không tự sửa.
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
from vanban.text.dates import find_dates

_REPORTING_KINDS = frozenset({"thong_bao", "ket_luan", "bien_ban"})
_HELD = re.compile(
    r"\b(?:đã\s+)?(?:chủ\s+trì|họp|làm\s+việc|tiến\s+hành|tổ\s+chức|kết\s+luận|kiểm\s+tra|cho\s+ý\s+kiến)\b", re.I
)
_PLANNED = re.compile(
    r"\b(?:sẽ|dự\s+kiến|sắp|tới\s+đây|kính\s+mời|trước\s+(?:ngày|khi)|chậm\s+nhất|đến\s+ngày)\b", re.I
)
_OPENING = 3


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the day of the meeting in the first paragraphs of a document that reports one."""
    today = full_date(document)
    if today is None or document.header.kind not in _REPORTING_KINDS:
        return
    for line in document.structure.main.part.body[:_OPENING]:
        if line.marker or line.table or not _HELD.search(line.text) or _PLANNED.search(line.text):
            continue
        for phrase in find_dates(document.text, line.start, line.end):
            day = phrase.first() if phrase.kind == "date" and phrase.year else None
            if day and day > today and "/" not in document.text[phrase.start - 12 : phrase.start].rsplit(" ", 2)[-1]:
                message = f"Cuộc họp ghi ngày {shown(day)}, sau ngày của văn bản ({shown(today)})."
                yield RULE.at(document, phrase.start, phrase.end, message)
                return


RULE = Rule(
    "TG009", "meeting-after-document", "Cuộc họp diễn ra sau ngày của văn bản", Severity.ERROR, check,
    needs=frozenset({Need.DATE}),
)  # fmt: skip
