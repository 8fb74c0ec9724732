"""Word 97 and rich text, through LibreOffice when it is installed."""

import os
import subprocess
from pathlib import Path

import docx as python_docx
import pytest
from tests.vanban.readers.support import cell_texts, lines

from vanban.readers import libreoffice, read
from vanban.readers.libreoffice import find_converter
from vanban.types import UnreadableDocument

needs_libreoffice = pytest.mark.skipif(
    find_converter() is None, reason="LibreOffice is missing: apt-get install -y libreoffice-writer-nogui"
)
RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times New Roman;}}"
    rb"\pard\b K\u7871?\b0  ho\u7841?ch\par Giao S\u7903? Y t\u7871?.\par}"
)


@needs_libreoffice
def test_rich_text_is_read() -> None:
    document = read(RTF)
    assert lines(document) == ["Kế hoạch", "Giao Sở Y tế."]
    assert document.format == "rtf"
    assert document.reader == "office/1+docx/1"


@needs_libreoffice
def test_word_97_file_reads_as_the_docx_it_was_made_from(tmp_path: Path) -> None:
    source = python_docx.Document()
    source.add_heading("KẾ HOẠCH", 1)
    source.add_paragraph("Giao Sở Nội vụ chủ trì.", style="List Number")
    source.add_paragraph("Giao Sở Y tế phối hợp.", style="List Number")
    table = source.add_table(2, 3, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 2).text = "TT", "Nhiệm vụ", "Rà soát"
    table.cell(0, 1).merge(table.cell(0, 2))
    source.add_paragraph("Nơi nhận: như trên.")
    source.save(str(tmp_path / "a.docx"))
    command = [find_converter() or "", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "doc", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True)
    expected = read((tmp_path / "a.docx").read_bytes())
    document = read((tmp_path / "a.doc").read_bytes())
    assert lines(document) == lines(expected)
    assert cell_texts(document) == cell_texts(expected)
    assert document.format == "doc"


@needs_libreoffice
def test_damaged_rich_text_never_raises_anything_else() -> None:
    try:
        read(RTF[:60])
    except UnreadableDocument as error:
        assert error.code in {"damaged", "empty"}


def test_without_a_converter_the_user_is_told_how_to_save(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "PATH", "")
    with pytest.raises(UnreadableDocument) as refused:
        read(RTF)
    assert refused.value.code == "needs-converter"
    assert ".docx" in refused.value.message
    assert ".rtf" in refused.value.message


def test_word_file_without_a_readable_information_block_goes_to_the_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "PATH", "")
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000) + "WordDocument".encode("utf-16-le")
    with pytest.raises(UnreadableDocument) as refused:
        read(data)
    assert refused.value.code == "needs-converter"
    assert ".doc " in refused.value.message


def test_a_converter_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_TIME_LIMIT_SECONDS", 0.2)
    with pytest.raises(UnreadableDocument) as refused:
        read(RTF)
    assert refused.value.code == "needs-converter"
    assert "quá lâu" in refused.value.message


def test_a_converter_that_fails_means_a_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = tmp_path / "soffice"
    failing.write_text("#!/bin/sh\nexit 1\n")
    failing.chmod(0o755)
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument) as refused:
        read(RTF)
    assert refused.value.code == "damaged"
