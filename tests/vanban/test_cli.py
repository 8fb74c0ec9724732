"""The command: what it prints, and its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.vanban.building import FOOT, LETTERHEAD

from vanban.cli import main

LETTER = f"{LETTERHEAD}\n1. Sở Y tế rà soát thuốc dự trữ, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/3/2026.\n\n{FOOT}"
KEYS = {
    "section", "text", "start", "end", "leads", "lead_source", "coordinators", "actors", "measures",
    "authority", "responsibility", "issuing_body", "condition", "due", "recurrence", "product", "submit_to",
    "resources", "standing", "confidence",
}  # fmt: skip


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "công văn.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_extract_prints_one_json_object(letter: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["extract", str(letter), "--json"]) == 0
    printed = json.loads(capfdbinary.readouterr().out.decode("utf-8"))
    assert printed["schema"] == "vanban/1"
    assert set(printed) == {"schema", "text", "document", "tasks", "targets", "findings"}
    (task,) = printed["tasks"]
    assert set(task) == KEYS
    assert task["due"]["value"] == "2026-03-20"


def test_extract_prints_a_table_with_the_six_clears(
    letter: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert main(["extract", str(letter)]) == 0
    lines = capfdbinary.readouterr().out.decode("utf-8").splitlines()
    assert any("Thời hạn" in line and "Người" in line for line in lines)
    assert max(len(line) for line in lines) <= 100


@pytest.mark.parametrize("name", ["không có.txt", "rỗng.txt"])
def test_unreadable_files_get_one_line_and_exit_code_two(
    tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rỗng.txt").write_bytes(b"")
    assert main(["extract", str(tmp_path / name), "--json"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1


def test_help_loads_no_reader() -> None:
    script = (
        "import sys; from vanban.cli import _parser; _parser();"
        "print([name for name in sys.modules if name.startswith('vanban.')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['vanban.cli']"


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("vanban ")
