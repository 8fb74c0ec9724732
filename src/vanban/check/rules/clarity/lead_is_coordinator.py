"""6R014 lead-is-coordinator: một cơ quan vừa chủ trì vừa phối hợp trong cùng nhiệm vụ.

Kiểm tra gì: tên cơ quan chủ trì xuất hiện lại ở phần phối hợp của chính nhiệm vụ đó.
Vì sao: thường do chép sót; có thể nơi phối hợp đúng ra là cơ quan khác.
Ví dụ: "Sở Y tế chủ trì, phối hợp với Sở Y tế, Sở Tài chính …".
Nên viết: "Sở Y tế chủ trì, phối hợp với Sở Tài chính …".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import seen_tasks
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.text.bodies import parse_body_list
from vanban.text.sought import find_all
from vanban.text.tokens import Tokens

_JOINS = re.compile(r"\bphối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s+", re.I)
_OPENS = re.compile(r"[Pp](?=[hH][ốỐ])")
_GROUP = re.compile(r"\b(?:[Cc]ác|[Mm]ỗi|[Tt]ừng)\b|\b(?:xã|phường)(?:,|$)")
"""Every unit of a group may work with the others."""
_LONGEST = 600


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the lead among those it is to work with."""
    for task in document.tasks:
        if len(task.leads) != 1:
            continue
        joined = next(find_all(_JOINS, _OPENS, document.text, task.start, task.end), None)
        if joined is None:
            continue
        listed = parse_body_list(Tokens(document.text, joined.end(), min(task.end, joined.end() + _LONGEST)), 0)
        again = (
            next((one for one in listed.bodies if one.name == task.leads[0] and not _GROUP.search(one.name)), None)
            if listed
            else None
        )
        if again:
            message = f"{again.name} vừa chủ trì vừa phối hợp; sửa một trong hai vai."
            yield RULE.at(document, again.start, again.end, message)


RULE = Rule("6R014", "lead-is-coordinator", "Vừa chủ trì vừa phối hợp", Severity.WARNING, check, seen=seen_tasks)
