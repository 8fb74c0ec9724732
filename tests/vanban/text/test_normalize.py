"""Search and sort keys of Vietnamese text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.text.normalize import fold, name_sort_key, nfc, sort_key

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
    "AĂÂĐÊÔƠƯỦỊẾ 0123456789.,-/“”\n",
    max_size=60,
)


@given(VIETNAMESE)
def test_fold_is_the_same_for_composed_and_decomposed_text(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60))
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_fold_leaves_plain_letters_digits_and_single_spaces(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower()
    assert "  " not in folded
    assert folded == folded.strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban", "Uỷ ban"),
        ("hòa giải", "hoà giải"),
        ("kỹ thuật", "kĩ thuật"),
        ("quý I", "quí I"),
        ("ĐẢNG ỦY", "đảng uỷ"),
        ("UBND  tỉnh,", "ubnd tỉnh"),
        ("Sở Nội vụ", "so noi vu"),
        ("Mỹ Thới", "mĩ thới"),
    ],
)
def test_fold_ignores_spelling_that_wavers(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("tay", "tai"), ("thủy", "thúi"), ("ban", "bàn a"), ("lúa", "lụa b")])
def test_fold_keeps_different_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_nfc_composes_decomposed_text() -> None:
    assert nfc(unicodedata.normalize("NFD", "phường")) == "phường"
    assert nfc("plain") == "plain"


def test_sort_key_follows_the_vietnamese_alphabet() -> None:
    words = ["ê", "đ", "b", "ă", "a", "â", "e", "d", "c", "ơ", "o", "ô", "ư", "u", "y"]
    assert sorted(words, key=sort_key) == ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"]


def test_sort_key_follows_the_tones() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_sort_key_compares_letters_before_tones_and_syllables_one_by_one() -> None:
    names = ["Bà Ban", "Ba Bể", "Ban Mê", "Bàn Cờ", "Ba"]
    assert sorted(names, key=sort_key) == ["Ba", "Ba Bể", "Bà Ban", "Ban Mê", "Bàn Cờ"]


def test_sort_key_orders_numbers_by_value() -> None:
    assert sorted(["Khu phố 10", "Khu phố 2", "Khu phố 1"], key=sort_key) == ["Khu phố 1", "Khu phố 2", "Khu phố 10"]


@given(VIETNAMESE)
def test_sort_key_is_ascii_and_the_same_for_both_normal_forms(text: str) -> None:
    key = sort_key(text)
    assert key.isascii()
    assert key == sort_key(unicodedata.normalize("NFD", text))


def test_name_sort_key_puts_the_given_name_first() -> None:
    names = ["Trần Thị Thử", "Nguyễn Văn Mẫu", "Lê Thị Mẫu", "Đỗ Văn Định"]
    assert sorted(names, key=name_sort_key) == ["Đỗ Văn Định", "Lê Thị Mẫu", "Nguyễn Văn Mẫu", "Trần Thị Thử"]


def test_name_sort_key_of_nothing_is_empty() -> None:
    assert name_sort_key("  ") == ""


def test_letters_of_other_languages_sort_by_their_base() -> None:
    assert sort_key("Niño") == sort_key("Nino")
    assert sort_key("жук").isascii()
