"""``vanban compose``: files from a description, and what it says when it cannot make them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.vanban.compose.contents import letter

from vanban.cli import main
from vanban.compose.writing import content_to_json, content_to_value


@pytest.fixture
def description(tmp_path: Path) -> Path:
    """The letter as JSON."""
    path = tmp_path / "công văn.json"
    path.write_text(content_to_json(letter()), encoding="utf-8")
    return path


def test_both_forms_are_written_at_once(description: Path, tmp_path: Path) -> None:
    word, pdf = tmp_path / "a.docx", tmp_path / "a.PDF"
    assert main(["compose", str(description), "-o", str(word), "-o", str(pdf)]) == 0
    assert word.read_bytes().startswith(b"PK")
    assert pdf.read_bytes().startswith(b"%PDF")


def test_layout_of_the_command_counts(
    description: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["compose", str(description), "-o", str(tmp_path / "a.docx"), "--layout", "party"]) == 2
    said = capfdbinary.readouterr().err.decode("utf-8")
    assert "header.symbol: Ký hiệu của công văn phải bắt đầu bằng “CV/”." in said
    assert not (tmp_path / "a.docx").exists()


def test_every_fault_has_its_line(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "sai.json"
    wrong = {**content_to_value(letter()), "kind": "thu", "body": [{"type": "muc"}]}
    path.write_text(json.dumps(wrong), encoding="utf-8")
    assert main(["compose", str(path), "-o", str(tmp_path / "a.docx")]) == 2
    lines = capfdbinary.readouterr().err.decode("utf-8").splitlines()
    assert [line.split(": ")[2] for line in lines] == ["kind", "body[0]"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["không-có.json", "-o", "a.docx"], "không mở hoặc không ghi được tệp"),
        (["{description}", "-o", "a.odt"], "chỉ ghi được tệp .docx hoặc .pdf"),
        (["{description}", "-o", "{folder}/không/có/a.docx"], "không mở hoặc không ghi được tệp"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], says: str, description: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    filled = [one.format(description=description, folder=tmp_path) for one in arguments]
    assert main(["compose", *filled]) == 2
    assert says in capfdbinary.readouterr().err.decode("utf-8")
