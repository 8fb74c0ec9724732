"""Zip files written again: what is not changed is copied as it is packed."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.vanban.readers.support import zipped

from vanban.check.wordfile import NotWritable
from vanban.check.wordfile.archive import rewritten

FILES: dict[str, str | bytes] = {"mimetype": "một", "word/document.xml": "hai " * 500, "word/media/ảnh.png": b"\x89ba"}


def packed(data: bytes, name: str) -> bytes:
    """The bytes of an entry as they lie in the archive, header included."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(name)
    return data[info.header_offset : info.header_offset + 30 + len(name.encode()) + info.compress_size]


def test_a_replaced_entry_changes_and_the_others_are_copied_bit_by_bit() -> None:
    data = zipped(FILES)
    changed = rewritten(data, {"word/document.xml": "bốn".encode()})
    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(FILES)
        assert archive.read("word/document.xml").decode() == "bốn"
    for name in ("mimetype", "word/media/ảnh.png"):
        assert packed(changed, name) == packed(data, name)


def test_a_new_entry_is_added_at_the_end() -> None:
    changed = rewritten(zipped(FILES), {"word/comments.xml": b"<a/>"})
    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        assert archive.namelist() == [*FILES, "word/comments.xml"]
        assert archive.read("word/comments.xml") == b"<a/>"


def test_entries_whose_sizes_follow_them_are_copied_whole() -> None:
    buffer = io.BytesIO()

    class Unseekable(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, content: object) -> int:
            return buffer.write(bytes(content))  # type: ignore[call-overload]  # a buffer of bytes

    with zipfile.ZipFile(Unseekable(), "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]  # can write
        archive.writestr("a.xml", "một " * 100)
        archive.writestr("b.xml", "hai " * 100)
    changed = rewritten(buffer.getvalue(), {"b.xml": b"ba"})
    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        assert archive.testzip() is None
        assert (archive.read("a.xml").decode(), archive.read("b.xml")) == ("một " * 100, b"ba")


def test_a_remark_of_the_archive_stays() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", "một")
        archive.comment = b"ghi nho"
    with zipfile.ZipFile(io.BytesIO(rewritten(buffer.getvalue(), {"a.xml": b"hai"}))) as archive:
        assert archive.comment == b"ghi nho"


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"rubbish", b"junk before" + zipped({"a.xml": "b"})])
def test_what_is_no_plain_archive_is_refused(data: bytes) -> None:
    with pytest.raises(NotWritable):
        rewritten(data, {"a.xml": b"c"})
