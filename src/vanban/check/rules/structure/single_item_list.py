"""CT010 single-item-list: danh sách chỉ có một mục.

Kiểm tra gì: mục "1." hoặc "a)" đứng một mình trong mục lớn của nó, không có mục thứ hai.
Vì sao: có thứ nhất thì phải có thứ hai; thường do mất mục sau hoặc thừa số thứ tự.
Ví dụ: "2. Tổ chức thực hiện" chỉ có "a) Giao Sở Nội vụ …".
Nên viết: bỏ "a)", hoặc viết thêm "b)".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.numbering import label_after, lists_of, printed_between, section_end
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.markers import Family

_FAMILIES = frozenset({Family.ARABIC, Family.LETTER, Family.DECIMAL})

_REACH = 5_000
"""Characters to look ahead for a second item that was not read as one."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for lists of one item."""
    for numbered in document.once(lists_of):
        item = numbered.items[0]
        if len(numbered.items) > 1 or item.family not in _FAMILIES or item.value != 1:
            continue
        parent = item.node.parent
        section = (section_end(parent) if parent else None) or len(document.text)
        end = min(section, item.end + _REACH)
        if not printed_between(document.text, item.end, end, label_after(item, 2)):
            message = f"Danh sách chỉ có một mục “{item.printed}”."
            yield RULE.at(document, item.start, item.end, message)


RULE = Rule("CT010", "single-item-list", "Danh sách chỉ có một mục", Severity.INFO, check)
