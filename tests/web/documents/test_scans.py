"""The progress of a scan on its page, in the list and on the desk."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.contracts.objects import Objects
from tests.personas import World

from sauro.documents.enums import DocumentState, ScanState
from sauro.documents.models import Document, Scan


def _text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@pytest.fixture
def scan(world: World) -> Scan:
    """A scan of the clerk, one page of three done."""
    return Objects(world).scan


@pytest.mark.parametrize("page", ["document-detail", "desk"])
def test_pages_show_the_page_being_recognised_and_ask_again(signed_in: SignedIn, scan: Scan, page: str) -> None:
    html = signed_in("clerk").get(reverse(page, args=[scan.document_id])).content.decode()
    assert "Đang nhận dạng trang 2/3" in _text(html)
    assert f'hx-get="/van-ban/{scan.document_id}/tien-do/?o=trang&amp;p=1" hx-trigger="every 2s"' in html
    assert '"X-Background"' in html, "asking is no activity of the person"


def test_list_shows_it_to_its_sender_alone(signed_in: SignedIn, scan: Scan) -> None:
    mine = signed_in("clerk").get("/van-ban/").content.decode()
    assert "Đang nhận dạng trang 2/3" in _text(mine)
    assert "ban-quet.pdf" in mine
    for persona in ("head", "chair", "inspector"):
        assert scan.document.code not in signed_in(persona).get("/van-ban/").content.decode()


def test_progress_stops_asking_when_done(signed_in: SignedIn, scan: Scan) -> None:
    client, url = signed_in("clerk"), reverse("document-progress", args=[scan.document_id])
    running = client.get(url, {"o": "o"})
    assert "hx-trigger" in running.content.decode()
    assert "HX-Refresh" not in running
    Scan.objects.update(state=ScanState.DONE)
    Document.objects.update(state=DocumentState.REVIEW)
    whole_page, cell = client.get(url, {"o": "trang"}), client.get(url, {"o": "o"})
    assert whole_page["HX-Refresh"] == "true"
    assert "HX-Refresh" not in cell
    for response in (whole_page, cell):
        assert "hx-trigger" not in response.content.decode()


def test_nothing_is_sent_while_nothing_has_changed(signed_in: SignedIn, scan: Scan) -> None:
    """What is drawn anew is read out anew to people who hear the page."""
    client, url = signed_in("clerk"), reverse("document-progress", args=[scan.document_id])
    same = client.get(url, {"o": "trang", "p": "1"})
    assert (same.status_code, same.content) == (204, b"")
    Scan.objects.update(pages_done=2)
    assert "trang 3/3" in client.get(url, {"o": "trang", "p": "1"}).content.decode()
    Scan.objects.update(state=ScanState.FAILED, message="Không đọc được.")
    assert client.get(url, {"o": "trang", "p": "2"})["HX-Refresh"] == "true"


def test_refusal_is_told_with_its_reason(signed_in: SignedIn, scan: Scan) -> None:
    Scan.objects.update(state=ScanState.SECRET, message="Tệp mang dấu mật nên bản tạm đã bị hủy.", file_name="")
    Document.objects.update(state=DocumentState.REFUSED)
    html = signed_in("clerk").get(reverse("document-detail", args=[scan.document_id])).content.decode()
    assert "Tệp mang dấu mật nên bản tạm đã bị hủy." in html
    assert "hx-trigger" not in html
    assert "Dừng nhận dạng" not in html


def test_recognition_that_nobody_does_is_told(signed_in: SignedIn, scan: Scan) -> None:
    url = reverse("document-detail", args=[scan.document_id])
    told = "việc nền đang bận hoặc chưa chạy"
    assert told not in signed_in("clerk").get(url).content.decode()
    Scan.objects.update(touched_at="2026-01-01T00:00:00Z")
    assert told in signed_in("clerk").get(url).content.decode()


def test_stop_only_while_running(signed_in: SignedIn, scan: Scan) -> None:
    url = reverse("scan-stop", args=[scan.document_id])
    assert signed_in("head").post(url).status_code == 404
    assert signed_in("clerk").get(url).status_code == 405
    assert signed_in("clerk").post(url).status_code == 302
    scan.refresh_from_db()
    assert scan.state == ScanState.STOPPED
    assert signed_in("clerk").post(url).status_code == 403


def test_document_that_was_no_scan_has_no_progress(signed_in: SignedIn, world: World) -> None:
    document = Objects(world).document
    assert signed_in("clerk").get(reverse("document-progress", args=[document.pk])).status_code == 404
