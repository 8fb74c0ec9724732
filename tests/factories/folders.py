"""Fixtures that give each test a store and a quarantine of its own; a conftest imports them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture(autouse=True)
def file_folder(tmp_path: Path, settings: Settings) -> Path:
    """The folder of stored files."""
    folder = tmp_path / "files"
    default = {**settings.STORAGES["default"], "OPTIONS": {"location": str(folder)}}
    settings.STORAGES = {**settings.STORAGES, "default": default}
    return folder


@pytest.fixture(autouse=True)
def quarantine_folder(tmp_path: Path, settings: Settings) -> Path:
    """The folder of files that are not yet known to be harmless."""
    settings.QUARANTINE_DIR = tmp_path / "quarantine"
    return tmp_path / "quarantine"
