"""Scans are recognised in the background: page by page, again from where a killed process stopped, and unseen by others
until the last page is known to be harmless."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings as site
from django.core.files.storage import default_storage
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django.fixtures import Settings
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.scans import MARK, ORDER, SECOND, scanned
from tests.personas import World
from tests.vanban.readers.scans import needs_tesseract

from sauro.audit.models import AuditEvent
from sauro.documents.enums import DocumentState, ScanState
from sauro.documents.models import Document, ExtractedText, Reading, Scan
from sauro.documents.policies import document_policy
from sauro.documents.quarantine import quarantined, sweep
from sauro.documents.scan_folder import ScanFolder
from sauro.documents.services.reading import RecognisedPage
from sauro.documents.services.registering import AlreadyTakenIn
from sauro.documents.services.scanning import keep_page, only_reader, stop_scan, sweep_scans
from sauro.tasks.services.intake import take_in
from sauro.tasks.services.scan_intake import read_scan

__all__ = ["file_folder", "quarantine_folder"]

pytestmark = [needs_tesseract, pytest.mark.django_db]
THREE_PAGES = ("Kế hoạch rà soát hồ sơ.", ORDER, SECOND)


def take(world: World, data: bytes, persona: str = "clerk", name: str = "bản quét.pdf") -> Scan:
    with quarantined([data], name=name) as upload:
        document = take_in(actor=world.actor(persona), unit_id=world.units["ubnd"].pk, upload=upload, declared=True)
    return Scan.objects.select_related("document").get(document=document)


def kept_pages(scan: Scan) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in ScanFolder(scan.pk).path.glob("page-*.tsv")}


def test_scan_is_taken_in_at_once_and_waits_with_its_job(world: World) -> None:
    scan = take(world, scanned(*THREE_PAGES))
    assert (scan.state, scan.pages_done, scan.page_count) == (ScanState.READING, 0, 3)
    assert scan.document.state == DocumentState.READING
    assert scan.document.file is None
    assert scan.document.file_name == ""
    assert ProcrastinateJob.objects.get().args == {"scan_id": str(scan.pk)}
    assert not default_storage.exists("state")


def test_whole_scan_becomes_a_document_with_obligations_and_uncertain_words(
    world: World, quarantine_folder: Path
) -> None:
    data = scanned(*THREE_PAGES)
    scan = take(world, data)
    read_scan(scan.pk)
    document = Document.objects.get(pk=scan.document_id)
    assert document.state == DocumentState.REVIEW
    assert document.file_name == "bản quét.pdf"
    assert document.file is not None
    with default_storage.open(document.file.storage_name) as stream:
        assert stream.read() == data, "the original is stored byte for byte"
    assert [body.name for row in document.obligations.all() for body in row.bodies.filter(role="lead")] == [
        "Sở Nội vụ",
        "Sở Tài chính",
    ]
    text = document.readings.get().text
    assert all(text.text[start:end].strip() and confidence < 0.9 for start, end, confidence in text.uncertain)
    assert list(quarantine_folder.iterdir()) == []
    codes = list(AuditEvent.objects.filter(object_id=document.pk).order_by("sequence").values_list("code", flat=True))
    assert codes == ["documents.document.taken_in", "documents.scan.read"]


def test_work_is_done_in_slices_that_go_on_where_the_last_stopped(world: World) -> None:
    scan = take(world, scanned(*THREE_PAGES))
    read_scan(scan.pk, slice_seconds=0)
    scan.refresh_from_db()
    first = kept_pages(scan)
    assert (scan.pages_done, set(first)) == (1, {"page-1.tsv"})
    assert ProcrastinateJob.objects.count() == 2, "the rest is another job"
    read_scan(scan.pk, slice_seconds=0)
    scan.refresh_from_db()
    assert scan.pages_done == 2
    assert kept_pages(scan)["page-1.tsv"] == first["page-1.tsv"], "page 1 was not recognised again"
    read_scan(scan.pk)
    assert Document.objects.get(pk=scan.document_id).state == DocumentState.REVIEW
    read_scan(scan.pk)
    assert Reading.objects.count() == 1, "a job that runs once more changes nothing"


def test_progress_never_goes_back_when_a_later_job_tells_of_the_same_pages(world: World) -> None:
    scan = take(world, scanned(*THREE_PAGES))
    Scan.objects.update(pages_done=2)
    scan.refresh_from_db()
    assert keep_page(scan, RecognisedPage(1, 3, 1, None))
    assert Scan.objects.get().pages_done == 2
    assert keep_page(scan, RecognisedPage(3, 3, 3, "bảng"))
    assert Scan.objects.get().pages_done == 3


def test_mark_on_the_last_page_leaves_no_word_and_nobody_else_saw_it(world: World, tmp_path: Path) -> None:
    scan = take(world, scanned(ORDER, f"{MARK}\n\nNội dung."))
    document = scan.document
    assert not document_policy.visible(world.actor("head")).exists()
    assert list(document_policy.visible(world.actor("clerk"))) == [document]
    read_scan(scan.pk)
    document.refresh_from_db()
    scan.refresh_from_db()
    assert (scan.state, scan.file_name) == (ScanState.SECRET, "")
    assert (document.state, document.file, document.file_name) == (DocumentState.REFUSED, None, "")
    assert not ExtractedText.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    event = AuditEvent.objects.get(code="documents.upload.refused_secret")
    assert (event.actor_name, event.changes) == ("Trần Thị Mẫu", {"sha256": [None, scan.sha256]})
    for persona in ("head", "chair", "inspector", "admin"):
        assert not document_policy.visible(world.actor(persona)).exists(), persona


def test_the_same_scan_twice_is_told_apart_at_once(world: World) -> None:
    data = scanned(ORDER)
    scan = take(world, data)
    with pytest.raises(AlreadyTakenIn) as refused:
        take(world, data)
    assert refused.value.document_id == scan.document_id


def test_content_that_came_in_meanwhile_ends_the_recognition(world: World) -> None:
    data = scanned(ORDER)
    # The head of office does not see what the clerk has sent, so both are read; the second comes too late.
    first, second = take(world, data), take(world, data, "head")
    read_scan(first.pk)
    read_scan(second.pk)
    second.refresh_from_db()
    assert second.state == ScanState.FAILED
    assert first.document.code in second.message
    assert not ScanFolder(second.pk).path.exists()


def test_scan_can_be_stopped_by_its_sender_alone(world: World) -> None:
    scan = take(world, scanned(*THREE_PAGES))
    read_scan(scan.pk, slice_seconds=0)
    stop_scan(actor=world.actor("clerk"), document_id=scan.document_id)
    assert not ScanFolder(scan.pk).path.exists()
    read_scan(scan.pk)
    scan.refresh_from_db()
    assert scan.state == ScanState.STOPPED
    assert not Reading.objects.exists()


def test_file_that_is_gone_is_told(world: World) -> None:
    scan = take(world, scanned(ORDER))
    ScanFolder(scan.pk).destroy()
    read_scan(scan.pk)
    scan.refresh_from_db()
    assert scan.state == ScanState.FAILED
    assert "tiếp nhận lại" in scan.message


def test_long_scan_is_refused_at_the_door(world: World, settings: Settings, quarantine_folder: Path) -> None:
    settings.SCAN_PAGES = 1
    with pytest.raises(Exception, match="có 2 trang"):
        take(world, scanned("Một.", "Hai."))
    assert not Document.objects.exists()
    assert list(quarantine_folder.iterdir()) == []


def test_waiting_scans_outlast_the_sweep_and_abandoned_ones_do_not(world: World) -> None:
    scan = take(world, scanned(ORDER))
    long_ago = time.time() - 10_000
    os.utime(ScanFolder(scan.pk).path, (long_ago, long_ago))
    assert (sweep(), sweep_scans()) == (0, 0)
    Scan.objects.update(state=ScanState.STOPPED)
    assert sweep_scans() == 1
    assert not ScanFolder(scan.pk).path.exists()


RUNNER = """
import sys, uuid
import django
django.setup()
from django.db import connection
from sauro.tasks.services.scan_intake import read_scan
read_scan(uuid.UUID(sys.argv[1]))
"""


def _reading_process(scan_id: UUID) -> subprocess.Popen[bytes]:
    """Start a process of its own that recognises a scan of the database and the folders of this test."""
    held = site.DATABASES["default"]
    url = f"postgresql://{held['USER']}:{held['PASSWORD']}@{held['HOST'] or ''}:{held['PORT']}/{held['NAME']}"
    set_up = (
        "import os; from django.conf import settings; "
        f"settings.QUARANTINE_DIR = {str(site.QUARANTINE_DIR)!r}; settings.STORAGES = {site.STORAGES!r}"
    )
    code = RUNNER.replace("django.setup()", f"django.setup()\n{set_up}")
    variables = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "sauro.settings"}
    return subprocess.Popen([sys.executable, "-c", code, str(scan_id)], env=variables)


@pytest.mark.django_db(transaction=True)
def test_killed_process_is_gone_on_from_where_it_stopped(committed_world: World) -> None:
    scan = take(committed_world, scanned(*THREE_PAGES, ORDER, SECOND))
    process = _reading_process(scan.pk)
    for _attempt in range(1_200):
        scan.refresh_from_db()
        if scan.pages_done >= 2 or process.poll() is not None:
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = kept_pages(scan)
    assert 2 <= len(before) < 5
    assert Document.objects.get(pk=scan.document_id).state == DocumentState.READING
    _wait_until_free(scan.pk)
    read_scan(scan.pk, slice_seconds=0)
    after = kept_pages(scan)
    assert before.items() <= after.items(), "no page was recognised twice"
    read_scan(scan.pk)
    document = Document.objects.get(pk=scan.document_id)
    assert document.state == DocumentState.REVIEW
    assert document.obligations.count() == 4


def _wait_until_free(scan_id: UUID) -> None:
    """The database notices the end of a killed process, and lets go of its locks, a moment later."""
    for _attempt in range(200):
        with only_reader(scan_id) as is_free:
            if is_free:
                return
        time.sleep(0.05)
    raise AssertionError("the killed process still holds the scan")
