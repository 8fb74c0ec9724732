"""The tree of parts, items and bullets of a body.

Depth comes from the families of markers in the order they are printed: a family that is already open continues
its list, a new one goes inside when the line before announces it (":"), else to its usual depth. Paragraphs without a
marker belong to the innermost numbered item; after a bullet they belong to the item of the bullet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.structure import marks
from vanban.structure.lines import Line
from vanban.structure.markers import Family
from vanban.text.bodies import parse_body_list
from vanban.text.tokens import Tokens


@dataclass(eq=False, slots=True)
class Node:
    """A line with what lies below it. The root has no line."""

    line: Line | None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    depth: int = -1
    is_title: bool = False
    is_name: bool = False
    """A line without a number that names a body and nothing else: what follows is for that body to do."""

    @property
    def family(self) -> Family | None:
        """Family of the line's marker."""
        return self.line.marker.family if self.line and self.line.marker else None

    @property
    def text(self) -> str:
        """Text of the line after its marker."""
        return self.line.body_text if self.line else ""

    @property
    def is_bullet(self) -> bool:
        """True for "-", "+" and dots."""
        return bool(self.line and self.line.marker and self.line.marker.is_bullet)

    def ancestors(self) -> Iterator[Node]:
        """Parents, nearest first, the root left out."""
        node = self.parent
        while node is not None and node.line is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Node]:
        """This node and all below, in reading order."""
        pending = [self]
        while pending:
            node = pending.pop()
            if node.line is not None:
                yield node
            pending.extend(reversed(node.children))

    @property
    def section(self) -> str:
        """Printed numbers from the outside in, such as "II.1.a"; empty when there is none."""
        labels: list[str] = []
        for node in [self, *self.ancestors()]:
            label = _label(node)
            if label and not (labels and _includes(labels[0], label, node)):
                labels.insert(0, label)
        return ".".join(labels)


def _label(node: Node) -> str | None:
    marker = node.line.marker if node.line else None
    if marker is None or marker.is_bullet:
        return None
    return f"Điều {marker.label}" if marker.family is Family.ARTICLE else marker.label


def _includes(inner: str, outer: str, node: Node) -> bool:
    """A decimal label ("2.1") already contains the number of its parent ("2")."""
    return node.family in (Family.ARABIC, Family.DECIMAL) and inner.startswith(f"{outer}.")


def build_tree(lines: tuple[Line, ...]) -> Node:
    """Return the root of the tree over ``lines``."""
    root = Node(None)
    stack: list[Node] = [root]
    for before, line, after in zip((None, *lines), lines, (*lines[1:], None), strict=False):
        node = Node(line)
        if line.marker is not None:
            _open_marked(stack, node)
        elif _is_free_title(line):
            node.is_title = True
            node.depth = int(Family.PART)
            del stack[1:]
        elif _is_bold_name(line) or _lost_its_number(before, line, after):
            node.is_name = True
            node.depth = _DEPTH_OF_NAMES
            while len(stack) > 1 and stack[-1].depth >= node.depth:
                stack.pop()
        else:
            _close_for_paragraph(stack)
        parent = stack[-1]
        node.parent = parent
        parent.children.append(node)
        if line.marker is not None or node.is_title or node.is_name:
            stack.append(node)
    return root


def _open_marked(stack: list[Node], node: Node) -> None:
    """Close what ends where ``node`` begins."""
    marker = node.line.marker if node.line else None
    if marker is None:
        return
    node.depth = marker.depth
    same = next((at for at in range(len(stack) - 1, 0, -1) if _same_list(stack[at], node)), None)
    if same is not None:
        del stack[same:]
        return
    top = stack[-1]
    if (
        top.line is not None
        and top.line.text.endswith(":")
        and marker.family not in (Family.ROMAN, Family.PART, Family.ARTICLE)
    ):
        return
    while len(stack) > 1 and stack[-1].depth >= node.depth:
        stack.pop()


def _same_list(open_node: Node, node: Node) -> bool:
    return open_node.family == node.family and open_node.depth == node.depth


_SENTENCE_END = re.compile(r"[.;:!?…”\"’)]\s*$|\./$")


def _close_for_paragraph(stack: list[Node]) -> None:
    """A paragraph after a bullet leaves the bullet, unless the bullet is a heading or announces it."""
    while len(stack) > 1 and stack[-1].is_bullet:
        line = stack[-1].line
        announces = line is not None and (line.text.endswith(":") or not _SENTENCE_END.search(line.text))
        if announces:
            return
        stack.pop()


_DEPTH_OF_NAMES = int(Family.DECIMAL) + 1
_LONGEST_BOLD_NAME = 120


def _is_bold_name(line: Line) -> bool:
    if not line.style.bold or len(line.text) > _LONGEST_BOLD_NAME or line.text.endswith((".", ";", ",")):
        return False
    tokens = Tokens(line.text.rstrip(": "))
    found = parse_body_list(tokens, 0)
    return found is not None and found.next >= len(tokens)


_ABOUT = re.compile(r"đối\s+với\s+", re.I)


def _lost_its_number(before: Line | None, line: Line, after: Line | None) -> bool:
    """A line that holds nothing but names of bodies, between a finished item and the items it heads."""
    if before is None or after is None or before.table is not None or line.table is not None:
        return False
    if after.marker is None or not before.text.endswith((".", ";", "./")) or len(line.text) > _LONGEST_BOLD_NAME:
        return False
    about = _ABOUT.match(line.text)
    tokens = Tokens(line.text.rstrip(": "), about.end() if about else 0)
    found = parse_body_list(tokens, 0)
    return found is not None and found.next >= len(tokens)


def _is_free_title(line: Line) -> bool:
    return marks.is_capitals(line.text) and len(line.text) < 200 and not line.text.endswith((".", ";"))
