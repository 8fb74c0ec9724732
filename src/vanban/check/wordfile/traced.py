"""A Word file opened for change: its text, and the way from a span of that text to the bytes of the main part."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from lxml.etree import _Element

from vanban.check.wordfile import NotWritable
from vanban.check.wordfile.places import Place, places_of
from vanban.readers import messages
from vanban.readers.alignment import Origin, align, lines_by_source
from vanban.readers.archive import Archive
from vanban.readers.docx import DocxReader
from vanban.readers.docx.document import read_traced
from vanban.readers.docx.package import Package
from vanban.readers.draft import Piece, Placed
from vanban.types import Limits, ReadDocument

_SIGNED = (
    "Văn bản đã được ký số; ghi vào tệp này sẽ làm mất hiệu lực chữ ký. "
    "Hãy sửa trên bản chưa ký, hoặc lưu một bản sao không có chữ ký rồi làm lại."
)
_NOT_WORD = "Chỉ ghi được vào tệp .docx. Hãy lưu văn bản thành .docx rồi làm lại."
_SIGNATURES = "_xmlsignatures/"


@dataclass(frozen=True, slots=True)
class Spot:
    """A visible character: the piece it comes from and its place ``[start:end]`` in the piece."""

    piece: Piece
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines of one source, and the origins of their characters; no origins when they cannot be told."""

    lines: tuple[Placed, ...]
    pieces: tuple[Piece, ...]


class WordFile:
    """A .docx, its text, and the bytes of its main part.

    Raises :class:`NotWritable` for files that are signed or are no .docx,
    :class:`~vanban.types.UnreadableDocument` for damaged ones.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        reader = DocxReader()
        if not reader.recognises(data):
            raise NotWritable(_NOT_WORD)
        if len(data) > limits.file_size:
            raise messages.too_large(len(data), limits.file_size)
        archive = Archive(data, limits)
        if any(name.startswith(_SIGNATURES) for name in archive.names):
            raise NotWritable(_SIGNED)
        try:
            traced = read_traced(data, reader=f"{reader.name}/{reader.version}", limits=limits)
        except (RecursionError, MemoryError, ValueError, LookupError, OSError) as error:
            raise messages.unreadable("damaged") from error
        self.data = data
        self.archive = archive
        self.document: ReadDocument = traced.document
        self.main_name = Package(archive).main_name
        self.main = archive.read(self.main_name)
        self._elements = list(traced.root.iter())
        self._ordinals = {element: index for index, element in enumerate(self._elements)}
        self._places = places_of(self.main)
        if len(self._places) != len(self._elements):
            raise messages.unreadable("damaged")
        groups = [_Group(tuple(group), group[0].source.pieces) for group in lines_by_source(traced.placed)]
        lines = [(line.start, line.end, group) for group in groups for line in group.lines]
        self._lines = sorted(lines, key=lambda line: line[0])
        self._starts = [start for start, _, _ in self._lines]
        self._spots: dict[int, dict[int, Spot]] = {}

    def place(self, element: _Element) -> Place:
        """The bytes of an element in :attr:`main`."""
        return self._places[self._ordinals[element]]

    def spot(self, offset: int) -> Spot | None:
        """The origin of the character at ``offset``; None for white space, computed labels, notes and the like."""
        group = self._group_at(offset)
        return self._spots_of(group).get(offset) if group else None

    def pieces_between(self, first: Piece, last: Piece) -> list[Piece] | None:
        """The pieces between two of one paragraph, in order; None when they are not of one paragraph."""
        for _, _, group in self._lines:
            order = {id(piece): index for index, piece in enumerate(group.pieces)}
            if id(first) in order:
                return list(group.pieces[order[id(first)] + 1 : order[id(last)]]) if id(last) in order else None
        return None

    def nearest(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of the first and the last character of ``text[start:end]`` that have a spot.

        Where none has, those of the line before, or of the first line of the document.
        """
        seen = [offset for offset in range(start, end) if self.spot(offset) is not None]
        at = bisect_right(self._starts, start) - 1
        while not seen and at >= 0:
            seen = sorted(self._spots_of(self._lines[at][2]))
            at -= 1
        if not seen:
            first = next((spots for _, _, group in self._lines if (spots := self._spots_of(group))), None)
            if first is None:
                raise messages.unreadable("empty")
            seen = sorted(first)
        return seen[0], seen[-1]

    def _group_at(self, offset: int) -> _Group | None:
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._lines[at][1]:
            return None
        return self._lines[at][2]

    def _spots_of(self, group: _Group) -> dict[int, Spot]:
        key = id(group)
        if key not in self._spots:
            text = self.document.text
            lines = [(text[line.start : line.end], line.start) for line in group.lines]
            origins = align([piece.text for piece in group.pieces], lines)
            self._spots[key] = {one.offset: _spot(group, one) for one in origins or ()}
        return self._spots[key]


def _spot(group: _Group, origin: Origin) -> Spot:
    return Spot(group.pieces[origin.piece], origin.start, origin.end)
