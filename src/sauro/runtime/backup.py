"""Makes a backup: a dump of one moment, the files it speaks of, and the hashes that prove both."""

from __future__ import annotations

import hashlib
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import psycopg
from psycopg import sql

from sauro.runtime import archive, clients
from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.texts import gettext as _

COUNTED_TABLES = """
    SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""


def write_backup(folder: DataFolder, owner_url: str, target: Path) -> archive.Manifest:
    """Write a backup of database and files to `target` and return its manifest.

    The product may go on working: the dump is of one moment, and a file is stored before the row that names it, so the
    files read afterwards include all that the dump speaks of. The file appears under its name only when complete.
    Raises MachineError when the target exists, the folder is full, or pg_dump fails.
    """
    if target.exists():
        raise MachineError(_("Tệp %(file)s đã có; hãy chọn tên khác.") % {"file": target})
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.part")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".sauro-backup-") as scratch:
            dump = Path(scratch) / archive.DUMP
            manifest = _dump(folder, owner_url, dump)
            _pack(folder, dump, manifest, draft)
        draft.rename(target)
    except OSError as error:
        raise MachineError(
            _("Không ghi được %(file)s: %(why)s.") % {"file": target, "why": error.strerror or error}
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def fingerprint(folder: DataFolder) -> str:
    """Tells one site key from another without revealing it."""
    return hashlib.sha256(b"sauro-backup" + folder.secret("secret-key").encode()).hexdigest()[:32]


def _dump(folder: DataFolder, owner_url: str, dump: Path) -> archive.Manifest:
    with _one_moment(owner_url) as (connection, snapshot):
        rows = {table: _count(connection, table) for (table,) in connection.execute(COUNTED_TABLES)}
        options = ["--format=custom", "--compress=zstd:3", "--no-owner", "--no-privileges", "--exclude-extension=*"]
        outcome = clients.run("pg_dump", *options, f"--snapshot={snapshot}", f"--file={dump}", url=owner_url)
        if not outcome.ok:
            raise MachineError(_("Không sao lưu được cơ sở dữ liệu:\n%(why)s") % {"why": outcome.output.strip()})
        return archive.Manifest(
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            product_version=metadata.version("sauro"),
            server_version=connection.info.server_version,
            secret_fingerprint=fingerprint(folder),
            rows=rows,
        )


@contextmanager
def _one_moment(url: str) -> Iterator[tuple[psycopg.Connection, str]]:
    """A transaction that sees one moment, and the name under which pg_dump sees the same."""
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        if row is None:
            raise MachineError(_("Máy chủ cơ sở dữ liệu không cho chụp một thời điểm."))
        yield connection, str(row[0])


def _count(connection: psycopg.Connection, table: str) -> int:
    query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("public", table))
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0


def _pack(folder: DataFolder, dump: Path, manifest: archive.Manifest, draft: Path) -> None:
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar:
            writer = archive.Writer(tar, manifest)
            writer.add(dump, archive.DUMP)
            for file in sorted(folder.files.rglob("*")):
                if file.is_file() and not file.is_symlink():
                    writer.add(file, f"{archive.FILES}/{file.relative_to(folder.files).as_posix()}")
            writer.close()
        stream.flush()
        os.fsync(stream.fileno())
