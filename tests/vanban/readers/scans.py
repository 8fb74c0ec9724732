"""Scans made on the spot: pages of a PDF file as pictures, bare or put into another PDF file."""

import io
import shutil
import struct
import zlib

import pypdfium2
import pytest

from vanban.readers.scan import tesseract
from vanban.readers.scan.render import render_page

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or not tesseract.is_available(),
    reason="no Tesseract: apt install tesseract-ocr tesseract-ocr-vie",
)
A4 = (595, 842)


def grey_page(source: bytes, number: int, *, tilt: float = 0.0) -> tuple[int, int, bytes]:
    """Width, height and grey pixels of a page at 300 dots per inch; ``tilt`` lets its lines fall by so many pixels a
    pixel."""
    picture, _ = render_page(source, number, slope=-tilt)
    header, pixels = picture.split(b"\n255\n", 1)
    width, height = map(int, header.split()[1:])
    return width, height, pixels


def png(width: int, height: int, pixels: bytes) -> bytes:
    """A grey .png."""
    rows = b"".join(b"\0" + pixels[row * width : (row + 1) * width] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )


def tiff(*pages: tuple[int, int, bytes]) -> bytes:
    """A grey .tiff of several pages, not compressed."""
    data = b"II*\x00" + struct.pack("<I", 8)
    for index, (width, height, pixels) in enumerate(pages):
        start = len(data) + 2 + 8 * 12 + 4
        values = (
            (256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, start), (278, height), (279, len(pixels)),
        )  # fmt: skip
        entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in values)
        following = 0 if index == len(pages) - 1 else start + len(pixels) + len(pixels) % 2
        data += struct.pack("<H", len(values)) + entries + struct.pack("<I", following)
        data += pixels + b"\0" * (len(pixels) % 2)
    return data


def scanned_pdf(*pages: tuple[int, int, bytes] | bytes) -> bytes:
    """A .pdf whose A4 pages are pictures; an item of bytes is the content of an empty page of its own instead."""
    objects: list[bytes] = []
    kids: list[int] = []
    for page in pages:
        sheet = A4
        if isinstance(page, bytes):
            content, resources = page, b"<<>>"
        else:
            width, height, pixels = page
            sheet = A4 if height >= width else A4[::-1]
            packed = zlib.compress(pixels, 1)
            objects.append(
                b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
                b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (width, height, len(packed), packed)
            )
            content = b"%d 0 0 %d 0 0 cm /P Do" % sheet
            resources = b"<</XObject<</P %d 0 R>>>>" % (len(objects) + 2)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources %s>>"
            % (*sheet, len(objects) + 2, resources)
        )
        kids.append(len(objects) + 2)
    catalog = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)),
    ]
    return _file([*catalog, *objects])


def _file(objects: list[bytes]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(data),
    )  # fmt: skip


def with_scanned_page(source: bytes, scan: bytes) -> bytes:
    """A .pdf with the pages of ``source``, then those of ``scan``."""
    document = pypdfium2.PdfDocument(source)
    document.import_pages(pypdfium2.PdfDocument(scan))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
