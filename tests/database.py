"""Gives the test session its PostgreSQL before Django reads its settings.

Loaded early by `-p tests.database` (pyproject.toml). Without DATABASE_URL the embedded server is started in a data
folder of its own, kept between sessions so that a start takes a moment, and stopped by the last session that uses it.
Sessions side by side (two developers in one checkout) get a slot each, and so never share a test database.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

from sauro.runtime.folder import CHECKOUT, DataFolder
from sauro.runtime.postgres import OWNER, Server

# Nothing in a test database has to survive a power cut.
FAST_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "300"}
SLOTS = 20

_resources = ExitStack()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, object, object]:
    """Set the environment before pytest-django reads the settings, which it does in this same hook."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _set_environment()
    return (yield)


def _set_environment() -> None:
    """Set the environment of this session; the workers of pytest-xdist inherit it."""
    if not os.environ.get("DATABASE_URL"):
        _use_embedded_server()
    os.environ["SAURO_DATA_DIR"] = _resources.enter_context(tempfile.TemporaryDirectory(prefix="sauro-test-"))


def pytest_unconfigure() -> None:
    """Leave the server (the last session to leave stops it) and remove the scratch folder."""
    _resources.close()


def _use_embedded_server() -> None:
    folder = DataFolder(Path(os.environ.get("SAURO_TEST_DATA_DIR") or CHECKOUT / "var" / "test"))
    server = Server.of(folder, FAST_SETTINGS)
    _resources.enter_context(server.in_use())
    slot = _take_slot(folder.root)
    # Tests create, truncate and drop tables, so they run as the owner; those about rights act as the application.
    os.environ["DATABASE_URL"] = os.environ["SAURO_OWNER_DATABASE_URL"] = server.url(OWNER, f"slot{slot}")


def _take_slot(root: Path) -> int:
    for slot in range(SLOTS):
        stream = _resources.enter_context((root / f"slot{slot}.lock").open("w"))
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        return slot
    raise pytest.UsageError(f"{SLOTS} test sessions are running in {root} already")
