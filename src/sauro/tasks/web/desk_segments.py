"""Cuts a passage at the boundaries of its marks, so that overlapping marks become HTML that never nests wrongly.

Pure. The text content of what :func:`render_segments` returns is exactly the passage, apart from elements that carry
``data-skip``: signs and numbers drawn for the reader, which the page leaves out when it counts offsets.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class TextMark:
    """A mark on ``text[start:end]``.

    ``classes`` are put on every piece. ``attributes`` too, with escaped values. ``sign`` is safe HTML set before the
    first piece; the caller gives it ``data-skip``.
    """

    start: int
    end: int
    classes: str
    attributes: tuple[tuple[str, str], ...] = ()
    sign: SafeString = field(default=SafeString(""))


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under the same marks throughout. ``opening`` are the marks that begin with it."""

    start: int
    end: int
    marks: tuple[TextMark, ...]
    opening: tuple[TextMark, ...]


def segment(start: int, end: int, marks: Iterable[TextMark]) -> list[Segment]:
    """Cut ``[start, end)`` into segments. They follow each other without gap, and marks outside are ignored."""
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end), key=_order
    )
    cuts = {start, end}
    for mark in inside:
        cuts.add(max(mark.start, start))
        cuts.add(min(mark.end, end))
    points = sorted(cuts)
    segments: list[Segment] = []
    active: list[TextMark] = []
    waiting = 0
    for left, right in pairwise(points):
        opening: list[TextMark] = []
        while waiting < len(inside) and inside[waiting].start <= left:
            opening.append(inside[waiting])
            waiting += 1
        active = [mark for mark in active if mark.end > left] + opening
        begins = tuple(mark for mark in opening if mark.start == left)
        segments.append(Segment(left, right, tuple(active), begins))
    return segments


def render_segments(text: str, start: int, end: int, marks: Iterable[TextMark]) -> SafeString:
    """Return ``text[start:end]`` as HTML with its marks. Everything that comes from the document is escaped."""
    return mark_safe("".join(_render(text, piece) for piece in segment(start, end, marks)))  # noqa: S308 - escaped below


def _render(text: str, piece: Segment) -> str:
    content = escape(text[piece.start : piece.end])
    signs = "".join(mark.sign for mark in piece.opening)
    if not piece.marks:
        return f"{signs}{content}"
    classes = " ".join(dict.fromkeys(mark.classes for mark in piece.marks))
    attributes = dict(pair for mark in piece.marks for pair in mark.attributes)
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f'{signs}<span class="{escape(classes)}"{written}>{content}</span>'


def _order(mark: TextMark) -> tuple[int, int, str]:
    """Longer marks first, so that inner marks come later and their attributes win."""
    return mark.start, -mark.end, mark.classes


def marks_by_block(marks: Iterable[TextMark], blocks: Iterable[tuple[int, int]]) -> Iterator[list[TextMark]]:
    """Yield the marks that touch each block, in one pass: both must be ordered by where they begin."""
    waiting = deque(marks)
    running: list[TextMark] = []
    for start, end in blocks:
        running = [mark for mark in running if mark.end > start]
        while waiting and waiting[0].start < end:
            running.append(waiting.popleft())
        yield [mark for mark in running if mark.end > start]
