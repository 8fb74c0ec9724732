"""Names of uploaded files become harmless and stay readable."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.documents.file_names import LONGEST_BYTES, clean_file_name, extension


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Công văn số 12.docx", "Công văn số 12.docx"),
        (unicodedata.normalize("NFD", "Kế hoạch.docx"), "Kế hoạch.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Mẫu\\kế hoạch.docx", "kế hoạch.docx"),
        ("a\x00b\x1f.txt", "ab.txt"),
        ("ngược\u202excod.exe", "ngượcxcod.exe"),
        ("a\u200bb.txt", "ab.txt"),
        ("  .ẩn.txt  ", "ẩn.txt"),
        ('a<b>:"|?*.txt', "a_b______.txt"),
        ("CON.txt", "_CON.txt"),
        ("...", "van-ban"),
        ("", "van-ban"),
        ("dòng\nhai.txt", "dòng hai.txt"),
    ],
)
def test_clean_file_name(sent: str, kept: str) -> None:
    assert clean_file_name(sent) == kept


def test_long_name_keeps_its_extension() -> None:
    kept = clean_file_name("Ủy" * 300 + ".docx")
    assert kept.endswith(".docx")
    assert len(kept.encode()) <= LONGEST_BYTES


@given(st.text(max_size=400))
def test_any_name_becomes_harmless(sent: str) -> None:
    kept = clean_file_name(sent)
    assert kept
    assert len(kept.encode()) <= LONGEST_BYTES + 1
    assert not set(kept) & set('/\\\x00\u202e\u2066<>:"|?*\n\r\t')
    assert not kept.startswith(".")
    assert clean_file_name(kept) == kept


def test_extension_is_a_plain_hint() -> None:
    assert extension("a.MD") == ".md"
    assert extension("a.m\u0300d; rm") == ""
