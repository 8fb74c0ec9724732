"""Background work on files: what a crash left behind is swept, what was purged is overwritten."""

from __future__ import annotations

from sauro.documents import quarantine
from sauro.documents.services import printing, residue, scanning, storage
from sauro.jobs.queue import periodic, queue


@periodic(cron="17 2 * * *", name="documents.sweep_orphans")
def sweep_orphans(timestamp: int) -> int:
    """Remove stored files without a row, older than a day. ``timestamp`` is the moment the run was due."""
    return storage.sweep_orphans()


@periodic(cron="*/30 * * * *", name="documents.sweep_quarantine")
def sweep_quarantine(timestamp: int) -> int:
    """Destroy uploads whose request never ended, and scans nobody recognises any more, older than an hour."""
    return quarantine.sweep() + scanning.sweep_scans()


@periodic(cron="*/20 * * * *", name="documents.keep_prints")
def keep_prints(timestamp: int) -> int:
    """Fingerprint documents taken in before fingerprints were kept, some at a time. Returns how many."""
    printing.drop_old_prints()
    return printing.keep_missing_prints()


@periodic(cron="10 3 * * *", name="documents.clear_residue")
def clear_residue(timestamp: int) -> int:
    """Rewrite the tables that purged documents lay in, at night because it locks them. Returns how many purges."""
    return residue.clear_residue()


@queue.task(name="documents.destroy_file", retry=10)
def destroy_file(storage_name: str) -> bool:
    """Overwrite and remove the bytes of a purged file. Safe to run again; does nothing while a row needs the file."""
    return storage.destroy_unreferenced(storage_name)
