"""Gives the test session its PostgreSQL before Django reads its settings.

Loaded early by `-p tests.database` (pyproject.toml). Without DATABASE_URL the embedded server is started in a data
folder of its own, kept between sessions so that a start takes a moment, and stopped by the last session that uses it.
Sessions side by side (two developers in one checkout) get a slot each, and so never share a test database.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from pathlib import Path
from typing import IO

import pytest

from sauro.runtime.folder import CHECKOUT, DataFolder
from sauro.runtime.postgres import OWNER, Server

# Nothing in a test database has to survive a power cut.
FAST_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "300"}
SLOTS = 20

_held: list[IO[str]] = []
_servers: list[Server] = []
_scratch: list[tempfile.TemporaryDirectory[str]] = []


def pytest_load_initial_conftests() -> None:
    """Set the environment of this session; the workers of pytest-xdist inherit it."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    scratch = tempfile.TemporaryDirectory(prefix="sauro-test-")
    _scratch.append(scratch)
    if not os.environ.get("DATABASE_URL"):
        _start_server()
    os.environ["SAURO_DATA_DIR"] = scratch.name


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server when no other session uses it, and remove the scratch folder."""
    for server in _servers:
        if _is_last_user():
            server.stop()
    for stream in _held:
        stream.close()
    for scratch in _scratch:
        scratch.cleanup()
    _servers.clear()
    _held.clear()
    _scratch.clear()


def _start_server() -> None:
    folder = DataFolder(Path(os.environ.get("SAURO_TEST_DATA_DIR") or CHECKOUT / "var" / "test"))
    folder.prepare()
    users = (folder.root / "users.lock").open("w")
    fcntl.flock(users, fcntl.LOCK_SH)
    slot = _take_slot(folder)
    _held.insert(0, users)
    server = Server.of(folder, FAST_SETTINGS)
    server.ensure_running()
    _servers.append(server)
    # Tests create, truncate and drop tables, so they run as the owner; those about rights act as the application.
    os.environ["DATABASE_URL"] = os.environ["SAURO_OWNER_DATABASE_URL"] = server.url(OWNER, f"slot{slot}")


def _take_slot(folder: DataFolder) -> int:
    for slot in range(SLOTS):
        stream = (folder.root / f"slot{slot}.lock").open("w")
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.close()
            continue
        _held.append(stream)
        return slot
    raise pytest.UsageError(f"{SLOTS} test sessions are running in {folder.root} already")


def _is_last_user() -> bool:
    try:
        fcntl.flock(_held[0], fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
