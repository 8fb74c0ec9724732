"""The items that stand below a lead-in."""

from __future__ import annotations

from vanban.check.subject import CheckedDocument
from vanban.structure.lines import Line
from vanban.types import Span


def items_below(document: CheckedDocument, end: int) -> tuple[Span, ...]:
    """The items of the first kind below the line that ends at ``end``; deeper items and what follows are left out."""
    place = document.once(_line_ends).get(end)
    if place is None:
        return ()
    lines, at = place
    first = lines[at + 1].marker if at + 1 < len(lines) else None
    own = lines[at].marker
    if first is None or (own is not None and own.family is first.family):
        return ()
    found = []
    for line in lines[at + 1 :]:
        marker = line.marker
        if marker is None or marker.family < first.family:
            break
        if marker.family is first.family:
            found.append(Span(line.body, line.end))
    return tuple(found)


def _line_ends(document: CheckedDocument) -> dict[int, tuple[tuple[Line, ...], int]]:
    """Every line of a body by where it ends."""
    return {
        line.end: (part.part.body, at) for part in document.structure.parts for at, line in enumerate(part.part.body)
    }
