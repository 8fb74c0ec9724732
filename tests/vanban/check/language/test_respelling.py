"""Non-words with one evident reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.check.language import respelling


@pytest.mark.parametrize(
    ("respell", "word", "meant"),
    [
        (respelling.misplaced_tone, "khỏan", "khoản"),
        (respelling.wrong_onset, "nghành", "ngành"),
        (respelling.wrong_onset, "ngề", "nghề"),
        (respelling.missing_hook, "nuớc", "nước"),
        (respelling.missing_hook, "quyét", "quyết"),
        (respelling.stopped_tone, "triểt", "triệt"),
        (respelling.typing_residue, "vieejt", "việt"),
        (respelling.typing_residue, "chuwong", "chương"),
        (respelling.doubled_letter, "kếêt", "kết"),
        (respelling.swapped_letters, "đồgn", "đồng"),
        (respelling.run_together, "đồngchí", ("đồng", "chí")),
    ],
)
def test_what_is_meant(respell: Callable[[str], object], word: str, meant: object) -> None:
    assert respell(word) == meant


@pytest.mark.parametrize("word", ["boots", "tower", "feed", "cows", "window", "class", "books", "draws", "box"])
def test_english_words_are_no_residue_of_typing(word: str) -> None:
    assert respelling.typing_residue(word) is None


def test_a_word_that_comes_apart_in_two_ways_is_left_alone() -> None:
    assert respelling.run_together("côngan") is None
