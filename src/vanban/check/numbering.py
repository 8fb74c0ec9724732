"""The numbered lists of a document, with the value of every printed number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.check.subject import CheckedDocument
from vanban.structure.lines import Line
from vanban.structure.markers import Family
from vanban.structure.tree import Node

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Letters of points in their order: without ă, â, ê, ô, ơ, ư, as documents print them."""
_OPENING = re.compile(r"(?:\s*[*_]*\s*[^\s*_]+){1,4}")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
NUMBERED = frozenset({Family.ROMAN, Family.ARTICLE, Family.ARABIC, Family.DECIMAL, Family.LETTER, Family.ENCLOSED})


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered line: its printed number without the space behind it, and the place of it in the list (1, 2, …)."""

    node: Node
    line: Line
    family: Family
    label: str
    printed: str
    value: int

    @property
    def start(self) -> int:
        """Where the number is printed."""
        return self.line.start

    @property
    def end(self) -> int:
        """The end of the printed number."""
        return self.line.start + len(self.printed)

    @property
    def end_of_opening(self) -> int:
        """The end of the first words behind the number: they tell which of two equal numbers is meant."""
        opening = _OPENING.match(self.line.text, len(self.printed))
        return self.line.start + (opening.end() if opening else len(self.printed))


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items of one family under one parent, in reading order; a new list begins where the first number comes back.

    Articles are numbered through all chapters of a part and make one list.
    """

    items: tuple[Item, ...]


def lists_of(document: CheckedDocument) -> tuple[NumberedList, ...]:
    """All numbered lists of ``document``; ask for them with ``document.once(lists_of)``."""
    found: list[NumberedList] = []
    for part in document.structure.parts:
        quoted = _quoted_lines(part.part.body)
        found += _articles(part.root, quoted)
        for node in [part.root, *part.root.walk()]:
            if node.children:
                found += _lists(node.children, quoted)
    return tuple(found)


def _quoted_lines(lines: tuple[Line, ...]) -> set[int]:
    """Where lines begin that lie in a quotation of several paragraphs, numbered as the text that it changes."""
    quoted: set[int] = set()
    open_lines: list[int] = []
    for line in lines:
        if open_lines or (line.text[:1] in _OPENING_QUOTES and _open_quotes(line.text) > 0):
            open_lines.append(line.start)
            if len(open_lines) > _LONGEST_QUOTATION:
                open_lines = []
            elif len(open_lines) > 1 and _open_quotes(line.text) < 0:
                quoted.update(open_lines)
                open_lines = []
    return quoted


def _open_quotes(text: str) -> int:
    """How many more quotes a line opens than it closes; a straight one opens at the start and closes elsewhere."""
    if text.count('"') % 2:
        return 1 if text.startswith('"') else -1
    return text.count("“") - text.count("”")


_OPENING_QUOTES = ("“", '"')
_LONGEST_QUOTATION = 200
"""Lines after which an open quote is taken for a slip."""


def _articles(root: Node, quoted: set[int]) -> list[NumberedList]:
    """The articles of a part in reading order, cut where a first article begins a regulation that is attached."""
    runs: list[list[Item]] = []
    for node in root.walk():
        item = read_item(node) if node.family is Family.ARTICLE else None
        if item and item.start in quoted:
            continue
        if item and (item.value == 1 or not runs):
            runs.append([])
        if item:
            runs[-1].append(item)
    return [NumberedList(tuple(items)) for items in runs]


def _lists(siblings: list[Node], quoted: set[int]) -> Iterator[NumberedList]:
    open_lists: dict[tuple[Family, str], list[Item]] = {}
    for node in siblings:
        item = read_item(node)
        if item is None or item.family is Family.ARTICLE or item.start in quoted:
            continue
        key = (item.family, item.label.rpartition(".")[0])
        if item.value == 1 and open_lists.get(key):
            yield NumberedList(tuple(open_lists.pop(key)))
        open_lists.setdefault(key, []).append(item)
    yield from (NumberedList(tuple(items)) for items in open_lists.values())


def read_item(node: Node) -> Item | None:
    """The number of a line as an item; None for lines without a number that has a place in an order."""
    line = node.line
    marker = line.marker if line else None
    if line is None or marker is None or marker.family not in NUMBERED:
        return None
    value = value_of(marker.family, marker.label)
    codified = marker.family is Family.ARTICLE and line.body_text[:1].isdigit()
    if value is None or codified or _closes_bracket(node, line):
        return None
    return Item(node, line, marker.family, marker.label, line.text[: marker.length].strip(), value)


def _closes_bracket(node: Node, line: Line) -> bool:
    """True for "2)" that only ends a bracket opened on the line before ("(qua Phòng Nghiệp vụ | 2) chậm nhất …")."""
    if node.parent is None or line.marker is None or not line.body_text[:1].islower():
        return False
    if not line.text[: line.marker.length].rstrip().endswith(")"):
        return False
    siblings = node.parent.children
    at = siblings.index(node)
    before = siblings[at - 1].line if at else node.parent.line
    return before is not None and before.text.count("(") > before.text.count(")")


def value_of(family: Family, label: str) -> int | None:
    """The place of ``label`` in its order: "IV" is 4, "đ" is 5, the last number of "2.3" is 3."""
    if family is Family.ROMAN:
        return roman_value(label)
    if family is Family.DECIMAL:
        return int(label.rsplit(".", 1)[-1])
    if label.isdecimal():
        return int(label)
    if family is Family.LETTER and label in ALPHABET:
        return ALPHABET.index(label) + 1
    return roman_value(label.upper()) or (ALPHABET.index(label) + 1 if label in ALPHABET else None)


def roman_value(label: str) -> int | None:
    """The value of a Roman number written the usual way, else None."""
    if not label or not set(label) <= set(_ROMAN):
        return None
    digits = [_ROMAN[letter] for letter in label]
    following = [*digits[1:], 0]
    total = sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
    return total if total > 0 and roman(total) == label else None


def roman(value: int) -> str:
    """``value`` (1 to 99) as a Roman number."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return tens[value // 10 % 10] + ones[value % 10]


def label_after(item: Item, value: int) -> str:
    """The printed number that ``value`` would have in the list of ``item``: same family, same punctuation."""
    if item.family is Family.ROMAN:
        label = roman(value)
    elif item.family is Family.DECIMAL:
        label = f"{item.label.rpartition('.')[0]}.{value}"
    elif item.label.isdecimal():
        label = str(value)
    else:
        label = ALPHABET[value - 1] if value <= len(ALPHABET) else item.label
    return item.printed.replace(item.label, label, 1)


def printed_between(text: str, start: int, end: int, printed: str) -> bool:
    """True when the number is printed in ``text[start:end]`` after all: the reader may not have seen an item there."""
    label = printed.strip(" .)(/-–*")
    signs = r"[.)/\-–:]" if label.isdecimal() else r"[.)\-–:]"
    begins = r"(?<![\w.,/])" if "." in label else r"(?:\n|^)"
    found = rf"(?<![\w.,/]){re.escape(label)}(?=\s?{signs}(?!\d))|{begins}{re.escape(label)}\s+(?=[^\W\d_])"
    return re.search(found, text[start:end]) is not None


def section_end(node: Node) -> int | None:
    """Where the section of ``node`` ends: the end of the last line below it; None for the root."""
    if node.line is None:
        return None
    last = node
    while last.children:
        last = last.children[-1]
    return last.line.end if last.line else None


def skips_only_d_with_stroke(before: Item, item: Item) -> bool:
    """True for "d" followed by "e": many leave "đ" out."""
    return (before.label, item.label) == ("d", "e")
