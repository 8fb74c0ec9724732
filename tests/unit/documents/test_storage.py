"""The store keeps bytes whole, once, apart by domain, and sweeps only what nobody needs."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from sauro.documents.file_store import DRAFT_PREFIX
from sauro.documents.models import StoredFile
from sauro.documents.quarantine import quarantined
from sauro.documents.services import storage

TWO_DAYS = 2 * 24 * 3600


def _store(data: bytes, domain: str = "state") -> StoredFile:
    with quarantined([data], name="a.txt") as upload, transaction.atomic():
        return storage.store_upload(upload=upload, domain=domain, media_type="text/plain")


def _age(name: str) -> None:
    old = time.time() - TWO_DAYS
    os.utime(default_storage.path(name), (old, old))


@pytest.mark.django_db
def test_content_is_stored_under_its_hash_with_private_rights() -> None:
    row = _store("Nội dung".encode())
    assert row.storage_name == f"state/{row.sha256[:2]}/{row.sha256}"
    path = Path(default_storage.path(row.storage_name))
    assert path.read_bytes() == "Nội dung".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0
    assert [found.name for found in path.parent.iterdir()] == [row.sha256]


@pytest.mark.django_db
def test_same_content_is_one_row_in_a_domain_and_another_in_the_next() -> None:
    first, again, party = _store(b"x"), _store(b"x"), _store(b"x", "party")
    assert first.pk == again.pk
    assert party.pk != first.pk
    assert default_storage.exists(party.storage_name)
    assert StoredFile.objects.count() == 2


@pytest.mark.django_db
def test_lost_bytes_come_back_with_the_next_upload() -> None:
    row = _store(b"x")
    default_storage.delete(row.storage_name)
    assert [fault.problem for fault in storage.verify_store()] == ["missing"]
    assert _store(b"x").pk == row.pk
    assert storage.verify_store() == []


@pytest.mark.django_db
def test_verify_tells_of_changed_bytes() -> None:
    row = _store(b"x")
    Path(default_storage.path(row.storage_name)).write_bytes(b"y")
    assert storage.verify_store() == [storage.StoreFault(row.storage_name, "changed")]


@pytest.mark.django_db
def test_sweep_takes_old_orphans_and_drafts_only() -> None:
    kept = _store(b"kept")
    orphan, fresh, draft = "state/ab/" + "ab" * 32, "state/cd/" + "cd" * 32, f"state/ab/{DRAFT_PREFIX}1"
    for name in (orphan, fresh, draft):
        default_storage.save(name, ContentFile(b"left behind"))
    for name in (kept.storage_name, orphan, draft):
        _age(name)
    assert storage.sweep_orphans() == 2
    assert default_storage.exists(kept.storage_name)
    assert default_storage.exists(fresh)
    assert not default_storage.exists(orphan)
    assert not default_storage.exists(draft)


@pytest.mark.django_db(transaction=True)
def test_sweep_waits_for_an_upload_of_the_same_content() -> None:
    """An old orphan is being taken up by an upload that has not committed: the sweep must leave it."""
    with quarantined([b"taken up"], name="a.txt") as upload:
        name = f"state/{upload.sha256[:2]}/{upload.sha256}"
        default_storage.save(name, ContentFile(b"taken up"))
        _age(name)
        held, swept = threading.Event(), []

        def sweep() -> None:
            held.wait(10)
            try:
                swept.append(storage.sweep_orphans())
            finally:
                connection.close()

        sweeper = threading.Thread(target=sweep)
        sweeper.start()
        with transaction.atomic():
            storage.lock_content(domain="state", sha256=upload.sha256)
            held.set()
            sweeper.join(0.5)
            assert sweeper.is_alive()
            StoredFile.objects.create(domain="state", sha256=upload.sha256, size=upload.size, media_type="text/plain")
        sweeper.join(10)
    assert swept == [0]
    assert default_storage.exists(name)


@pytest.mark.django_db
def test_failed_write_leaves_no_name_and_no_draft(file_folder: Path) -> None:
    class Torn(ContentFile):  # type: ignore[type-arg]  # generic in the stubs only
        def chunks(self, chunk_size: int | None = None) -> object:  # type: ignore[override]  # a stream that breaks
            yield b"first half"
            raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        default_storage.save("state/ab/torn", Torn(b""))
    assert [path for path in file_folder.rglob("*") if path.is_file()] == []


@pytest.mark.django_db
def test_destroying_spares_a_file_that_a_row_needs() -> None:
    row = _store(b"needed")
    assert storage.destroy_unreferenced(row.storage_name) is False
    assert default_storage.exists(row.storage_name)
    name = row.storage_name
    row.delete()
    assert storage.destroy_unreferenced(name) is True
    assert not default_storage.exists(name)
    assert storage.destroy_unreferenced(name) is True


@pytest.mark.django_db
def test_verify_command_names_each_fault(capsys: pytest.CaptureFixture[str]) -> None:
    row = _store(b"x")
    call_command("verify_files")
    assert "1 tệp" in capsys.readouterr().out
    default_storage.delete(row.storage_name)
    with pytest.raises(CommandError):
        call_command("verify_files")
    assert f"{row.storage_name}: không còn trong kho" in capsys.readouterr().err
