"""What `sauro check` finds."""

from __future__ import annotations

import hashlib

from sauro.runtime.checks import machine, stored_files
from sauro.runtime.folder import DataFolder

CONTENT = "Báo cáo mẫu".encode()


def test_file_that_changed_on_the_disk_is_found_when_all_are_read(data_folder: DataFolder) -> None:
    stored = data_folder.files / hashlib.sha256(CONTENT).hexdigest()
    stored.write_bytes(CONTENT)
    assert [result.failed for result in stored_files(data_folder, read_all=True)] == [False]
    stored.write_bytes(CONTENT + b"?")
    (result,) = stored_files(data_folder, read_all=True)
    assert result.failed
    assert str(stored) in result.sentence
    assert [result.failed for result in stored_files(data_folder, read_all=False)] == [False]


def test_secret_that_others_can_read_is_found(data_folder: DataFolder) -> None:
    data_folder.secret("secret-key")
    assert not any(result.failed for result in machine(data_folder))
    (data_folder.secrets / "secret-key").chmod(0o644)
    failed = [result.sentence for result in machine(data_folder) if result.failed]
    assert len(failed) == 1
    assert str(data_folder.secrets) in failed[0]
