"""Documents of every supported format as one text with blocks, chosen by content and never by file name.

No reader opens a network connection or any file but the one it was given.
"""

from __future__ import annotations

from vanban.readers import messages
from vanban.readers.protocol import Reader
from vanban.readers.registry import choose_reader
from vanban.readers.scan import OcrSession, PageResult
from vanban.types import Limits, ReadDocument, UnreadableDocument

__all__ = ["OcrSession", "PageResult", "Reader", "read"]

_DEFAULT_LIMITS = Limits()


def read(
    data: bytes, *, name: str | None = None, limits: Limits = _DEFAULT_LIMITS, ocr: OcrSession | None = None
) -> ReadDocument:
    """Read a document.

    ``name`` is only a hint between plain text and Markdown. ``ocr`` lets the recognition of a scan be watched and
    taken up again; without it a scan is recognised in one go. Raises :class:`UnreadableDocument` with a Vietnamese
    sentence for every file that cannot be read, whatever is wrong with it.
    """
    if len(data) > limits.file_size:
        raise messages.too_large(len(data), limits.file_size)
    if not data.strip(b"\x00\t\n\r "):
        raise messages.unreadable("empty")
    reader = choose_reader(data, name, ocr)
    try:
        return reader.read(data, limits)
    except UnreadableDocument:
        raise
    except (RecursionError, MemoryError, ValueError, LookupError, OSError) as error:
        raise messages.unreadable("damaged") from error
