"""6R009 work-for-hamlets: giao việc cho thôn, ấp, khu phố ngoài việc vận động nhân dân.

Kiểm tra gì: thôn, ấp, khóm, khu phố, tổ dân phố, bản, buôn (hoặc người đứng đầu) được giao chủ trì việc quản lý.
Vì sao: đó không phải cấp chính quyền, không có thẩm quyền, kinh phí, bộ máy để thực hiện.
Ví dụ: "Các ấp, khóm lập hồ sơ cấp giấy phép xây dựng".
Nên viết: "Ủy ban nhân dân xã lập hồ sơ …; các ấp, khóm tuyên truyền, vận động nhân dân".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Luật Tổ chức chính quyền địa phương năm 2025 (thôn, tổ dân phố là tổ chức tự quản của cộng đồng dân cư).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import accountable, opening, seen_tasks
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task

_HAMLET = re.compile(
    r"(?:(?:các|những|mỗi|từng|trưởng|tổ\s+trưởng|ban\s+nhân\s+dân|ban\s+điều\s+hành|ban\s+quản\s+lý|trưởng\s+ban\s+nhân\s+dân)\s+)*"
    r"(?:thôn|ấp|khóm|khu\s+phố|tổ\s+dân\s+phố|buôn|bản|làng|xóm|tổ\s+nhân\s+dân)\b(?!\s+(?:đồ|tin|quyền|sắc|vẽ|ghi|án|mẫu|hội))",
    re.I,
)
_NEAR = 30
_MOBILISING = re.compile(
    r"\b(?:tuyên\s+truyền|vận\s+động|phổ\s+biến|thông\s+báo|thông\s+tin|nhắc\s+nhở|phản\s+ánh|họp\s+dân|động\s+viên|"
    r"hòa\s+giải|hoà\s+giải|tự\s+quản|vệ\s+sinh|tham\s+gia|giám\s+sát|báo\s+cáo)\b",
    re.I,
)


def hamlet_among(leads: Sequence[str], work: str) -> str:
    """The hamlet that alone is to lead ``work`` which is more than mobilising people; "" when there is none."""
    hamlets = [name for name in leads if _HAMLET.match(name)]
    return hamlets[0] if hamlets and len(hamlets) == len(leads) and not _MOBILISING.search(work) else ""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the leads of every task that is more than mobilising people."""
    for task in document.once(accountable):
        hamlet = hamlet_among(task.leads, task.text)
        if hamlet and not _is_the_front(document, task):
            message = f"{hamlet} không phải cấp chính quyền; chỉ giao tuyên truyền, vận động, việc quản lý giao cấp xã."
            yield RULE.at(document, *opening(document, task), message)


def _is_the_front(document: CheckedDocument, task: Task) -> bool:
    """The Front has bodies of its own in hamlets ("Ban công tác Mặt trận các khu phố")."""
    leads = (one for one in task.actors if one.role == "lead")
    return document.header.side == "front" or any(
        "Mặt trận" in document.text[max(0, one.start - _NEAR) : one.end] for one in leads
    )


RULE = Rule("6R009", "work-for-hamlets", "Giao việc cho thôn, ấp, khu phố", Severity.WARNING, check, seen=seen_tasks)
