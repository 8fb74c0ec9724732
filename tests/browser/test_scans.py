"""Scans in a real Chromium: progress that goes on by itself and stops, and doubtful words that need a second Enter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.browser.desk_stage import PHONE, chromium, open_desk, saved, states
from tests.contracts.objects import Objects
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.documents.enums import DocumentState, ScanState
from sauro.documents.models import Document, ExtractedText, Scan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ORDER = "Sở Nội vụ lập kế hoạch rà soát hồ sơ, trình Ủy ban nhân dân tỉnh."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for all tests here."""
    with chromium() as running:
        yield running


@pytest.fixture
def recognised(committed_world: World) -> Document:
    """A document of two tasks; in the first, a word of the lead was recognised with little confidence."""
    tasks: list[str | TaskSpec] = [
        TaskSpec(ORDER, leads=("Sở Nội vụ",), product="kế hoạch"),
        TaskSpec("Sở Tài chính lập dự toán.", leads=("Sở Tài chính",)),
    ]
    document = make_document(committed_world.units["ubnd"], DocumentSpec(tasks))
    ExtractedText.objects.filter(readings__document=document).update(uncertain=[[3, 6, 0.62]])
    return document


def toast(page: Page) -> str:
    """Return what the page has just said."""
    return page.locator("[data-toasts]").inner_text()


def test_doubtful_word_is_shown_at_the_first_enter_and_accepted_at_the_second(
    browser: Browser, live_server: LiveServer, committed_world: World, recognised: Document
) -> None:
    page = open_desk(browser, live_server, committed_world, "clerk", recognised.pk)
    page.keyboard.press("Enter")
    expect(page.locator("[data-toasts]")).to_contain_text("máy đọc “Nội” chưa chắc (62%)")
    assert states(page) == ["proposed", "proposed"]
    page.keyboard.press("Enter")
    saved(page)
    assert states(page) == ["accepted", "proposed"]
    page.keyboard.press("Enter")
    saved(page)
    assert states(page) == ["accepted", "accepted"], "a certain task takes one"
    page.keyboard.press("u")
    page.keyboard.press("u")
    saved(page)
    expect(page.locator("[data-card]").first).to_have_attribute("data-state", "proposed")
    page.context.close()


def test_accepting_many_leaves_the_doubtful_one_open(
    browser: Browser, live_server: LiveServer, committed_world: World, recognised: Document
) -> None:
    page = open_desk(browser, live_server, committed_world, "clerk", recognised.pk, screen=PHONE)
    expect(page.locator("[data-confident-count]")).to_have_text("1")
    page.locator("[data-do='accept-confident']").click()
    page.locator("#desk-confident button[value='yes']").click()
    expect(page.locator("[data-card]").nth(1)).to_have_attribute("data-state", "accepted")
    assert states(page) == ["proposed", "accepted"]
    page.context.close()


def test_progress_goes_on_by_itself_and_the_desk_opens_when_it_is_done(
    browser: Browser, live_server: LiveServer, committed_world: World, recognised: Document
) -> None:
    scan = Objects(committed_world).scan
    page = open_desk(browser, live_server, committed_world, "clerk", scan.document_id)
    expect(page.locator(".scan-progress")).to_contain_text("Đang nhận dạng trang 2/3")
    Scan.objects.update(pages_done=2)
    expect(page.locator(".scan-progress")).to_contain_text("Đang nhận dạng trang 3/3")
    recognised.readings.update(document=scan.document_id)
    recognised.obligations.update(document=scan.document_id)
    Scan.objects.update(state=ScanState.DONE)
    Document.objects.filter(pk=scan.document_id).update(state=DocumentState.REVIEW)
    expect(page.locator("[data-card]")).to_have_count(2)
    expect(page.locator(".scan-progress")).to_have_count(0)
    page.context.close()
