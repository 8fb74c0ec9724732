"""Bytes of plain text to characters."""

from __future__ import annotations

import codecs

from vanban.readers import messages
from vanban.text.legacy_encodings import convert_lines, encoding_of_text
from vanban.text.normalize import nfc
from vanban.types import Notice, NoticeCode

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_BYTES = frozenset(range(9)) | frozenset(range(14, 27)) | frozenset(range(28, 32))
_SAMPLE = 4096
_CP1258_TONES = {"\u0340": "\u0300", "\u0341": "\u0301"}

GUESSED = Notice(
    NoticeCode.GUESSED_ENCODING,
    "Tệp không ghi bảng mã nên bảng mã được đoán; hãy xem lại chữ có dấu trước khi dùng.",
)

CONVERTED = Notice(
    NoticeCode.CONVERTED_ENCODING,
    "Văn bản dùng bảng mã tiếng Việt cũ (TCVN3 hoặc VNI) đã được chuyển sang Unicode; "
    "hãy xem lại chữ có dấu, nhất là chữ hoa, trước khi dùng.",
)


def looks_like_text(data: bytes) -> bool:
    """Whether the bytes can be text in some encoding: a byte order mark, or no control bytes at the start."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return True
    return _BINARY_BYTES.isdisjoint(data[:_SAMPLE])


def decode(data: bytes, declared: str | None = None) -> tuple[str, list[Notice]]:
    """The text in NFC, with line feeds alone, and a notice when the encoding had to be guessed.

    A byte order mark wins, then UTF-8 when the bytes are valid UTF-8, then ``declared``, then the best guess. Raises
    :class:`UnreadableDocument` when nothing fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _finish(data.decode(encoding, errors="replace")), []
    try:
        return _finish(data.decode("utf-8")), []
    except UnicodeDecodeError:
        pass
    if declared and _is_known(declared):
        return _finish(data.decode(declared, errors="replace")), []
    return _finish(_guess(data)), [GUESSED]


def decode_text(data: bytes) -> tuple[str, list[Notice]]:
    """Like :func:`decode`, for text without markup: letters in TCVN3 or VNI become those of Unicode, with a notice."""
    text, notices = decode(data)
    encoding = encoding_of_text(text)
    return (text, notices) if encoding is None else (convert_lines(text, encoding), [CONVERTED])


def _guess(data: bytes) -> str:
    single_bytes = data.decode("cp1252", errors="replace")
    if encoding_of_text(single_bytes) is not None:
        return single_bytes
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, needed for old files only

    best = from_bytes(data, cp_isolation=["cp1258", "cp1252", "utf_16_le", "utf_16_be"]).best()
    if best is None:
        raise messages.unreadable("unknown-format")
    return str(best)


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _finish(text: str) -> str:
    for old, new in _CP1258_TONES.items():
        text = text.replace(old, new)
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
