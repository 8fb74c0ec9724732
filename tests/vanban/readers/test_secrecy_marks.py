"""Marks of state secrets that are never left out."""

import unicodedata

import pytest

from vanban.readers.secrecy_marks import has_secrecy_mark


@pytest.mark.parametrize("text", ["MẬT", " TỐI  MẬT.", "Tuyệt mật", "Độ mật: Tối mật", "MẬT - Bản số 03", "[MẬT]"])
def test_marks_are_seen_in_both_normal_forms(text: str) -> None:
    assert has_secrecy_mark(text)
    assert has_secrecy_mark(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("text", ["Dự thảo", "bảo mật thông tin", "Bí mật nhà nước", "", "Mật ong", "MẬTĐỘ"])
def test_other_words_are_not_marks(text: str) -> None:
    assert not has_secrecy_mark(text)
