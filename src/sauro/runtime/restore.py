"""Restores a backup: everything is verified before anything is touched, and the database changes in one transaction."""

from __future__ import annotations

import re
import shutil
import tarfile
import tempfile
from datetime import datetime
from importlib import metadata
from pathlib import Path

import psycopg
from psycopg import sql

from sauro.runtime import archive, clients
from sauro.runtime.backup import fingerprint
from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.postgres import EXTENSIONS
from sauro.runtime.texts import VIETNAM, say
from sauro.runtime.texts import gettext as _


def restore_backup(folder: DataFolder, owner_url: str, source: Path, *, force: bool) -> archive.Manifest:
    """Put the database and the files of a backup in place and return its manifest.

    Refuses a database or a files folder that holds anything, unless `force`: then the database is replaced and the old
    files are set aside beside the new ones. Raises MachineError, leaving everything as it was, when the backup is
    damaged, the database rejects it, or a row count differs from the manifest.
    """
    try:
        with tarfile.open(source, mode="r:") as tar:
            reader = archive.Reader(tar)
            _refuse_newer(reader.manifest)
            _refuse_to_overwrite(folder, owner_url, force=force)
            reader.verify(_show_progress)
            return _put_in_place(reader, folder, owner_url)
    except (OSError, tarfile.TarError) as error:
        raise MachineError(_("Không đọc được %(file)s: %(why)s.") % {"file": source, "why": error}) from error


def key_is_here(folder: DataFolder, manifest: archive.Manifest) -> bool:
    """Whether the keys of this machine come from the installation that wrote the backup."""
    return fingerprint(folder) == manifest.secret_fingerprint


def _put_in_place(reader: archive.Reader, folder: DataFolder, owner_url: str) -> archive.Manifest:
    folder.prepare()
    with tempfile.TemporaryDirectory(dir=folder.root, prefix="restore-") as scratch:
        new = Path(scratch)
        reader.extract(new, lambda _name: True)
        new_files = new / archive.FILES
        new_files.mkdir(exist_ok=True, mode=0o700)
        _load(owner_url, new / archive.DUMP, reader.manifest, new)
        _swap(folder.files, new_files)
    return reader.manifest


def _refuse_newer(manifest: archive.Manifest) -> None:
    own = metadata.version("sauro")
    if _numbers(manifest.product_version) > _numbers(own):
        raise MachineError(
            _("Bản sao lưu là của Sáu Rõ %(theirs)s, máy này cài %(ours)s. Hãy nâng cấp trước khi khôi phục.")
            % {"theirs": manifest.product_version, "ours": own}
        )


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def _refuse_to_overwrite(folder: DataFolder, owner_url: str, *, force: bool) -> None:
    if force:
        return
    with psycopg.connect(owner_url) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    if (tables and tables[0]) or any(folder.files.glob("*")):
        raise MachineError(_("Cơ sở dữ liệu hoặc thư mục tệp đang có dữ liệu. Hãy sao lưu, rồi dùng --force để thay."))


def _load(owner_url: str, dump: Path, manifest: archive.Manifest, scratch: Path) -> None:
    """Replace the schema by the dump in one transaction; a wrong row count raises in it and undoes everything."""
    script = scratch / "restore.sql"
    outcome = clients.run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", dump)
    if not outcome.ok:
        raise MachineError(_("Không đọc được bản sao cơ sở dữ liệu:\n%(why)s") % {"why": outcome.output.strip()})
    before, after = scratch / "before.sql", scratch / "after.sql"
    before.write_text(_empty_schema(), encoding="utf-8")
    after.write_text(_row_counts(manifest), encoding="utf-8")
    files = [argument for file in (before, script, after) for argument in ("--file", str(file))]
    options = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    outcome = clients.run("psql", *options, *files, url=owner_url)
    if not outcome.ok:
        raise MachineError(
            _("Không nạp được bản sao lưu; cơ sở dữ liệu vẫn như cũ.\n%(why)s")
            % {"why": outcome.output.strip()[-2000:]}
        )


def _empty_schema() -> str:
    lines = ["DROP SCHEMA IF EXISTS public CASCADE;", "CREATE SCHEMA public;"]
    lines += [f"CREATE EXTENSION IF NOT EXISTS {extension} SCHEMA public;" for extension in EXTENSIONS]
    return "\n".join(lines) + "\n"


def _row_counts(manifest: archive.Manifest) -> str:
    """Statements that fail with the name of the table whose row count is not that of the manifest."""
    statements = []
    for table, expected in sorted(manifest.rows.items()):
        found = sql.SQL("(SELECT count(*) FROM {})").format(sql.Identifier("public", table))
        sentence = sql.Literal(f"row count of {table} is not {expected}")
        check = sql.SQL("BEGIN IF {} <> {} THEN RAISE EXCEPTION USING MESSAGE = {}; END IF; END")
        body = check.format(found, sql.Literal(expected), sentence).as_string()
        statements.append(sql.SQL("DO {};").format(sql.Literal(body)).as_string())
    return "\n".join(statements) + "\n"


def _swap(current: Path, new: Path) -> None:
    if any(current.glob("*")):
        aside = current.with_name(f"{current.name}.before-{datetime.now(VIETNAM):%Y%m%d-%H%M%S-%f}")
        current.rename(aside)
        say(_("Tệp cũ được giữ ở %(folder)s") % {"folder": aside})
    elif current.exists():
        current.rmdir()
    shutil.move(new, current)


def _show_progress(done: int, total: int) -> None:
    if done == total or done % 500 == 0:
        say(_("Đã kiểm mã băm %(done)d/%(total)d phần (cơ sở dữ liệu và các tệp).") % {"done": done, "total": total})
