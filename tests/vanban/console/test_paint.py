"""Colours: on a terminal only, and never against the user's wish."""

from __future__ import annotations

import pytest

from vanban.console.paint import Paint
from vanban.results import Severity


def test_colours_are_switched_off() -> None:
    assert Paint(enabled=False).severity("LỖI", Severity.ERROR) == "LỖI"
    assert Paint(enabled=True).severity("LỖI", Severity.ERROR) != "LỖI"


@pytest.mark.parametrize(
    ("variable", "value", "coloured"), [("NO_COLOR", "1", False), ("TERM", "dumb", False), ("TERM", "xterm", True)]
)
def test_the_user_is_asked_by_variables(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(variable, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert (Paint.for_output()("x", "red") != "x") is coloured
