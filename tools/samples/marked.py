"""Text with its annotation written into it, as the faulty samples and the generated documents are composed.

A mark opens with its code and arguments and ends with a slash, and marks may stand inside one another:
``⟦T II.1.a | heading: Sở Tài chính⟧Xây dựng ⟦P⟧phương án⟦/⟧ ⟦D date 2026-11-15 x⟧trước ngày 15/11/2026⟦/⟧⟦/⟧``.
What stands between ``⟪`` and ``⟫`` is furniture: printed in the document, no part of any sentence (a page number).
docs/dev/samples.md lists the codes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

FURNITURE = "furniture"
_TOKEN = re.compile(r"⟦/⟧|⟦(?P<code>[^\s⟧]+)(?P<rest>[^⟧]*)⟧|⟪|⟫")
_FRONT = re.compile(r"\A\+\+\+\n(?P<front>.*?)\n\+\+\+\n", re.S)


@dataclass(frozen=True)
class Mark:
    """One annotated stretch of the text; ``start`` and ``end`` count characters of the text without marks."""

    code: str
    arguments: str
    start: int
    end: int


@dataclass(frozen=True)
class Edit:
    """Replaces ``text[start:end]``. ``furniture`` says that what is put there belongs to no sentence."""

    start: int
    end: int
    new: str
    furniture: bool = False


@dataclass(frozen=True)
class MarkedText:
    """A document's text, the marks on it in the order they open, and its front matter."""

    text: str
    marks: tuple[Mark, ...]
    front: dict[str, Any] = field(default_factory=dict)

    def edited(self, edits: Iterable[Edit]) -> MarkedText:
        """The text with all edits made (they must not overlap), every mark moved along with its words."""
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        pieces, added, cursor, length = [], [], 0, 0
        for edit in ordered:
            pieces += [self.text[cursor : edit.start], edit.new]
            length += edit.start - cursor
            if edit.furniture and edit.new:
                added.append(Mark(FURNITURE, "", length, length + len(edit.new)))
            length += len(edit.new)
            cursor = edit.end
        pieces.append(self.text[cursor:])
        moved = _Moved(ordered)
        kept = [replace(mark, start=moved.start(mark.start), end=moved.end(mark.end)) for mark in self.marks]
        marks = sorted([*kept, *added], key=lambda mark: (mark.start, -mark.end))
        return MarkedText("".join(pieces), tuple(marks), self.front)

    def without_furniture(self) -> str:
        """The text as a reader takes it in: page numbers and running heads left out."""
        return self.clean(0, len(self.text))

    def clean(self, start: int, end: int) -> str:
        """A stretch without its furniture, its whitespace folded to single spaces."""
        pieces, cursor = [], start
        for mark in self.marks:
            if mark.code == FURNITURE and mark.end > cursor and mark.start < end:
                pieces.append(self.text[cursor : max(mark.start, cursor)])
                cursor = min(mark.end, end)
        pieces.append(self.text[cursor:end])
        return " ".join("".join(pieces).split())


class _Moved:
    """Where a place of the old text is in the new one. A mark does not take in what is put at its edges."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits

    def start(self, place: int) -> int:
        shift = 0
        for edit in self._edits:
            if edit.end > place:
                return self._within(edit, place, shift)
            shift += len(edit.new) - (edit.end - edit.start)
        return place + shift

    def end(self, place: int) -> int:
        shift = 0
        for edit in self._edits:
            if edit.start >= place:
                return place + shift
            if edit.end > place:
                return self._within(edit, place, shift)
            shift += len(edit.new) - (edit.end - edit.start)
        return place + shift

    @staticmethod
    def _within(edit: Edit, place: int, shift: int) -> int:
        if place <= edit.start:
            return place + shift
        return edit.start + shift + min(place - edit.start, len(edit.new))


def parse(source: str) -> MarkedText:
    """Read marked text, with or without TOML front matter between two lines of ``+++``.

    Raises ValueError when a mark is not closed or closed twice.
    """
    front: dict[str, Any] = {}
    match = _FRONT.match(source)
    if match:
        front = tomllib.loads(match["front"])
        source = source[match.end() :]
    pieces: list[str] = []
    opened: list[int] = []
    marks: list[Mark] = []
    cursor = length = 0
    for token in _TOKEN.finditer(source):
        pieces.append(source[cursor : token.start()])
        length += token.start() - cursor
        cursor = token.end()
        if token[0] not in ("⟦/⟧", "⟫"):
            opened.append(len(marks))
            code = FURNITURE if token[0] == "⟪" else token["code"]
            marks.append(Mark(code, (token["rest"] or "").strip(), length, length))
        elif opened:
            place = opened.pop()
            marks[place] = replace(marks[place], end=length)
        else:
            raise ValueError(f"a mark is closed that was not opened, before {source[cursor : cursor + 40]!r}")
    if opened:
        raise ValueError(f"a mark is not closed: {marks[opened[-1]].code} {marks[opened[-1]].arguments}")
    return MarkedText("".join([*pieces, source[cursor:]]), tuple(marks), front)
