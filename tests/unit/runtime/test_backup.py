"""Backup and restore: the whole way, and every way in which a file can be wrong."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sauro.runtime.archive import Manifest
from sauro.runtime.backup import write_backup
from sauro.runtime.commands.restore import summary
from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.postgres import OWNER, Server
from sauro.runtime.restore import key_is_here, restore_backup

NFD_NAME = "Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u"
CONTENT = "Biên bản mẫu".encode()


@pytest.fixture
def site(server: Server, data_folder: DataFolder) -> tuple[DataFolder, str]:
    """A folder with one stored file, and a database with two tables, one with a trigger that notes each insert."""
    name = f"site_{data_folder.root.parent.name.split('-')[-1].lower().replace('_', 'x')}"
    with psycopg.connect(server.url(OWNER, "postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    url = server.url(OWNER, name)
    with psycopg.connect(url) as connection:
        connection.execute(
            """
            CREATE TABLE people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, born daterange,
                EXCLUDE USING gist (name WITH =, born WITH &&));
            CREATE TABLE "Lịch sử" (name text);
            CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO "Lịch sử" VALUES (NEW.name); RETURN NULL; END $$;
            CREATE TRIGGER note AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION note();
            CREATE INDEX people_name ON people USING gin (name gin_trgm_ops);
            """
        )
        connection.execute("INSERT INTO people (name) VALUES (%s), (%s)", [NFD_NAME, "Trần Thị Thử"])
    stored = data_folder.files / "state" / hashlib.sha256(CONTENT).hexdigest()
    stored.parent.mkdir()
    stored.write_bytes(CONTENT)
    return data_folder, url


def _rows(url: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def _rewrite(source: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of a backup with `change` applied to its members."""
    with tarfile.open(source) as tar:
        members = {entry.name: tar.extractfile(entry).read() for entry in tar}  # type: ignore[union-attr]  # only files
    change(members)
    target = source.with_name("changed.tar")
    with tarfile.open(target, "w") as tar:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return target


def test_everything_comes_back_on_another_site(
    site: tuple[DataFolder, str], server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, url = site
    backup = tmp_path / "sao lưu.tar"
    manifest = write_backup(folder, url, backup)
    assert manifest.rows == {"people": 2, "Lịch sử": 2}
    other = DataFolder(tmp_path / "other")
    other.prepare()
    empty = url + "_other"
    with psycopg.connect(server.url(OWNER, "postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{empty.rsplit("/", 1)[1]}"'.encode())

    restored = restore_backup(other, empty, backup, force=False)

    assert "2/2 phần (cơ sở dữ liệu và các tệp)" in capsys.readouterr().out
    assert "2 bảng, 4 dòng) và 1 tệp" in summary(restored)
    assert restored.rows == manifest.rows
    for query in ('SELECT name FROM "Lịch sử" ORDER BY 1', "SELECT id, name FROM people ORDER BY 1"):
        assert _rows(empty, query) == _rows(url, query)
    assert _tree(other.files) == _tree(folder.files)
    with psycopg.connect(empty) as connection:
        connection.execute("INSERT INTO people (name) VALUES ('Lê Giả Định')")
        assert connection.execute('SELECT count(*) FROM "Lịch sử"').fetchone() == (3,)
    assert key_is_here(folder, restored)
    assert not key_is_here(other, restored)


def test_summary_tells_the_time_as_in_vietnam() -> None:
    manifest = Manifest("2026-03-31T17:05:00+00:00", "1.0", 170000, "", {})
    assert "lúc 00:05 01/04/2026:" in summary(manifest)


def test_backup_of_a_restored_site_restores_again(site: tuple[DataFolder, str], tmp_path: Path) -> None:
    folder, url = site
    for round_number in range(2):
        backup = tmp_path / f"{round_number}.tar"
        write_backup(folder, url, backup)
        restore_backup(folder, url, backup, force=True)
    assert _rows(url, "SELECT count(*) FROM people") == [(2,)]


def test_backup_is_closed_to_others_and_holds_no_key(site: tuple[DataFolder, str], tmp_path: Path) -> None:
    folder, url = site
    backup = tmp_path / "b.tar"
    write_backup(folder, url, backup)
    assert backup.stat().st_mode & 0o077 == 0
    assert folder.secret("secret-key").encode() not in backup.read_bytes()


def test_existing_file_is_never_overwritten(site: tuple[DataFolder, str], tmp_path: Path) -> None:
    folder, url = site
    backup = tmp_path / "b.tar"
    backup.write_text("quý", encoding="utf-8")
    with pytest.raises(MachineError, match="đã có"):
        write_backup(folder, url, backup)
    assert backup.read_text(encoding="utf-8") == "quý"
    assert [file.name for file in tmp_path.iterdir()] == ["b.tar"]


def test_site_with_data_is_not_replaced_unasked(site: tuple[DataFolder, str], tmp_path: Path) -> None:
    folder, url = site
    backup = tmp_path / "b.tar"
    write_backup(folder, url, backup)
    with pytest.raises(MachineError, match="--force"):
        restore_backup(folder, url, backup, force=False)


def test_force_replaces_the_database_and_sets_the_old_files_aside(site: tuple[DataFolder, str], tmp_path: Path) -> None:
    folder, url = site
    backup = tmp_path / "b.tar"
    write_backup(folder, url, backup)
    (folder.files / "newer").write_bytes(b"newer")
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE newer (name text)")
        connection.execute("DELETE FROM people")
    restore_backup(folder, url, backup, force=True)
    assert _rows(url, "SELECT count(*), to_regclass('newer') FROM people") == [(2, None)]
    assert not (folder.files / "newer").exists()
    (aside,) = folder.root.glob("files.before-*")
    assert (aside / "newer").read_bytes() == b"newer"


def _flip(members: dict[str, bytes]) -> None:
    name = next(name for name in members if name.startswith("files/"))
    members[name] = members[name][:-1] + b"?"


def _drop(members: dict[str, bytes]) -> None:
    del members[next(name for name in members if name.startswith("files/"))]


def _add(members: dict[str, bytes]) -> None:
    members["files/extra"] = b"x"


def _lead_outside(members: dict[str, bytes]) -> None:
    members["files/../../outside"] = b"x"


def _lose_manifest(members: dict[str, bytes]) -> None:
    del members["manifest.json"]


def _claim_more_rows(members: dict[str, bytes]) -> None:
    manifest = json.loads(members["manifest.json"])
    manifest["rows"]["people"] += 1
    members["manifest.json"] = json.dumps(manifest).encode()


def _come_from_the_future(members: dict[str, bytes]) -> None:
    members["manifest.json"] = members["manifest.json"].replace(b"sauro-backup/1", b"sauro-backup/9")


def _come_from_a_newer_version(members: dict[str, bytes]) -> None:
    manifest = json.loads(members["manifest.json"])
    members["manifest.json"] = json.dumps(manifest | {"product_version": "99.0"}).encode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_flip, "không đúng mã băm"),
        (_drop, "thiếu files/"),
        (_add, "tệp lạ files/extra"),
        (_lead_outside, "tên không hợp lệ"),
        (_lose_manifest, "không có bảng kê"),
        (_claim_more_rows, "row count of people is not 3"),
        (_come_from_the_future, "sauro-backup/9"),
        (_come_from_a_newer_version, r"99\.0"),
    ],
)
def test_damaged_backup_changes_nothing(
    site: tuple[DataFolder, str], tmp_path: Path, change: Callable[[dict[str, bytes]], None], sentence: str
) -> None:
    folder, url = site
    backup = tmp_path / "b.tar"
    write_backup(folder, url, backup)
    with psycopg.connect(url) as connection:
        connection.execute("INSERT INTO people (name) VALUES ('Lê Giả Định')")
    before = _tree(folder.files)
    with pytest.raises(MachineError, match=sentence):
        restore_backup(folder, url, _rewrite(backup, change), force=True)
    assert _rows(url, "SELECT count(*) FROM people") == [(3,)]
    assert _tree(folder.files) == before


def test_file_that_is_no_backup_is_refused(site: tuple[DataFolder, str], tmp_path: Path) -> None:
    folder, url = site
    other = tmp_path / "letter.docx"
    other.write_bytes(b"PK\x03\x04" + b"x" * 2000)
    with pytest.raises(MachineError, match="Không đọc được"):
        restore_backup(folder, url, other, force=True)
