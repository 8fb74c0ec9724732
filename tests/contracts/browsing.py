"""Fixtures for tests in a real Chromium; a test module imports both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connections
from playwright.sync_api import Browser
from tests.browser.desk_stage import chromium


@pytest.fixture(scope="module", autouse=True)
def database_beside_the_browser() -> Iterator[None]:
    """Let a test use the database beside the browser and the server that answers it."""
    with pytest.MonkeyPatch.context() as patch:
        # Playwright runs an event loop in this thread, in which Django would refuse the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        # A thread of the server lives as long as the browser's connection; its database connection must not.
        patch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
        yield


@pytest.fixture(scope="module")
def browser(database_beside_the_browser: None) -> Iterator[Browser]:
    """A Chromium without a window."""
    with chromium() as running:
        yield running
