"""The database of `make bench-web`: a province with so many tasks, made once in a data directory of its own."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from sauro.runtime.database import Addresses
from sauro.runtime.itself import run_sauro

DONE = "bench-web-{tasks}.json"
_FOLLOWED = ("tasks_", "documents_", "audit_event", "audit_auditevent", "reporting_")
# Indexes that carry no constraint. Building them once at the end costs a fraction of keeping them up for every row.
_PLAIN_INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND NOT i.indisunique AND c.relname ^@ ANY (%s)
  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
ORDER BY 1
"""


def make_database(addresses: Addresses, root: Path, tasks: int) -> dict[str, float]:
    """Make the database unless it is there, and return how long that took, in seconds by step."""
    # A folder made for another number is no database of this one.
    done = root / DONE.format(tasks=tasks)
    if not done.exists() and any(root.glob(DONE.format(tasks="*"))):
        raise SystemExit(f"{root} holds another number of tasks: choose another folder with DATA=")
    if done.exists():
        _migrate(addresses)
        known: dict[str, float] = json.loads(done.read_text(encoding="utf-8"))
        return known
    seconds: dict[str, float] = {}

    def step(name: str, act: Callable[[], None]) -> None:
        begin = time.monotonic()
        act()
        seconds[name] = round(time.monotonic() - begin, 1)
        sys.stdout.write(f"{name}: {seconds[name]} s\n")
        sys.stdout.flush()

    step("migrate", lambda: _migrate(addresses))
    with _without_indexes(addresses.owner, step):
        step("load", lambda: _sauro(addresses, "manage", "load_demo", f"--tasks={tasks}"))
    step("board", lambda: _sauro(addresses, "manage", "rebuild_board"))
    step("vacuum", lambda: _run(addresses.owner, "VACUUM (ANALYZE)"))
    done.write_text(json.dumps(seconds), encoding="utf-8")
    return seconds


def _migrate(addresses: Addresses) -> None:
    """Bring the database to what the code of today expects."""
    _sauro(addresses, "migrate", "--if-needed")


def _sauro(addresses: Addresses, *arguments: str) -> None:
    if run_sauro(addresses, *arguments):
        raise SystemExit(f"sauro {' '.join(arguments)} failed")


@contextmanager
def _without_indexes(owner: str, step: Callable[[str, Callable[[], None]], None]) -> Iterator[None]:
    with psycopg.connect(owner) as connection:
        indexes = connection.execute(_PLAIN_INDEXES, [list(_FOLLOWED)]).fetchall()
        for name, _definition in indexes:
            connection.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    try:
        yield
    finally:
        step("index", lambda: _run(owner, "SET maintenance_work_mem = '1GB'", *[made for _name, made in indexes]))


def _run(owner: str, *statements: str) -> None:
    with psycopg.connect(owner, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
