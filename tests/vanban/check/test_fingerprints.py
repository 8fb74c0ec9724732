"""What a store of fingerprints can rely on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.check.fingerprints import SHORTEST, fingerprints, run_hashes, words_of

_SYLLABLES = ["rà", "soát", "danh", "mục", "thuốc", "trạm", "xã", "phường", "kế", "hoạch", "năm", "lũ", "đường", "ấp"]
_words = st.lists(st.sampled_from(_SYLLABLES), max_size=40)


@given(
    before=_words,
    shared=st.lists(st.sampled_from(_SYLLABLES), min_size=SHORTEST, max_size=40),
    after=_words,
    other=_words,
)
def test_a_shared_passage_always_shares_a_fingerprint(
    before: list[str], shared: list[str], after: list[str], other: list[str]
) -> None:
    mine = " ".join([*before, *shared, *after])
    theirs = " ".join([*other, *shared])
    assert fingerprints(mine) & fingerprints(theirs)


@given(words=st.lists(st.sampled_from(_SYLLABLES), max_size=60))
def test_the_rolling_hash_is_that_of_the_run_alone(words: list[str]) -> None:
    assert run_hashes(words) == [run_hashes(words[at : at + 8])[0] for at in range(len(words) - 7)]


def test_case_punctuation_line_breaks_and_normal_form_do_not_count() -> None:
    plain = "Sở Y tế rà soát danh mục thuốc, báo cáo Ủy ban nhân dân tỉnh trước kỳ họp tới"
    other = unicodedata.normalize("NFD", plain.replace(",", ";\n").upper())
    assert fingerprints(plain) == fingerprints(other)


def test_other_words_give_other_fingerprints() -> None:
    first = "Sở Y tế rà soát danh mục thuốc báo cáo Ủy ban nhân dân tỉnh trước kỳ họp tới"
    second = "Công an tỉnh kiểm tra các kho hàng ven sông rồi lập biên bản xử phạt từng hộ vi phạm"
    assert not fingerprints(first) & fingerprints(second)


@pytest.mark.parametrize("text", ["", "một hai ba", "1 2 3 4 5 6 7"])
def test_texts_shorter_than_a_run_have_none(text: str) -> None:
    assert fingerprints(text) == frozenset()


def test_fingerprints_are_the_same_on_every_machine_and_fit_a_database() -> None:
    known = fingerprints("Sở Y tế rà soát danh mục thuốc báo cáo Ủy ban nhân dân tỉnh trước kỳ họp tới")
    assert max(known) < 2**63
    assert min(known) == 79757414742096767


def test_words_keep_their_places() -> None:
    text = "Rà soát, 12 xã."
    assert [text[start:end] for _, start, end in words_of(text)] == ["Rà", "soát", "12", "xã"]


def test_where_a_tone_stands_does_not_count() -> None:
    old = "Ủy ban xã Hòa Mẫu khỏe khoắn xóa nhà tạm, nhà dột nát trong quý một năm nay"
    new = "Uỷ ban xã Hoà Mẫu khoẻ khoắn xoá nhà tạm, nhà dột nát trong quý một năm nay"
    assert fingerprints(old) == fingerprints(new)


def test_letters_that_grow_in_lower_case_keep_the_places() -> None:
    text = "İ rà soát"
    assert [text[start:end] for _, start, end in words_of(text)] == ["İ", "rà", "soát"]
