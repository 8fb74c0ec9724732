"""Data folders for the tests of the runtime: below a folder that the server's unprivileged user can reach."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sauro.runtime.folder import DataFolder
from sauro.runtime.postgres import Server, has_home

# Crashes are part of these tests, so commits must reach the disk's cache; a power cut is not.
SETTINGS = {"fsync": "off"}


def _reachable_folder() -> Path:
    root = Path(tempfile.mkdtemp(prefix="sauro-runtime-"))
    root.chmod(0o711)
    return root


@pytest.fixture
def data_folder() -> Iterator[DataFolder]:
    """A fresh data folder, prepared."""
    root = _reachable_folder()
    folder = DataFolder(root / "var")
    folder.prepare()
    yield folder
    if has_home(folder):
        Server.of(folder).stop()
    shutil.rmtree(root)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A running embedded server of its own, for the tests of one module."""
    root = _reachable_folder()
    server = Server.of(DataFolder(root / "var"), SETTINGS)
    server.ensure_running()
    yield server
    server.stop()
    shutil.rmtree(root)
