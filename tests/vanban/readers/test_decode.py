"""Encodings of text files."""

import unicodedata

import pytest

from vanban.readers import read
from vanban.readers.decode import decode, looks_like_text
from vanban.types import NoticeCode

TEXT = (
    "Ủy ban nhân dân tỉnh Lạc Giang yêu cầu các sở, ban, ngành rà soát, báo cáo kết quả thực hiện nhiệm vụ được giao.\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_guess(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, [])


def test_declared_encoding_is_believed_only_when_the_bytes_are_no_utf_8() -> None:
    assert decode(TEXT.encode(), "windows-1252")[0] == TEXT
    assert decode("déjà vu".encode("windows-1252"), "windows-1252") == ("déjà vu", [])
    assert decode("déjà vu".encode("windows-1252"), "no-such-encoding")[1] != []


def test_windows_1258_is_guessed_with_a_notice() -> None:
    spelled = unicodedata.normalize("NFC", TEXT)
    legacy = "".join(_for_windows_1258(char) for char in spelled)
    document = read(legacy.encode("windows-1258"))
    assert document.text == TEXT.strip()
    assert [notice.code for notice in document.notices] == [NoticeCode.GUESSED_ENCODING]


def test_line_ends_are_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\n") == ("a\nb\nc\n", [])


def test_binary_is_no_text() -> None:
    assert not looks_like_text(b"MZ\x90\x00\x03")
    assert looks_like_text("chữ\t\n".encode())
    assert looks_like_text("chữ".encode("utf-16"))


def _for_windows_1258(char: str) -> str:
    """The letter and its tone apart, as that encoding stores them."""
    decomposed = unicodedata.normalize("NFD", char)
    tones = [mark for mark in decomposed if mark in "\u0300\u0301\u0303\u0309\u0323"]
    rest = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in tones))
    return rest + "".join(tones)
