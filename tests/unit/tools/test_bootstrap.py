"""The set-up of a clean checkout: what it skips, and what it says when it may not install."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools import bootstrap


def test_step_is_skipped_only_while_it_was_made_from_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    assert not bootstrap.is_stamped("packages", "one")
    bootstrap.write_stamp("packages", "one")
    assert bootstrap.is_stamped("packages", "one")
    assert not bootstrap.is_stamped("packages", "two")


def test_machine_without_programs_and_apt_gets_the_one_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    bootstrap.install_system_programs()
    said = capsys.readouterr().err.splitlines()
    packages = set(said[-1].split("--no-install-recommends ")[1].split())
    assert packages >= {"chromium", "libreoffice-writer", "tesseract-ocr", "tesseract-ocr-vie", "poppler-utils"}
    assert "skipped" in said[0]


def test_unknown_purpose_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["everything"]) == 2
    assert "run|test|lint" in capsys.readouterr().err
