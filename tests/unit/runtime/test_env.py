"""Typed environment readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from sauro import env
from sauro.env import SettingError

NAME = "SAURO_EXAMPLE"


def test_text_falls_back_to_the_default_when_unset_or_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    assert env.text(NAME, "x") == "x"
    monkeypatch.setenv(NAME, "   ")
    assert env.text(NAME, "x") == "x"
    with pytest.raises(SettingError, match=f"{NAME} is not set"):
        env.text(NAME)


@pytest.mark.parametrize(("word", "value"), [("1", True), ("Yes", True), ("ON", True), ("0", False), ("off", False)])
def test_boolean_understands_the_usual_words(monkeypatch: pytest.MonkeyPatch, word: str, value: bool) -> None:
    monkeypatch.setenv(NAME, word)
    assert env.boolean(NAME, default=not value) is value


@pytest.mark.parametrize("word", ["2", "có", "tru"])
def test_boolean_refuses_other_words(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv(NAME, word)
    with pytest.raises(SettingError, match=NAME):
        env.boolean(NAME, default=False)


@pytest.mark.parametrize(("word", "problem"), [("x", "not a whole number"), ("0", "1 or more"), ("11", "10 or less")])
def test_integer_refuses_what_is_no_number_or_out_of_range(
    monkeypatch: pytest.MonkeyPatch, word: str, problem: str
) -> None:
    monkeypatch.setenv(NAME, word)
    with pytest.raises(SettingError, match=problem):
        env.integer(NAME, 5, minimum=1, maximum=10)


def test_integer_includes_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    for word in ("1", "10"):
        monkeypatch.setenv(NAME, word)
        assert env.integer(NAME, 5, minimum=1, maximum=10) == int(word)


def test_choice_names_what_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "fr")
    with pytest.raises(SettingError, match="vi, en"):
        env.choice(NAME, ("vi", "en"), "vi")


def test_words_drop_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, " state, party ,,front ")
    assert env.words(NAME) == ["state", "party", "front"]


def test_secret_comes_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "mật khẩu"
    file.write_text("s3cret\n", encoding="utf-8")
    monkeypatch.setenv(f"{NAME}_FILE", str(file))
    assert env.secret(NAME) == "s3cret"
    file.write_text("\n", encoding="utf-8")
    with pytest.raises(SettingError, match="is empty"):
        env.secret(NAME)
    file.unlink()
    with pytest.raises(SettingError, match="cannot be read"):
        env.secret(NAME)


def test_whole_numbers_are_read_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.integers(NAME, [3, 1]) == (3, 1)
    monkeypatch.setenv(NAME, "5, 2,0")
    assert env.integers(NAME, [3, 1]) == (5, 2, 0)


@pytest.mark.parametrize("value", ["5, hai", "3,-1", "1.5"])
def test_numbers_that_are_none_are_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(NAME, value)
    with pytest.raises(env.SettingError, match=NAME):
        env.integers(NAME, [3])
