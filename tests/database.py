"""Gives the test session its PostgreSQL before Django reads its settings.

Loaded early by `-p tests.database` (pyproject.toml). Without DATABASE_URL the embedded server is started in a data
folder of its own, kept between sessions so that a start takes a moment, and stopped by the last session that uses it.
Sessions side by side (two developers in one checkout) get a slot each, and so never share a test database.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from psycopg import sql

from sauro.runtime.folder import CHECKOUT, DataFolder
from sauro.runtime.postgres import ADMIN, APPLICATION, OWNER, Server
from tests.emptying import remember_what_migrations_wrote

# Nothing in a test database has to survive a power cut.
FAST_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "300"}
SLOTS = 20
KNOWN_TEMPLATES = """
    SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database WHERE datname LIKE 'migrated%'
"""
EMBEDDED_VARIABLE = "SAURO_TEST_EMBEDDED"

_resources = ExitStack()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, object, object]:
    """Set the environment before pytest-django reads the settings, which it does in this same hook."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _set_environment()
    return (yield)


def _set_environment() -> None:
    """Set the environment of this session; the workers of pytest-xdist inherit it."""
    # Told to stop, the session ends as after a Ctrl-C, and so leaves no server behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if not os.environ.get("DATABASE_URL"):
        _use_embedded_server()
    os.environ["SAURO_DATA_DIR"] = _resources.enter_context(tempfile.TemporaryDirectory(prefix="sauro-test-"))
    # Off by default; its own tests say what is seen then, the contracts look at it switched on.
    os.environ["SAURO_SUCCESSION_PLANNING"] = "1"


def pytest_unconfigure() -> None:
    """Leave the server (the last session to leave stops it) and remove the scratch folder."""
    _resources.close()


def _use_embedded_server() -> None:
    server = _server()
    _resources.enter_context(server.in_use())
    with psycopg.connect(server.url(ADMIN, "postgres"), autocommit=True) as connection:
        # For tests.emptying.
        connection.execute(f"GRANT SET ON PARAMETER session_replication_role TO {OWNER}")
    slot = _take_slot(server.folder.locks)
    # Tests create, truncate and drop tables, so they run as the owner; those about rights act as the application.
    os.environ["DATABASE_URL"] = os.environ["SAURO_OWNER_DATABASE_URL"] = server.url(OWNER, f"slot{slot}")
    os.environ[EMBEDDED_VARIABLE] = "1"


def _migrated_template(server: Server) -> str:
    """A database with all migrations applied and the application's rights granted, made once for one state of the
    migrations: copying it takes a moment, applying them takes many seconds for each worker.

    Where migrations only came on top of those of another, they are applied to a copy of it, which is then kept.
    """
    sources = _schema_sources()
    name = f"migrated_{_digest(json.dumps(sources).encode())}"
    with (server.folder.locks / "template").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with psycopg.connect(server.url(OWNER, "postgres"), autocommit=True) as connection:
            known: dict[str, str | None] = dict(connection.execute(KNOWN_TEMPLATES).fetchall())
            if name not in known:
                draft = f"draft_{name}"
                base = next((old for old, made_of in known.items() if _is_part_of(made_of, sources)), "template1")
                connection.execute(f"DROP DATABASE IF EXISTS {draft}")
                connection.execute(f"CREATE DATABASE {draft} TEMPLATE {base}")
                _migrate(server, draft)
                with psycopg.connect(server.url(OWNER, draft), autocommit=True) as migrated:
                    remember_what_migrations_wrote(migrated)
                query = sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(draft), json.dumps(sources))
                connection.execute(query)
                connection.execute(f"ALTER DATABASE {draft} RENAME TO {name}")
                for old in sorted(known.keys() - {base}):
                    connection.execute(f"DROP DATABASE {old} WITH (FORCE)")
    return name


def _schema_sources() -> dict[str, str]:
    """The migrations, and the libraries whose migrations are applied beside them, by what they hold."""
    files = [*(CHECKOUT / "src" / "sauro").glob("*/migrations/0*.py"), CHECKOUT / "requirements" / "runtime.txt"]
    files += [CHECKOUT / "src/sauro/audit/grants.py", CHECKOUT / "tests/emptying.py"]
    return {str(file.relative_to(CHECKOUT)): _digest(file.read_bytes()) for file in sorted(files)}


def _is_part_of(made_of: str | None, sources: dict[str, str]) -> bool:
    """Whether a template was made of some of these sources, each as it is now."""
    return bool(made_of) and json.loads(made_of or "{}").items() <= sources.items()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _migrate(server: Server, database: str) -> None:
    variables = {
        **os.environ,
        "DATABASE_URL": server.url(APPLICATION, database),
        "SAURO_OWNER_DATABASE_URL": server.url(OWNER, database),
        "SAURO_SECRET_KEY": "only for the making of a test template",
    }
    command = [sys.executable, "-m", "sauro", "migrate"]
    finished = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        raise pytest.UsageError(f"the test database cannot be migrated:\n{finished.stdout}\n{finished.stderr}")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Let Django copy the migrated template instead of migrating an empty database."""
    if os.environ.get(EMBEDDED_VARIABLE):
        connections["default"].settings_dict["TEST"]["TEMPLATE"] = _migrated_template(_server())


def _server() -> Server:
    return Server.of(
        DataFolder(Path(os.environ.get("SAURO_TEST_DATA_DIR") or CHECKOUT / "var" / "test")), FAST_SETTINGS
    )


def _take_slot(root: Path) -> int:
    for slot in range(SLOTS):
        stream = _resources.enter_context((root / f"slot{slot}.lock").open("w"))
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        return slot
    raise pytest.UsageError(f"{SLOTS} test sessions are running in {root} already")
