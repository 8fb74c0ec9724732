"""What the browser tests of the desk share: a Chromium, signed-in pages, and a few words for what the tests do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from uuid import UUID

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer
from tests.personas import World

# Long enough for a busy machine; no test waits for it unless something is wrong.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)

CHROMIUM = Path("/usr/bin/chromium")
OFFICE_SCREEN: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the system's Chromium without a window, or skip the test with the way to get one.

    Playwright's event loop runs in the thread of the tests as long as the browser does, so Django has to allow its
    database there just as long: also while fixtures of a test are set up and taken down.
    """
    if not CHROMIUM.exists():
        pytest.skip("Chromium is missing: apt-get install chromium")
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        try:
            yield browser
        finally:
            browser.close()


def open_desk(
    browser: Browser,
    server: LiveServer,
    world: World,
    persona: str,
    document_id: UUID,
    *,
    screen: ViewportSize = OFFICE_SCREEN,
    theme: Literal["light", "dark"] = "light",
) -> Page:
    """Return the desk of a document in a browser of its own, signed in as a persona and ready for keys."""
    client = Client()
    client.force_login(world.users[persona])
    context = browser.new_context(viewport=screen, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", color_scheme=theme)
    session = client.cookies["sessionid"].value
    context.add_cookies(
        [
            {"name": "sessionid", "value": session, "url": server.url},
            {"name": "theme", "value": theme, "url": server.url},
        ]
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{server.url}/van-ban/{document_id}/ban-lam-viec/")
    expect(page.locator("[data-desk][data-ready]")).to_be_attached()
    return page


def saved(page: Page) -> None:
    """Wait until every deed has reached the server."""
    expect(page.locator("[data-saving]")).to_have_attribute("data-state", "saved")


def active(page: Page) -> str:
    """Return the words of the active card."""
    return page.locator(".task.is-active .task-text").inner_text()


def states(page: Page) -> list[str]:
    """Return the state of every card, in order."""
    cards = page.locator("[data-card]").all()
    return [card.get_attribute("data-state") or "" for card in cards]
