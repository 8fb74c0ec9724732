"""The content-addressed store: bytes first, synced, then the row; one row for one content in one domain."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.files.base import File
from django.core.files.storage import default_storage, storages
from django.db import connection, transaction

from sauro.common.clock import now
from sauro.documents.file_store import DRAFT_PREFIX, DurableFileSystemStorage
from sauro.documents.models import StoredFile
from sauro.documents.quarantine import PIECE, QuarantinedUpload

ORPHAN_AGE = timedelta(days=1)
_LOCK_SPACE = 0x5A5E


@dataclass(frozen=True, slots=True)
class StoreFault:
    """A stored file whose bytes are gone or differ from its hash."""

    storage_name: str
    problem: str


def lock_content(*, domain: str, sha256: str) -> None:
    """Hold a content until the transaction ends: two uploads of it, or an upload and the sweep, take turns."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_LOCK_SPACE, f"{domain}/{sha256}"])


def store_upload(*, upload: QuarantinedUpload, domain: str, media_type: str) -> StoredFile:
    """Store quarantined bytes and return their row, which may be an older one. Call inside a transaction.

    The bytes are on the disk, synced, before the row is written. When the transaction fails the file stays without a
    row and is swept a day later.
    """
    lock_content(domain=domain, sha256=upload.sha256)
    found = StoredFile.objects.filter(domain=domain, sha256=upload.sha256).first()
    if found is not None and default_storage.exists(found.storage_name):
        return found
    row = found or StoredFile(domain=domain, sha256=upload.sha256, size=upload.size, media_type=media_type)
    with upload.open() as stream:
        default_storage.save(row.storage_name, File(stream))
    if found is None:
        row.save(force_insert=True)
    return row


def sweep_orphans() -> int:
    """Remove files without a row, and drafts of writes that never ended, older than a day. Returns how many.

    A content is looked at under the lock that uploads hold, so a file whose row is about to be committed is left alone.
    """
    storage = _disk_store()
    if storage is None:
        return 0
    swept = 0
    for name in list(storage.names()):
        if _is_older_than_a_day(storage, name) and _remove_if_orphan(storage, name):
            swept += 1
    return swept


def verify_store() -> list[StoreFault]:
    """Hash every stored file again and return the faults; an empty list means that all bytes are as they came."""
    faults: list[StoreFault] = []
    for row in StoredFile.objects.order_by("id").iterator():
        if not default_storage.exists(row.storage_name):
            faults.append(StoreFault(row.storage_name, "missing"))
        elif _hash_of(row.storage_name) != row.sha256:
            faults.append(StoreFault(row.storage_name, "changed"))
    return faults


def destroy_unreferenced(storage_name: str) -> bool:
    """Overwrite and remove the bytes of a purged file unless a row needs them again. Returns whether it did."""
    domain, _, sha256 = PurePosixPath(storage_name).parts
    with transaction.atomic():
        lock_content(domain=domain, sha256=sha256)
        if StoredFile.objects.filter(domain=domain, sha256=sha256).exists():
            return False
        storage = _disk_store()
        if storage is None:
            default_storage.delete(storage_name)
        else:
            storage.destroy(storage_name)
    return True


def _disk_store() -> DurableFileSystemStorage | None:
    store = storages["default"]
    return store if isinstance(store, DurableFileSystemStorage) else None


def _is_older_than_a_day(storage: DurableFileSystemStorage, name: str) -> bool:
    try:
        return storage.get_modified_time(name) < now() - ORPHAN_AGE
    except FileNotFoundError:
        return False


def _remove_if_orphan(storage: DurableFileSystemStorage, name: str) -> bool:
    parts = PurePosixPath(name).parts
    if parts[-1].startswith(DRAFT_PREFIX):
        storage.delete(name)
        return True
    if len(parts) != 3:
        return False
    with transaction.atomic():
        lock_content(domain=parts[0], sha256=parts[2])
        if StoredFile.objects.filter(domain=parts[0], sha256=parts[2]).exists():
            return False
        if not _is_older_than_a_day(storage, name):
            return False
        storage.delete(name)
    return True


def _hash_of(storage_name: str) -> str:
    running = hashlib.sha256()
    with default_storage.open(storage_name) as stream:
        while piece := stream.read(PIECE):
            running.update(piece)
    return running.hexdigest()
