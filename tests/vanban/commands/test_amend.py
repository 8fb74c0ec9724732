"""``--fix``, ``--diff`` and ``--comment-to``: what the command does to files, and what it leaves alone."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from vanban.cli import main

SAMPLE = Path(__file__).resolve().parents[3] / "samples" / "faulty" / "104-cv-giao-nhiem-vu-so-hoa.docx"
SPACED = "Tỷ lệ giải quyết hồ sơ đúng hạn đạt 97% .\n\nSở Nội vụ tổng hợp.\n"
Printed = pytest.CaptureFixture[bytes]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "văn bản.txt"
    path.write_text(SPACED, encoding="utf-8")
    return path


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "công văn.docx"))


def test_a_diff_is_printed_and_nothing_changed(text: Path, capfdbinary: Printed) -> None:
    main(["check", str(text), "--diff"])
    printed = capfdbinary.readouterr().out.decode("utf-8")
    assert "-Tỷ lệ giải quyết hồ sơ đúng hạn đạt 97% ." in printed
    assert "+Tỷ lệ giải quyết hồ sơ đúng hạn đạt 97%." in printed
    assert text.read_text(encoding="utf-8") == SPACED


def test_fixes_are_put_in_place_and_findings_are_those_left(text: Path, capfdbinary: Printed) -> None:
    main(["check", str(text), "--fix", "--select", "CH"])
    printed = capfdbinary.readouterr()
    assert text.read_text(encoding="utf-8") == SPACED.replace(" .", ".")
    assert "Đã sửa 1 chỗ" in printed.err.decode("utf-8")
    assert "Không phát hiện lỗi." in printed.out.decode("utf-8")


def test_a_rule_that_is_ignored_fixes_nothing(text: Path) -> None:
    main(["check", str(text), "--fix", "--ignore", "CH"])
    assert text.read_text(encoding="utf-8") == SPACED


def test_a_commented_copy_is_written(word: Path, tmp_path: Path, capfdbinary: Printed) -> None:
    before = word.read_bytes()
    out = tmp_path / "ghi chú.docx"
    main(["check", str(word), "--comment-to", str(out)])
    assert "ghi chú vào ghi chú.docx" in capfdbinary.readouterr().err.decode("utf-8")
    assert "word/comments.xml" in zipfile.ZipFile(out).namelist()
    assert word.read_bytes() == before


def test_the_original_is_never_commented_in_place(word: Path, capfdbinary: Printed) -> None:
    before = word.read_bytes()
    assert main(["check", str(word), "--comment-to", str(word)]) == 2
    assert "tên khác" in capfdbinary.readouterr().err.decode("utf-8")
    assert word.read_bytes() == before


def test_other_formats_cannot_be_commented(text: Path, tmp_path: Path, capfdbinary: Printed) -> None:
    out = tmp_path / "ra.docx"
    assert main(["check", str(text), "--comment-to", str(out)]) == 2
    assert len(capfdbinary.readouterr().err.decode("utf-8").strip().splitlines()) == 1
    assert not out.exists()


def test_one_file_at_a_time_is_commented(word: Path, text: Path, tmp_path: Path) -> None:
    assert main(["check", str(word), str(text), "--comment-to", str(tmp_path / "ra.docx")]) == 2
