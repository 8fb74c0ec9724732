"""Finds the characters of a cleaned text again in the pieces it was made from.

Cleaning composes letters, drops invisible characters and folds white space; everything else stays in order. So the
characters that are not white space are the same on both sides, and a place in one is a place in the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vanban.readers.draft import Placed, clean


class Origin(NamedTuple):
    """A character of the document: its offset, and the part ``[start:end]`` of piece ``piece`` it was made from."""

    offset: int
    piece: int
    start: int
    end: int


def piece_spans(pieces: Sequence[str], lines: Sequence[tuple[str, int]]) -> list[tuple[int, int, int]] | None:
    """Where each piece lies in the document, as (piece, start, end); None when the texts do not match.

    ``lines`` are the texts made from the pieces, in order, each with its offset in the document.
    """
    if len(lines) == 1 and lines[0][0] == "".join(pieces):
        return list(_running_spans(pieces, lines[0][1]))
    origins = align(pieces, lines)
    if origins is None:
        return None
    spans: list[tuple[int, int, int]] = []
    for origin in origins:
        if spans and spans[-1][0] == origin.piece:
            spans[-1] = (origin.piece, spans[-1][1], origin.offset + 1)
        else:
            spans.append((origin.piece, origin.offset, origin.offset + 1))
    return spans


def _running_spans(pieces: Sequence[str], start: int) -> Iterator[tuple[int, int, int]]:
    for index, piece in enumerate(pieces):
        if piece:
            yield index, start, start + len(piece)
        start += len(piece)


def align(pieces: Sequence[str], lines: Sequence[tuple[str, int]]) -> list[Origin] | None:
    """The origin of every visible character of ``lines``; None when they were not made from ``pieces`` alone."""
    origins: list[Origin] = []
    printed = _visible(lines)
    for character, piece, start, end in _clusters(pieces):
        found = next(printed, None)
        if found is None or found[0] != character:
            return None
        origins.append(Origin(found[1], piece, start, end))
    return origins if next(printed, None) is None else None


def _visible(lines: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    for text, offset in lines:
        for index, character in enumerate(text):
            if not character.isspace():
                yield character, offset + index


def _clusters(pieces: Sequence[str]) -> Iterator[tuple[str, int, int, int]]:
    """Visible characters as cleaning leaves them, with the piece and the range that each was made from."""
    for index, piece in enumerate(pieces):
        if piece.isascii() and piece.isprintable():
            for at, character in enumerate(piece):
                if character != " ":
                    yield character, index, at, at + 1
            continue
        start = 0
        while start < len(piece):
            end = start + 1
            while end < len(piece) and unicodedata.combining(piece[end]):
                end += 1
            for character in clean(piece[start:end]):
                if character != " ":
                    yield character, index, start, end
            start = end


def lines_by_source(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The lines of each source together; lines of one source follow each other."""
    group: list[Placed] = []
    for line in placed:
        if group and group[0].source is not line.source:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
