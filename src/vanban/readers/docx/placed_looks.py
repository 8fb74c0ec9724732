"""The look of every paragraph at its place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.layout import Face, ParagraphLook, RunLook
from vanban.readers.alignment import lines_by_source, piece_spans
from vanban.readers.draft import Piece, Placed


def paragraph_looks(placed: Sequence[Placed], text: str) -> tuple[ParagraphLook, ...]:
    """One look a line, in reading order; notes lifted to the end make it differ from the order of the source."""
    looks: list[ParagraphLook] = []
    for lines in lines_by_source(placed):
        runs = _runs(lines, text)
        for line in lines:
            own = tuple(_cut(runs, line.start, line.end))
            looks.append(ParagraphLook(line.start, line.end, line.source.shape, own))
    return tuple(sorted(looks, key=lambda look: look.start))


def _runs(lines: Sequence[Placed], text: str) -> list[RunLook]:
    pieces = [piece for piece in lines[0].source.pieces if piece.text]
    if len({piece.face for piece in pieces if piece.text.strip()}) == 1:
        face = next(piece.face for piece in pieces if piece.text.strip())
        return [RunLook(line.start, line.end, face) for line in lines]
    spans = piece_spans([piece.text for piece in pieces], [(text[line.start : line.end], line.start) for line in lines])
    if spans is None:
        face = _most_used(pieces)
        return [RunLook(line.start, line.end, face) for line in lines]
    return [RunLook(start, end, pieces[index].face) for index, start, end in spans if text[start:end].strip()]


def _most_used(pieces: Sequence[Piece]) -> Face:
    letters: dict[Face, int] = {}
    for piece in pieces:
        letters[piece.face] = letters.get(piece.face, 0) + len(piece.text.strip())
    return max(letters, key=lambda face: letters[face], default=Face())


def _cut(runs: Sequence[RunLook], start: int, end: int) -> Iterator[RunLook]:
    """The runs within a line; neighbours of one face become one run."""
    held: RunLook | None = None
    for run in runs:
        first, last = max(run.start, start), min(run.end, end)
        if first >= last:
            continue
        if held is not None and held.face == run.face:
            held = held._replace(end=last)
            continue
        if held is not None:
            yield held
        held = RunLook(first, last, run.face)
    if held is not None:
        yield held
