"""Rows of items and the signs they end with."""

from __future__ import annotations

from vanban.check.outline import is_heading, own_parts
from vanban.check.subject import CheckedDocument
from vanban.structure.lines import Line
from vanban.structure.markers import Family

_SIGNS = (";", ".", ",", ":", "!", "?", "…")
_ITEMS = frozenset({Family.LETTER, Family.DASH, Family.PLUS, Family.DOT, Family.ARABIC, Family.DECIMAL})


def items_in_rows(document: CheckedDocument) -> tuple[tuple[Line, ...], ...]:
    """Items of one family under one parent without items of their own; ask with ``document.once(items_in_rows)``."""
    rows: list[tuple[Line, ...]] = []
    for part in own_parts(document):
        for node in [part.root, *part.root.walk()]:
            by_family: dict[Family, list[Line]] = {}
            for child in node.children:
                line, family = child.line, child.family
                if line is None or family not in _ITEMS or child.children or is_heading(child):
                    continue
                by_family.setdefault(family, []).append(line)
            rows += [tuple(lines) for lines in by_family.values() if len(lines) > 1]
    return tuple(rows)


def sign_of(line: Line) -> str:
    """The sign a line ends with, closing brackets and quotes left out; empty when there is none."""
    text = line.text.rstrip(' *)"”’')
    closing = line.text.rstrip(" *")
    last = closing[-1:] if closing[-1:] in _SIGNS or closing.endswith("/") else text[-1:]
    if last == "/":
        return "."
    return last if last in _SIGNS else ""
