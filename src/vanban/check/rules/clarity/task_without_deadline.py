"""6R002 task-without-deadline: nhiệm vụ không nêu thời hạn.

Kiểm tra gì: nhiệm vụ có thể kiểm đếm mà không có thời hạn, định kỳ, hạn chung; lời nhắc chung không xét.
Vì sao: không biết khi nào là quá hạn.
Ví dụ: "Sở Y tế trình phương án bố trí thuốc."
Nên viết: "Sở Y tế trình phương án bố trí thuốc trước ngày 15/4/2026."
Mức an toàn khi sửa: không tự sửa; chỉ nhắc, nhiều nhiệm vụ cùng thiếu thì nhắc một lần.
Căn cứ: nguyên tắc 6 rõ theo cách nói mà đơn vị chọn.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.clarity.reading import each_or_one, lacking, seen_tasks
from vanban.check.subject import CheckedDocument
from vanban.results import Element, Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Report the tasks that leave it open."""
    yield from each_or_one(
        RULE, document, lacking(document, Element.TIME), "không nêu thời hạn", "ghi ngày, tháng phải xong"
    )


RULE = Rule("6R002", "task-without-deadline", "Nhiệm vụ không nêu thời hạn", Severity.INFO, check, seen=seen_tasks)
