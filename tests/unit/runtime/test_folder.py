"""The data folder and its secrets."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sauro.runtime.folder import CHECKOUT, DataFolder


def _mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def test_secret_is_made_once_and_readable_by_its_owner_alone(data_folder: DataFolder) -> None:
    value = data_folder.secret("secret-key")
    assert len(value) >= 48
    assert data_folder.secret("secret-key") == value
    assert _mode(data_folder.secrets / "secret-key") == 0o600
    assert _mode(data_folder.secrets) == 0o700


def test_secrets_differ_from_each_other(data_folder: DataFolder) -> None:
    assert data_folder.secret("one") != data_folder.secret("two")


def test_processes_starting_at_once_agree_on_one_secret(data_folder: DataFolder) -> None:
    with ThreadPoolExecutor(8) as pool:
        values = set(pool.map(lambda _: data_folder.secret("shared"), range(16)))
    assert values == {data_folder.secret("shared")}
    assert [file.name for file in data_folder.secrets.iterdir()] == ["shared"]


def test_root_can_be_passed_but_not_listed_by_others(data_folder: DataFolder) -> None:
    assert _mode(data_folder.root) == 0o711
    assert _mode(data_folder.files) == 0o700


def test_folder_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAURO_DATA_DIR", "/srv/sáu rõ")
    assert DataFolder.from_environment().root == Path("/srv/sáu rõ")
    monkeypatch.delenv("SAURO_DATA_DIR")
    assert DataFolder.from_environment().root == CHECKOUT / "var"
