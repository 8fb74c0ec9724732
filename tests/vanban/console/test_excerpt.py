"""Excerpts: the carets stand under the finding, whatever is cut off."""

from __future__ import annotations

import unicodedata

import pytest

from vanban.console.excerpt import excerpt

_LINE = "Tỷ lệ nữ chiếm 40% (50/200) trong tổng số cán bộ, công chức, viên chức của toàn tỉnh hiện nay."


@pytest.mark.parametrize("width", [200, 60, 40])
@pytest.mark.parametrize("word", ["Tỷ", "40% (50/200)", "hiện nay."])
def test_carets_stand_under_the_word(width: int, word: str) -> None:
    start = _LINE.index(word)
    shown = excerpt(_LINE, start, start + len(word), width)
    assert len(shown.line) <= width
    under = shown.line[shown.carets.index("^") : shown.carets.rindex("^") + 1]
    assert under == word


def test_a_long_finding_is_cut_at_the_right() -> None:
    shown = excerpt(_LINE * 3, 10, 250, 50)
    assert len(shown.line) == 50
    assert shown.line.endswith("…")
    assert len(shown.carets) <= 50


def test_combining_marks_take_no_room() -> None:
    line = unicodedata.normalize("NFD", "Tỷ lệ nữ") + " 40%"
    start = line.index("40%")
    assert excerpt(line, start, start + 3, 80).carets == " " * len("Tỷ lệ nữ ") + "^^^"


def test_an_empty_finding_has_one_caret() -> None:
    assert excerpt("Số:", 3, 3, 80).carets == "   ^"
