"""6R006 two-leads: một nhiệm vụ có hai cơ quan cùng chủ trì.

Kiểm tra gì: hai cơ quan có tên riêng đứng liền trước "chủ trì"; nhóm ("các sở, ngành") do quy tắc khác xét.
Vì sao: hai nơi chủ trì thì nơi này chờ nơi kia; khi chậm không biết ai chịu trách nhiệm.
Ví dụ: "Sở Y tế, Sở Tài chính chủ trì lập phương án".
Nên viết: "Sở Y tế chủ trì, phối hợp với Sở Tài chính lập phương án".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: NĐ 315/2025/NĐ-CP, Điều 2 (mỗi nhiệm vụ giao một cơ quan chủ trì, đối với UBND cấp xã); nguyên tắc 6 rõ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import accountable, seen_tasks
from vanban.check.subject import CheckedDocument
from vanban.results import Actor, Finding, Severity, Task

_CHAIRS = re.compile(r"[^.;:()]{0,60}?\bchủ\s+trì\b", re.I)
_EACH_ITS_OWN = re.compile(
    r"\b(?:được\s+(?:giao|phân\s+công)|cơ\s+quan|đơn\s+vị|theo\s+(?:chức\s+năng|phân\s+công))\s[^.;]*$", re.I
)
_JOINT = 2


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Count the named bodies in front of the word that makes one of them the lead."""
    for task in document.once(accountable):
        leads = _named_leads(task)
        if len(leads) < _JOINT:
            continue
        last = leads[-1]
        chairs = _CHAIRS.match(document.text, last.end, task.end)
        if chairs and not _EACH_ITS_OWN.search(chairs.group()):
            names = ", ".join(lead.name for lead in leads)
            message = f"Nhiệm vụ có {len(leads)} cơ quan chủ trì ({names}); chọn một, các nơi khác phối hợp."
            yield RULE.at(document, leads[0].start, chairs.end(), message)


def _named_leads(task: Task) -> list[Actor]:
    """The leads printed in the task's own words; none when one of them is a group."""
    leads = [one for one in task.actors if one.role == "lead" and task.start <= one.start and one.end <= task.end]
    return [] if any(one.group for one in leads) else sorted(leads, key=lambda one: one.start)


RULE = Rule("6R006", "two-leads", "Hai cơ quan cùng chủ trì", Severity.WARNING, check, seen=seen_tasks)
