"""The command line: what it says and how it ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from sauro import cli


def test_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    assert {name for name in cli.COMMANDS if not re.search(rf"^    {name}\s", shown, re.MULTILINE)} == set()


def test_unknown_command_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["rum"])
    assert end.value.code == 2
    assert "rum" in capsys.readouterr().err


def test_wrong_setting_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DATABASE_URL_FILE", "/no/such/file")
    monkeypatch.delenv("DATABASE_URL")
    assert cli.main(["migrate"]) == 1
    assert capsys.readouterr().err.startswith("sauro: DATABASE_URL_FILE='/no/such/file' cannot be read")


def test_help_does_not_load_django() -> None:
    code = "import sys; from sauro import cli\ntry: cli.main(['--help'])\nfinally: assert 'django' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_terminal_without_vietnamese_letters_does_not_end_the_command() -> None:
    variables = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    shown = subprocess.run([sys.executable, "-m", "sauro", "--help"], env=variables, capture_output=True, check=True)
    assert b"clean" in shown.stdout
    assert shown.stdout.isascii()


def test_reader_that_leaves_early_does_not_make_a_traceback() -> None:
    command = f"'{sys.executable}' -m sauro --help | true"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert "Traceback" not in ended.stderr
