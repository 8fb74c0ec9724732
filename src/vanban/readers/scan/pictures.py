"""Picture files, looked at before any decoder is: which kind, how many pages, how many pixels."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from vanban.readers import messages

MOST_PIXELS = 120_000_000
"""An A3 page at 600 dots per inch has 70 million; more is a bomb or a poster."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_TIFF = {b"II*\x00": "<", b"MM\x00*": ">"}
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})
_WIDTH_TAG, _HEIGHT_TAG = 256, 257
_SHORT = 3
_LEAST_DPI, _MOST_DPI = 70, 1_200
_SHORT_SIDE_INCHES = 8.27


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of a picture file; sizes in pixels."""

    width: int
    height: int

    @property
    def dots_per_inch(self) -> int:
        """The resolution if the shorter side is that of A4, which is what scans of documents are."""
        return min(max(round(min(self.width, self.height) / _SHORT_SIDE_INCHES), _LEAST_DPI), _MOST_DPI)


def kind_of(data: bytes) -> str | None:
    """``png``, ``jpeg`` or ``tiff`` by signature, or None."""
    if data.startswith(_PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpeg"
    return "tiff" if data[:4] in _TIFF else None


def pages_of(data: bytes, limit: int) -> list[Picture]:
    """The pages of a picture file.

    Raises :class:`~vanban.types.UnreadableDocument`: ``damaged``, ``too-many-pages`` beyond ``limit``, ``too-large``
    for more pixels than any scan of a page has.
    """
    sizes = {"png": _png_size, "jpeg": _jpeg_size}
    try:
        kind = kind_of(data)
        found = _tiff_sizes(data, limit) if kind == "tiff" else [sizes[kind or "png"](data)]
    except (struct.error, IndexError) as error:
        raise messages.unreadable("damaged") from error
    for width, height in found:
        if width < 1 or height < 1:
            raise messages.unreadable("damaged")
        if width * height > MOST_PIXELS:
            raise messages.too_many_pixels(width, height)
    return [Picture(width, height) for width, height in found]


def _png_size(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, 16)
    return int(width), int(height)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while True:
        if data[position] != 0xFF:
            return 0, 0
        marker = data[position + 1]
        if marker == 0xFF or marker in _BARE_MARKERS:
            position += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, position + 5)
            return int(width), int(height)
        (length,) = struct.unpack_from(">H", data, position + 2)
        position += 2 + length


def _tiff_sizes(data: bytes, limit: int) -> list[tuple[int, int]]:
    order = _TIFF[data[:4]]
    (position,) = struct.unpack_from(f"{order}I", data, 4)
    sizes: list[tuple[int, int]] = []
    seen: set[int] = set()
    while position and position not in seen:
        seen.add(position)
        if len(sizes) >= limit:
            raise messages.too_many_pages(len(sizes) + 1, limit)
        size, position = _tiff_page(data, order, position)
        sizes.append(size)
    return sizes


def _tiff_page(data: bytes, order: str, position: int) -> tuple[tuple[int, int], int]:
    """The size a directory of a TIFF file states, and where the next one is (0 for none)."""
    (count,) = struct.unpack_from(f"{order}H", data, position)
    found = {_WIDTH_TAG: 0, _HEIGHT_TAG: 0}
    for entry in range(position + 2, position + 2 + count * 12, 12):
        tag, kind = struct.unpack_from(f"{order}HH", data, entry)
        if tag in found:
            (found[tag],) = struct.unpack_from(f"{order}{'H' if kind == _SHORT else 'I'}", data, entry + 8)
    (following,) = struct.unpack_from(f"{order}I", data, position + 2 + count * 12)
    return (found[_WIDTH_TAG], found[_HEIGHT_TAG]), int(following)
