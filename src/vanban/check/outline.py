"""The lines of a document as an outline: which text is its own, what heads what, and what follows what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.subject import CheckedDocument
from vanban.structure import marks
from vanban.structure.document import PartTree
from vanban.structure.markers import Family
from vanban.structure.parts import PartKind
from vanban.structure.tree import Node

_OWN = frozenset({PartKind.MAIN, PartKind.EMBEDDED})
_HEADING_FAMILIES = frozenset({Family.ROMAN, Family.ARABIC, Family.DECIMAL, Family.ARTICLE})
_FORM = re.compile(r"\s*\(?(?:MẪU|Mẫu|Biểu)\b.{0,30}$")
_BLANK = re.compile(r"…|\.{4,}")
_LONGEST_HEADING = 160
_ENDINGS = (".", ";", ":", ",", "!", "?", "…", "./")


def own_parts(document: CheckedDocument) -> tuple[PartTree, ...]:
    """The parts that are text of the document itself; forms and outlines that it attaches are meant to have blanks."""
    parts = document.structure.parts
    return tuple(
        part
        for part, before in zip(parts, [None, *parts], strict=False)
        if part.part.kind in _OWN and not _is_form(part, before)
    )


def _is_form(part: PartTree, before: PartTree | None) -> bool:
    """True for an attached document announced as a form ("Mẫu số 02"), or with blanks in its own letterhead."""
    if before is None:
        return False
    last = [*before.part.head, *before.part.body, *before.part.foot][-1:]
    if last and _FORM.match(last[0].text):
        return True
    return any(_BLANK.search(line.text) for line in part.part.head)


def annexes(document: CheckedDocument) -> tuple[PartTree, ...]:
    """The parts that are annexes or templates."""
    return tuple(part for part in document.structure.parts if part.part.kind not in _OWN)


def reading_order(part: PartTree) -> Iterator[tuple[Node, Node | None]]:
    """Every line of the body with the one that follows it."""
    nodes = list(part.root.walk())
    yield from zip(nodes, [*nodes[1:], None][: len(nodes)], strict=True)


def is_heading(node: Node) -> bool:
    """True for a short numbered line without a final sign, in capitals, bold or with lines below it."""
    line = node.line
    if line is None or node.family not in _HEADING_FAMILIES or line.table is not None:
        return False
    text = node.text.strip(" *")
    if not text or len(text) > _LONGEST_HEADING or text.endswith(_ENDINGS):
        return False
    return marks.is_capitals(text) or line.style.bold or bool(node.children)


def is_bare(node: Node) -> bool:
    """True when nothing lies below the line."""
    return not node.children


def closes(node: Node, following: Node | None) -> bool:
    """True when the section of ``node`` ends with its own line: what follows is numbered on its level or above."""
    if following is None:
        return True
    if following.line is None or following.line.marker is None or following.is_bullet:
        return following.is_title
    return following.depth <= node.depth or following.parent is node.parent
