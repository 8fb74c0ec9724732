"""Quarantine is private, bounded and always emptied."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sauro.documents import quarantine
from sauro.documents.quarantine import TooLarge, begin, quarantined, working_folder


@pytest.fixture
def folder(quarantine_folder: Path) -> Path:
    return quarantine_folder


def test_bytes_wait_in_a_private_file_until_the_block_ends(folder: Path) -> None:
    with quarantined([b"abc", b"def"], name="../x.txt") as upload:
        assert upload.open().read() == b"abcdef"
        assert upload.sha256 == hashlib.sha256(b"abcdef").hexdigest()
        assert upload.size == 6
        assert upload.path.parent == folder
        assert upload.path.stat().st_mode & 0o777 == 0o600
        assert folder.stat().st_mode & 0o777 == 0o700
    assert list(folder.iterdir()) == []


def test_block_that_fails_leaves_nothing(folder: Path) -> None:
    with pytest.raises(RuntimeError), quarantined([b"abc"], name="x"):
        raise RuntimeError
    assert list(folder.iterdir()) == []


def test_writing_stops_at_the_limit_and_destroys_the_rest(folder: Path, settings: Settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 5
    with pytest.raises(TooLarge), quarantined([b"abc", b"def"], name="x"):
        raise AssertionError("must not get here")
    assert list(folder.iterdir()) == []


def test_destroyed_bytes_are_overwritten_before_the_name_goes(folder: Path) -> None:
    upload = begin("x")
    upload.write("bí mật nội dung".encode())
    upload.finish()
    twin = folder / "twin"
    os.link(upload.path, twin)
    upload.destroy()
    assert not upload.path.exists()
    assert set(twin.read_bytes()) == {0}


def test_sweep_takes_abandoned_files_only(folder: Path) -> None:
    old, fresh = begin("old"), begin("fresh")
    old.finish()
    os.utime(old.path, (time.time() - 7_200,) * 2)
    assert quarantine.sweep() == 1
    assert not old.path.exists()
    assert fresh.path.exists()
    fresh.discard()


def test_sweep_destroys_the_folder_of_a_reader_that_was_killed(folder: Path) -> None:
    with working_folder() as left:
        (left / "copy.txt").write_text("bản sao")
        os.utime(left, (time.time() - 7_200,) * 2)
        assert quarantine.sweep() == 1
        assert not left.exists()
