"""Scans: taken in at once, recognised page by page in the background, a document like any other in the end.

The file stays in quarantine until its last page is known to be harmless. A mark of state secrets on any page destroys
it; what remains then is a document without a word, visible to the person who took it in alone, and one event.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door, system_actor
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.ids import new_id
from sauro.documents import events
from sauro.documents.enums import DocumentState, ScanState
from sauro.documents.file_names import clean_file_name
from sauro.documents.models import Document, Reading, Scan
from sauro.documents.policies import document_policy
from sauro.documents.quarantine import QuarantinedUpload, destroy_folder
from sauro.documents.scan_folder import ScanFolder, abandoned
from sauro.documents.services.reading import ReadFile, RecognisedPage
from sauro.documents.services.registering import (
    AlreadyTakenIn,
    fill_document,
    new_document,
    refuse_duplicate,
    search_key_of,
)
from sauro.documents.services.storage import lock_content
from sauro.organizations.models import Unit

_LOCK_SPACE = 0x5CA1


def begin_scan(*, actor: Actor, unit: Unit, upload: QuarantinedUpload, pages: int, is_sample: bool) -> Scan:
    """Write the document of a scan that is still to be recognised and keep its file. Call inside a transaction.

    Raises :class:`AlreadyTakenIn` when the unit has a document of the same content, read or being read.
    """
    lock_content(domain=unit.domain, sha256=upload.sha256)
    refuse_duplicate(actor, unit, upload.sha256)
    _refuse_being_read(actor, unit, upload.sha256)
    document = new_document(actor, unit, DocumentState.READING)
    document.is_sample = is_sample
    document.search_key = search_key_of(document)
    document.save(force_insert=True)
    scan = Scan(
        document=document,
        file_name=clean_file_name(upload.name),
        sha256=upload.sha256,
        size=upload.size,
        page_count=pages,
    )
    scan.save(force_insert=True)
    record_event(actor=actor, event=events.TAKEN_IN, obj=document, object_text=document.code)
    ScanFolder(scan.pk).take(upload)
    return scan


def _refuse_being_read(actor: Actor, unit: Unit, sha256: str) -> None:
    rows = document_policy.visible(actor).filter(owner_unit=unit, scan__sha256=sha256, scan__state=ScanState.READING)
    if first := rows.first():
        raise AlreadyTakenIn(first)


@contextmanager
def only_reader(scan_id: UUID) -> Iterator[bool]:
    """Hold a scan for the length of a block. Yields False when somebody else holds it.

    The database lets go of it when the process that holds it is killed.
    """
    with connection.cursor() as cursor:
        key: tuple[int, str] = (_LOCK_SPACE, str(scan_id))
        cursor.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", key)
        is_held = bool(cursor.fetchone()[0])
    try:
        yield is_held
    finally:
        if is_held:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", key)


def open_scan(scan_id: UUID) -> Scan | None:
    """Return a scan that still has to be recognised."""
    rows = Scan.objects.select_related("document__owner_unit")
    return rows.filter(pk=scan_id, state=ScanState.READING).first()


def keep_page(scan: Scan, page: RecognisedPage) -> bool:
    """Keep what is known of a page, then count it. Returns False when somebody has stopped the recognition.

    A page that an earlier run has counted is not counted again, so that the progress never goes back.
    """
    if page.result is None and page.done <= scan.pages_done:
        return True
    try:
        if page.result is not None:
            ScanFolder(scan.pk).keep_page(page.number, page.result)
    except FileNotFoundError:
        # Whoever stopped it has destroyed the folder already.
        return False
    rows = Scan.objects.filter(pk=scan.pk, state=ScanState.READING)
    scan.pages_done, scan.page_count = page.done, page.total
    return bool(rows.update(pages_done=page.done, page_count=page.total, touched_at=now()))


def finish_scan(*, actor: Actor, scan: Scan, upload: QuarantinedUpload, read: ReadFile) -> Reading | None:
    """Turn a recognised scan into a document like any other. Call inside a transaction.

    Returns None when somebody has stopped the recognition meanwhile. Raises :class:`AlreadyTakenIn` when the same
    content came in by another way.
    """
    document = scan.document
    lock_content(domain=document.domain, sha256=scan.sha256)
    if not _close(scan, ScanState.DONE):
        return None
    refuse_duplicate(actor, document.owner_unit, scan.sha256)
    reading = fill_document(document=document, upload=upload, file_name=scan.file_name, read=read)
    record_event(actor=actor, event=events.SCAN_READ, obj=document, object_text=document.code)
    return reading


@transaction.atomic
def refuse_scan(*, actor: Actor, scan: Scan) -> None:
    """Destroy a scan that carries a mark; forget its name, and record who, when and which hash."""
    ScanFolder(scan.pk).destroy()
    if not _close(scan, ScanState.SECRET, _secret_message(), file_name=""):
        return
    _refuse_document(scan.document)
    record_event(
        actor=actor,
        event=events.UPLOAD_REFUSED_SECRET,
        domain=scan.document.domain,
        unit_id=scan.document.owner_unit_id,
        changes={"sha256": [None, scan.sha256]},
    )


@transaction.atomic
def fail_scan(*, actor: Actor, scan: Scan, message: str) -> None:
    """Give up a scan that cannot be read: its file is removed, the sentence says why."""
    if _close(scan, ScanState.FAILED, message):
        _refuse_document(scan.document)
        record_event(actor=actor, event=events.SCAN_FAILED, obj=scan.document, object_text=scan.document.code)
    ScanFolder(scan.pk).destroy()


@transaction.atomic
def stop_scan(*, actor: Actor, document_id: UUID) -> None:
    """Stop the recognition of a scan that one has sent oneself. Its file is destroyed; nothing else was written."""
    document = document_policy.get_locked(actor, document_id)
    document_policy.require(actor, "stop", document)
    scan = Scan.objects.select_related("document").get(document=document)
    if _close(scan, ScanState.STOPPED, _("Bạn đã dừng nhận dạng bản quét này; tệp tạm đã bị hủy.")):
        _refuse_document(scan.document)
        record_event(actor=actor, event=events.SCAN_STOPPED, obj=document, object_text=document.code)
    ScanFolder(scan.pk).destroy()


def receiver_of(document: Document) -> Actor:
    """Return the person who took a document in, as the actor of the work that goes on in the background."""
    user = User.objects.filter(pk=document.received_by_id).first() if document.received_by_id else None
    request_id = str(new_id())
    return load_actor(user=user, door=Door.JOB, request_id=request_id) if user else system_actor(request_id)


def sweep_scans() -> int:
    """Destroy the files of scans that nobody recognises any more. Returns how many folders."""
    living = set(Scan.objects.filter(state=ScanState.READING).values_list("pk", flat=True))
    folders = abandoned(living)
    for folder in folders:
        destroy_folder(folder)
    return len(folders)


def _close(scan: Scan, state: ScanState, message: str = "", **columns: str) -> bool:
    """Leave the state of being read. Returns False when somebody was faster."""
    rows = Scan.objects.filter(pk=scan.pk, state=ScanState.READING)
    return bool(rows.update(state=state, message=message, **columns))


def _refuse_document(document: Document) -> None:
    document.state = DocumentState.REFUSED
    document.save(update_fields=["state"])


def _secret_message() -> str:
    return _(
        "Tệp mang dấu mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được đưa vào hệ thống này; bản tạm đã bị hủy. "
        "Hãy xử lý văn bản trên mạng độc lập dành cho bí mật nhà nước, hoặc vào sổ văn bản mật bằng giấy."
    )
