"""Takes a scan in: recognised in slices by a background job, so that a long one holds up nobody and a killed worker
goes on where it stopped."""

from __future__ import annotations

import time
from uuid import UUID

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError
from sauro.documents.models import Document, Scan
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.scan_folder import ScanFolder
from sauro.documents.secrecy import SecrecyMark
from sauro.documents.services import scanning
from sauro.documents.services.reading import RecognisedPage, recognise
from sauro.jobs.queue import defer
from sauro.organizations.models import Unit
from sauro.tasks.services.proposing import propose_obligations

READ_JOB = "tasks.read_scan"
SLICE_SECONDS = 60
"""How long one job recognises before it lets others have their turn; a page begun is finished."""


class _Interrupted(Exception):
    """The recognition need not go on now."""


def take_in_scan(*, actor: Actor, unit: Unit, upload: QuarantinedUpload, pages: int, is_sample: bool) -> Document:
    """Write the document of a scan and the job that recognises it, all of it or nothing."""
    with transaction.atomic():
        scan = scanning.begin_scan(actor=actor, unit=unit, upload=upload, pages=pages, is_sample=is_sample)
        defer(READ_JOB, scan_id=str(scan.pk))
    return scan.document


def read_scan(scan_id: UUID, *, slice_seconds: float = SLICE_SECONDS) -> None:
    """Recognise pages of a scan for a while; then go on later, or make the document. Bears to run twice, also at once.

    Pages recognised before, by this or another process, are not recognised again.
    """
    with scanning.only_reader(scan_id) as is_mine:
        scan = scanning.open_scan(scan_id) if is_mine else None
        if scan is None:
            return
        actor = scanning.receiver_of(scan.document)
        with pghistory.context(user=str(actor.user_id or ""), request=actor.request_id, door=str(actor.door)):
            _read(actor, scan, slice_seconds)


def _read(actor: Actor, scan: Scan, slice_seconds: float) -> None:
    folder = ScanFolder(scan.pk)
    upload = folder.upload(name=scan.file_name, size=scan.size, sha256=scan.sha256)
    if not folder.source.exists():
        scanning.fail_scan(actor=actor, scan=scan, message=_file_is_gone())
        return
    try:
        read = recognise(upload, known=folder.path, on_page=_Watch(scan, slice_seconds).hear)
        if isinstance(read, SecrecyMark):
            scanning.refuse_scan(actor=actor, scan=scan)
            return
        with transaction.atomic():
            reading = scanning.finish_scan(actor=actor, scan=scan, upload=upload, read=read)
            if reading is not None:
                propose_obligations(reading)
        folder.destroy()
    except _Interrupted:
        defer(READ_JOB, scan_id=str(scan.pk))
    except DomainError as error:
        scanning.fail_scan(actor=actor, scan=scan, message=error.message)


class _Watch:
    """Keeps every page, and interrupts once the time is over or the recognition was stopped."""

    def __init__(self, scan: Scan, seconds: float) -> None:
        self._scan = scan
        self._deadline = time.monotonic() + seconds

    def hear(self, page: RecognisedPage) -> None:
        """Take a page."""
        is_wanted = scanning.keep_page(self._scan, page)
        is_over = page.result is not None and page.done < page.total and time.monotonic() > self._deadline
        if is_over or not is_wanted:
            raise _Interrupted


def _file_is_gone() -> str:
    return _("Tệp tạm của bản quét không còn trên máy chủ (có thể do khôi phục từ sao lưu). Hãy tiếp nhận lại tệp.")
