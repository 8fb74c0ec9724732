"""The process that reads files: it works in private, is ended as a whole and leaves nothing."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from tests.factories.documents import DIRECTIVE, as_docx

from sauro.documents.quarantine import quarantined, working_folder
from sauro.documents.reader_order import Order
from sauro.documents.reader_process import _storable
from sauro.documents.reader_purpose import Purpose
from sauro.documents.secrecy import Level, SecrecyMark
from sauro.documents.services.reading import ReadFile, Unreadable, _end, read_quarantined
from vanban.types import ReadDocument

pytestmark = pytest.mark.django_db


def test_file_is_read_with_its_text_blocks_and_findings() -> None:
    with quarantined([as_docx(DIRECTIVE)], name="a.docx") as upload:
        read = read_quarantined(upload)
    assert isinstance(read, ReadFile)
    assert "Sở Nội vụ chủ trì" in read.text
    assert read.blocks
    assert (read.format, read.reader.split("/")[0]) == ("docx", "docx")
    assert len(read.extraction["tasks"]) == 2
    assert read.extraction["tasks"][0]["provenance"]["due"]["start"] > 0


def test_kind_is_told_by_content_and_not_by_name() -> None:
    with quarantined([as_docx(DIRECTIVE)], name="thật ra.txt") as upload:
        read = read_quarantined(upload)
    assert isinstance(read, ReadFile)
    assert read.media_type.endswith("wordprocessingml.document")


def test_mark_is_told_without_a_word_of_the_text() -> None:
    with quarantined([f"TUYỆT MẬT\n{DIRECTIVE}".encode()], name="a.txt") as upload:
        assert isinstance(mark := read_quarantined(upload), SecrecyMark)
    assert mark.level == Level.ABSOLUTE


def test_reader_leaves_nothing_in_quarantine(quarantine_folder: Path) -> None:
    with quarantined([as_docx(DIRECTIVE)], name="a.docx") as upload:
        read_quarantined(upload)
        assert list(quarantine_folder.iterdir()) == [upload.path]
    assert list(quarantine_folder.iterdir()) == []


def test_reader_that_overruns_is_ended(quarantine_folder: Path, settings: Settings) -> None:
    settings.READER_SECONDS = 1
    long = "\n".join(f"{number}. Sở Nội vụ rà soát, báo cáo trong tháng 12." for number in range(90_000))
    with quarantined([long.encode()], name="a.txt") as upload, pytest.raises(Unreadable) as refused:
        read_quarantined(upload)
    assert refused.value.code in ("too-slow", "reader-died")
    assert list(quarantine_folder.iterdir()) == []


def test_converter_in_a_session_of_its_own_is_ended_with_its_reader(quarantine_folder: Path) -> None:
    """A reader starts a sleeper in another session, as the converter of old office files does, and is stopped."""
    script = (
        "import subprocess, sys, time;"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], start_new_session=True);"
        "print('started', flush=True); time.sleep(60)"
    )
    with working_folder() as folder:
        reader = subprocess.Popen(
            [sys.executable, "-c", script], cwd=folder, stdout=subprocess.PIPE, start_new_session=True
        )
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"started\n"
        sleepers = _processes_in(folder)
        assert len(sleepers) == 2
        _end(reader, folder)
        assert _wait_until_gone(folder) == []
    assert reader.returncode == -signal.SIGKILL


def test_working_folder_is_destroyed_with_its_copies(quarantine_folder: Path) -> None:
    with working_folder() as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        copy = folder / "sub" / "copy.txt"
        copy.parent.mkdir()
        copy.write_text("bản sao")
        twin = quarantine_folder / "twin"
        os.link(copy, twin)
    assert not folder.exists()
    assert set(twin.read_bytes()) == {0}


def test_reader_ends_when_the_process_that_asked_is_killed(tmp_path: Path) -> None:
    """The asking process starts a reader that waits for its input, and is killed without a chance to end it."""
    order = Order(".txt", 60, 1024, 1, Purpose.READ)
    script = (
        "import subprocess, sys, time;"
        "subprocess.Popen([sys.executable, '-I', '-m', 'sauro.documents.reader_process',"
        f" {order.to_json()!r}], stdin=0, start_new_session=True);"
        "time.sleep(60)"
    )
    # The test keeps the other end, so the reader's input does not end with the process that asked.
    source, kept = os.pipe()
    asking = subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path, stdin=source)
    _wait_until_a_reader_is_bound(tmp_path)
    asking.kill()
    asking.wait()
    assert _wait_until_gone(tmp_path) == []
    os.close(source)
    os.close(kept)


def _wait_until_a_reader_is_bound(folder: Path) -> None:
    bounds = re.compile(rf"Max address space\s+{1024 * 1024 * 1024}\s")
    for _attempt in range(1_200):
        if any(bounds.search(Path(f"/proc/{number}/limits").read_text()) for number in _processes_in(folder)):
            return
        time.sleep(0.05)
    raise AssertionError("no reader has set its bounds")


def _processes_in(folder: Path) -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if entry.readlink() == folder:
                found.append(entry.parent.name)
        except OSError:
            continue
    return found


def _wait_until_gone(folder: Path) -> list[str]:
    for _attempt in range(100):
        if not _processes_in(folder):
            break
        time.sleep(0.05)
    return _processes_in(folder)


def test_text_that_no_database_takes_is_made_storable_in_place() -> None:
    read = ReadDocument(text="a\x00b\ud800c", blocks=(), format="txt", reader="plain/1")
    assert _storable(read).text == "a\ufffdb\ufffdc"
