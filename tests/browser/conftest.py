"""Fixtures of the browser tests."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def database_beside_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests use the database in the thread in which Playwright runs its event loop: nothing else runs in it."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
