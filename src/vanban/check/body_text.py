"""Where the running text of a document lies: not its letterhead, not its recipients and signature."""

from __future__ import annotations

from bisect import bisect_right

from vanban.check.subject import CheckedDocument


def in_body(document: CheckedDocument, offset: int) -> bool:
    """True when the character at ``offset`` belongs to a paragraph or table of a body, in an annex too."""
    starts, ends = document.once(_spans)
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < ends[at]


def _spans(document: CheckedDocument) -> tuple[list[int], list[int]]:
    """Starts and ends of the body lines, in order."""
    lines = sorted((line.start, line.end) for part in document.structure.parts for line in part.part.body)
    return [start for start, _ in lines], [end for _, end in lines]
