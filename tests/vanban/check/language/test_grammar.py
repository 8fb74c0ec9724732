"""Syllables by grammar: what can be one, and where its tone may stand."""

from __future__ import annotations

import unicodedata

import pytest

from vanban.check.language.grammar import bare, is_syllable, key_of, read_syllable

_RIGHT = "hòa hoà thủy thuỷ ủy uỷ quý giá gì gìn giếng nghiêng khuỷu buýt xoong thuở yên"
_WRONG = "tòan qúy gía đựơc cuả nghành ngiệp cê kả nguời trưòng đươc xêp iên đắk"


@pytest.mark.parametrize("word", _RIGHT.split())
def test_syllables_in_both_placements_of_the_tone(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", _WRONG.split())
def test_what_no_onset_rhyme_and_tone_make(word: str) -> None:
    assert not is_syllable(word)


def test_closed_syllables_need_a_sharp_or_heavy_tone() -> None:
    assert [is_syllable(word) for word in ("một", "mốt", "môt", "mổt", "mỗt", "mồt")] == [True, True] + [False] * 4


def test_a_key_is_the_same_for_both_schools() -> None:
    assert key_of("hoà") == key_of("hòa") == "hòa"
    assert key_of("quý") == "quý"


def test_the_parts_of_a_syllable() -> None:
    syllable = read_syllable("nghiệp")
    assert syllable is not None
    assert (syllable.onset, syllable.rhyme, unicodedata.name(syllable.tone)) == ("ngh", "iêp", "COMBINING DOT BELOW")


def test_bare_letters() -> None:
    assert bare("đường") == "duong"
    assert bare("camera") == "camera"
