"""The builder writes what changed, and with --check only says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.samples.reading import SLUGS, SOURCES
from tools.build_samples import build, main

SHORTEST = next(slug for slug in SLUGS if slug.startswith("014"))
FILES = [f"{SHORTEST}.txt", f"{SHORTEST}.docx", f"{SHORTEST}.pdf"]


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A folder with one source."""
    (tmp_path / "src").mkdir()
    shutil.copy(SOURCES / f"{SHORTEST}.toml", tmp_path / "src")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_three_files_are_written_once(samples: Path) -> None:
    assert build(samples, check=False) == FILES
    assert sorted(contents(samples / "built")) == sorted(FILES)
    assert build(samples, check=False) == []


def test_check_writes_nothing_and_names_what_is_out_of_date(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--samples", str(samples)]) == 0
    before = contents(samples / "built")
    assert main(["--samples", str(samples), "--check"]) == 0
    source = samples / "src" / f"{SHORTEST}.toml"
    source.write_text(source.read_text(encoding="utf-8").replace("Thử", "Ví Dụ"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--samples", str(samples), "--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [f"out of date: {name}" for name in FILES]
    assert contents(samples / "built") == before
