"""A document in its parts, each with head, tree and foot."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.structure.foot import Foot, read_foot
from vanban.structure.head import Head, read_head
from vanban.structure.lines import Line, read_lines
from vanban.structure.merged import part_merged
from vanban.structure.parts import Part, PartKind, split_parts
from vanban.structure.tree import Node, build_tree
from vanban.types import BlockKind, ReadDocument


@dataclass(frozen=True, slots=True)
class PartTree:
    """A part with what was read from its head and foot, and the tree of its body."""

    part: Part
    head: Head
    foot: Foot
    root: Node


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of a document, the main one first, and its footnotes."""

    document: ReadDocument
    parts: tuple[PartTree, ...]
    footnotes: tuple[Line, ...]

    @property
    def main(self) -> PartTree:
        """The document itself."""
        return self.parts[0]

    @property
    def text(self) -> str:
        """The text that all spans point into."""
        return self.document.text


def read_structure(document: ReadDocument) -> Structure:
    """Read the structure of ``document``; every document has a main part, an empty one too."""
    lines = part_merged(read_lines(document))
    parts = tuple(
        PartTree(part, read_head(part.head), read_foot(part.foot), build_tree(part.body)) for part in split_parts(lines)
    )
    return Structure(document, parts, tuple(line for line in lines if line.kind is BlockKind.FOOTNOTE))


__all__ = ["PartKind", "PartTree", "Structure", "read_structure"]
