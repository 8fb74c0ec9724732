"""Where the elements of an XML part lie in its bytes, so that a part can be changed by splicing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers import expat

from vanban.check.wordfile import NotWritable

_START_TAG = re.compile(rb"<([^\s/>]+)(?:\s+[^\s=/>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*(/?)>")
_CHARACTER = re.compile(r"&[^;]*;|\r\n|[^&<]", re.DOTALL)
_ENCODING = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)[\"']")
_ODD = "Nội dung tệp không ở bảng mã UTF-8 nên không ghi lại được. Hãy mở bằng Word và lưu lại thành tệp .docx mới."


class Place(NamedTuple):
    """Byte offsets of an element: its start tag, its content, its end; the content is empty in ``<w:b/>``."""

    start: int
    content: int
    content_end: int
    end: int

    @property
    def is_empty(self) -> bool:
        """True when start and end tag are one."""
        return self.content == self.end


@dataclass(frozen=True, slots=True)
class Splice:
    """``data[start:end]`` becomes ``new``. Splices at one place keep their order."""

    start: int
    end: int
    new: bytes


def places_of(data: bytes) -> list[Place]:
    """The place of every element of a part in document order.

    Raises :class:`NotWritable` when the part is not in UTF-8, since offsets would then mean something else.
    """
    declared = _ENCODING.match(data)
    if (declared and declared.group(1).lower() not in {b"utf-8", b"us-ascii"}) or data[:2] in {
        b"\xff\xfe",
        b"\xfe\xff",
    }:
        raise NotWritable(_ODD)
    places: list[Place] = []
    opened: list[int] = []
    parser = expat.ParserCreate()

    def begin(_name: str, _attributes: object) -> None:
        start = parser.CurrentByteIndex
        tag = _START_TAG.match(data, start)
        if tag is None:
            raise NotWritable(_ODD)
        opened.append(len(places))
        places.append(Place(start, tag.end(), tag.end(), tag.end()))

    def finish(_name: str) -> None:
        index = opened.pop()
        place = places[index]
        if data[place.content - 2 : place.content] != b"/>":
            at = parser.CurrentByteIndex
            places[index] = Place(place.start, place.content, at, data.index(b">", at) + 1)

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotWritable(_ODD) from error
    return places


def _is_utf8(data: bytes) -> bool:
    declared = _ENCODING.match(data)
    if declared and declared.group(1).lower() not in {b"utf-8", b"us-ascii"}:
        return False
    return not data.startswith((b"\xff\xfe", b"\xfe\xff"))


def character_offsets(content: bytes) -> list[int] | None:
    """The byte offset of every character of an element's text, and of its end; None when it is not text alone."""
    offsets: list[int] = []
    at = 0
    decoded = content.decode("utf-8")
    matched = 0
    for found in _CHARACTER.finditer(decoded):
        if found.start() != matched:
            return None
        offsets.append(at)
        at += len(found.group().encode("utf-8"))
        matched = found.end()
    return [*offsets, at] if matched == len(decoded) else None


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """``data`` with the splices done. They must not overlap."""
    pieces: list[bytes] = []
    at = 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        if splice.start < at:
            raise ValueError("splices overlap")
        pieces += (data[at : splice.start], splice.new)
        at = splice.end
    return b"".join((*pieces, data[at:]))


def tag_name(data: bytes, place: Place) -> bytes:
    """The name in the start tag, with its prefix."""
    found = _START_TAG.match(data, place.start)
    return found.group(1) if found else b""
