"""Zip files opened with suspicion."""

import io
import zipfile

import pytest
from tests.vanban.readers.support import zipped

from vanban.readers.archive import Archive
from vanban.types import Limits, UnreadableDocument


def code_of(data: bytes, name: str = "a", limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        Archive(data, limits or Limits()).read(name)
    return refused.value.code


def test_entries_are_read_and_listed() -> None:
    archive = Archive(zipped({"a": "một", "b": "hai"}), Limits())
    assert archive.names == ["a", "b"]
    assert "a" in archive
    assert archive.read("b").decode() == "hai"


def test_missing_entry() -> None:
    assert code_of(zipped({"b": "x"})) == "damaged"


def test_encrypted_entry() -> None:
    data = bytearray(zipped({"a": "x" * 100}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert code_of(bytes(data)) == "encrypted"


def test_damaged_content() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a", "nội dung dài")
    data = buffer.getvalue().replace("dài".encode(), b"xxxx")
    assert code_of(data) == "damaged"


def test_unknown_compression() -> None:
    data = bytearray(zipped({"a": "x" * 100}))
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.index(signature) + offset
        data[at : at + 2] = (97).to_bytes(2, "little")
    assert code_of(bytes(data)) == "damaged"


def test_parts_count_together() -> None:
    limits = Limits(unpacked_size=1_500)
    archive = Archive(zipped({"a": "x" * 700, "b": "y" * 700}), limits)
    archive.read("a")
    archive.read("b")
    with pytest.raises(UnreadableDocument) as refused:
        archive.read("a")
    assert refused.value.code == "zip-bomb"
