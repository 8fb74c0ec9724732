"""6R004 task-without-means: nhiệm vụ không nêu biện pháp, nguồn lực.

Kiểm tra gì: nhiệm vụ không nêu kinh phí, nhân lực, biện pháp, khi cách nói 6 rõ của đơn vị có yêu cầu.
Vì sao: giao việc mà không rõ lấy nguồn lực ở đâu.
Ví dụ: "Sở Y tế sửa chữa 10 trạm y tế trước ngày 15/10/2026."
Nên viết: "Sở Y tế sửa chữa 10 trạm y tế từ nguồn sự nghiệp y tế năm 2026, trước ngày 15/10/2026."
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
        RULE, document, lacking(document, Element.MEANS), "không nêu biện pháp, nguồn lực", "ghi nguồn lực, biện pháp"
    )


RULE = Rule("6R004", "task-without-means", "Nhiệm vụ không nêu nguồn lực", Severity.INFO, check, seen=seen_tasks)
