"""6R005 task-without-authority: nhiệm vụ không nêu thẩm quyền, trách nhiệm.

Kiểm tra gì: nhiệm vụ không nêu ai chịu trách nhiệm, ai quyết định, khi cách nói 6 rõ của đơn vị có yêu cầu.
Vì sao: khi vướng không biết ai quyết định.
Ví dụ: "Sở Y tế rà soát danh mục thuốc."
Nên viết: "Giám đốc Sở Y tế chịu trách nhiệm rà soát danh mục thuốc, trình Ủy ban nhân dân tỉnh quyết định."
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
        RULE,
        document,
        lacking(document, Element.AUTHORITY),
        "không nêu thẩm quyền, trách nhiệm",
        "ghi người chịu trách nhiệm, cấp quyết định",
    )


RULE = Rule("6R005", "task-without-authority", "Nhiệm vụ không nêu thẩm quyền", Severity.INFO, check, seen=seen_tasks)
