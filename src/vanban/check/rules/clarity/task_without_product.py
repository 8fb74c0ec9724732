"""6R003 task-without-product: nhiệm vụ không nêu sản phẩm.

Kiểm tra gì: nhiệm vụ có thể kiểm đếm mà không có sản phẩm (văn bản, danh mục, báo cáo, công trình).
Vì sao: không có gì để nghiệm thu.
Ví dụ: "Sở Y tế rà soát các trạm y tế trước ngày 15/4/2026."
Nên viết: "Sở Y tế rà soát, lập danh mục trạm y tế cần sửa chữa trước ngày 15/4/2026."
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
        RULE, document, lacking(document, Element.PRODUCT), "không nêu sản phẩm", "ghi kết quả phải có"
    )


RULE = Rule("6R003", "task-without-product", "Nhiệm vụ không nêu sản phẩm", Severity.INFO, check, seen=seen_tasks)
