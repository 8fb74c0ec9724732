"""CT004 mixed-numbering: một danh sách đánh số theo hai kiểu.

Kiểm tra gì: mục sau nối tiếp thứ tự của mục trước nhưng đổi từ chữ sang số hoặc ngược lại ("a)" rồi "2)"); cùng một
danh sách mà dấu sau số khác nhau ("1." rồi "2)", "I-" rồi "II.").
Vì sao: người đọc không biết các mục có cùng cấp hay không.
Ví dụ: "a) Rà soát", "2) Tổng hợp".
Nên viết: "a) Rà soát", "b) Tổng hợp".
Mức an toàn khi sửa: không tự sửa; kiểu đánh số do người soạn chọn.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6 (bố cục phần, chương, mục, điều, khoản, điểm).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.language.words import unless_recognised
from vanban.check.numbering import Item, NumberedList, lists_of, read_item
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.tree import Node


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for changes of style between neighbours and within lists."""
    severity = unless_recognised(document, RULE.severity)
    for part in document.structure.parts:
        for before, item in [*_changes(part.root), *_changes_of_level(part.root)]:
            message = f"“{item.printed}” nối tiếp “{before.printed}” nhưng đổi kiểu đánh số."
            yield RULE.at(document, item.start, item.end, message, severity=severity)
    for numbered in document.once(lists_of):
        for item, usual in _odd_signs(numbered):
            message = f"“{item.printed}” dùng dấu khác các mục cùng danh sách (kiểu “{usual.printed}”)."
            yield RULE.at(document, item.start, item.end, message, severity=Severity.INFO)


def _changes(root: Node) -> Iterator[tuple[Item, Item]]:
    """Neighbours under one parent, where the later one has no list of its own."""
    for node in [root, *root.walk()]:
        items = [item for child in node.children if (item := read_item(child))]
        known = {(item.family, item.value) for item in items}
        for before, item in pairwise(items):
            if _goes_on(before, item) and not known & {(item.family, before.value), (before.family, item.value)}:
                yield before, item


def _changes_of_level(root: Node) -> Iterator[tuple[Item, Item]]:
    """ "a)" and then "2)", read as an item of the level above though its sign is that of "a)"."""
    items = [item for node in root.walk() if (item := read_item(node))]
    for before, item in pairwise(items):
        if not _goes_on(before, item) or _sign(before) != _sign(item) or before.node.parent is item.node.parent:
            continue
        siblings = item.node.parent.children if item.node.parent else []
        first = next((one for one in map(read_item, siblings) if one and one.family is item.family), item)
        if _sign(first) != _sign(item):
            yield before, item


def _goes_on(before: Item, item: Item) -> bool:
    return item.family is not before.family and item.value == before.value + 1


def _odd_signs(numbered: NumberedList) -> Iterator[tuple[Item, Item]]:
    """Items whose signs are not those of most of their list."""
    signs = [_sign(item) for item in numbered.items]
    usual, times = Counter(signs).most_common(1)[0]
    if times == len(signs) or times == 1:
        return
    example = numbered.items[signs.index(usual)]
    yield from ((item, example) for item, sign in zip(numbered.items, signs, strict=True) if sign != usual)


def _sign(item: Item) -> str:
    """What is printed around the number itself; marks of emphasis and spaces do not count."""
    signs = "".join(char for char in item.printed if not char.isalnum() and char not in " *")
    return signs if "." not in item.label else signs[item.label.count(".") :]


RULE = Rule("CT004", "mixed-numbering", "Một danh sách đánh số theo hai kiểu", Severity.WARNING, check)
