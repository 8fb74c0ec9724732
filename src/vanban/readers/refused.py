"""Files that are plainly something else, each with a sentence of its own."""

from __future__ import annotations

from vanban.readers import messages
from vanban.readers.signatures import is_ole, is_zip
from vanban.types import UnreadableDocument

_IMAGES = (b"GIF8", b"BM", b"\x00\x00\x00\x0cjP  ")
_SHEET_PARTS = (b"xl/workbook", b"xl/worksheets", b"application/vnd.oasis.opendocument.spreadsheet")
_SLIDE_PARTS = (b"ppt/presentation", b"ppt/slides", b"application/vnd.oasis.opendocument.presentation")
_SHEET_STREAM = "Workbook".encode("utf-16-le")
_SLIDE_STREAM = "PowerPoint Document".encode("utf-16-le")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def refusal(data: bytes) -> UnreadableDocument | None:
    """What is wrong with a file that no reader takes; None when it may be plain text."""
    if _is_image(data):
        return messages.picture_format()
    if is_zip(data):
        return _zip_refusal(data)
    if is_ole(data):
        return _ole_refusal(data)
    if data.startswith(_ARCHIVES):
        return messages.wrong_kind("tệp nén", "giải nén rồi chọn tệp văn bản bên trong")
    return None


def _is_image(data: bytes) -> bool:
    return data.startswith(_IMAGES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP")


def _zip_refusal(data: bytes) -> UnreadableDocument:
    if any(part in data for part in _SHEET_PARTS):
        return messages.wrong_kind("bảng tính", "chép nội dung giao việc sang tệp .docx rồi thử lại")
    if any(part in data for part in _SLIDE_PARTS):
        return messages.wrong_kind("bài trình chiếu", "dùng tệp văn bản gốc của nội dung này")
    if b"[Content_Types].xml" in data or b"content.xml" in data:
        return messages.unreadable("damaged")
    return messages.wrong_kind("tệp nén", "giải nén rồi chọn tệp văn bản bên trong")


def _ole_refusal(data: bytes) -> UnreadableDocument:
    if _SHEET_STREAM in data:
        return messages.wrong_kind("bảng tính", "chép nội dung giao việc sang tệp .docx rồi thử lại")
    if _SLIDE_STREAM in data:
        return messages.wrong_kind("bài trình chiếu", "dùng tệp văn bản gốc của nội dung này")
    return messages.unreadable("unknown-format")
