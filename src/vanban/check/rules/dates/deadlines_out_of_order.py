"""TG006 deadlines-out-of-order: bước sau có thời hạn sớm hơn bước trước.

Kiểm tra gì: các thời hạn của một nhiệm vụ theo thứ tự bước: xây dựng, trình, phê duyệt, triển khai, báo cáo kết quả.
Vì sao: không thể trình sản phẩm trước khi làm xong, không thể báo cáo kết quả trước khi triển khai.
Ví dụ: "hoàn thành dự thảo trước ngày 15/3/2026, trình trước ngày 10/3/2026".
Nên viết: "hoàn thành dự thảo trước ngày 10/3/2026, trình trước ngày 15/3/2026".
Mức an toàn khi sửa: không tự sửa; phải hỏi mốc nào đúng.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from vanban.check.days import shown
from vanban.check.rule import Rule, Seen
from vanban.check.rules.dates.reading import with_deadlines
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.dates import parse_iso
from vanban.text.deadlines import Deadline

_STAGES = (
    re.compile(r"\b(?:xây\s+dựng|soạn\s+thảo|dự\s+thảo|lấy\s+ý\s+kiến|hoàn\s+thiện|rà\s+soát)\b", re.I),
    re.compile(r"\b(?:trình|gửi|nộp|thẩm\s+định|báo\s+cáo)\b", re.I),
    re.compile(r"\b(?:phê\s+duyệt|ban\s+hành|thông\s+qua)\b", re.I),
    re.compile(r"\b(?:triển\s+khai|tổ\s+chức\s+thực\s+hiện|khởi\s+công)\b", re.I),
    re.compile(r"\b(?:báo\s+cáo\s+kết\s+quả|sơ\s+kết|tổng\s+kết|nghiệm\s+thu|bàn\s+giao)\b", re.I),
)
_CLAUSE_END = re.compile(r"\.\s|;\s*(?!báo\s+cáo|trình|gửi)")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare neighbouring deadlines of each task that belong to different steps."""
    for task, found in document.once(with_deadlines):
        begin = task.start
        steps = []
        for deadline in found:
            steps.append((_stage(document.text, begin, deadline), deadline, parse_iso(deadline.value)))
            begin = deadline.end
        for (earlier, first, first_day), (later, second, second_day) in pairwise(steps):
            broken = _CLAUSE_END.search(document.text, first.end, second.start)
            if first_day and second_day and not broken and 0 <= earlier < later and second_day < first_day:
                yield RULE.at(document, first.start, second.end, _message(first_day, second_day))


def seen(document: CheckedDocument) -> Seen:
    """How many tasks print two deadlines or more."""
    several = len(document.once(with_deadlines))
    return Seen("nhiệm vụ có nhiều thời hạn", several, several)


def _stage(text: str, begin: int, deadline: Deadline) -> int:
    """The last step named before the deadline; -1 when none is."""
    last, stage = -1, -1
    for number, words in enumerate(_STAGES):
        for found in words.finditer(text, begin, deadline.end):
            if found.start() >= last:
                last, stage = found.start(), number
    return stage


def _message(first: date, second: date) -> str:
    return f"Bước sau có thời hạn {shown(second)}, sớm hơn bước trước ({shown(first)}); đổi lại hai thời hạn."


RULE = Rule(
    "TG006", "deadlines-out-of-order", "Bước sau có thời hạn sớm hơn bước trước", Severity.WARNING, check, seen=seen
)
