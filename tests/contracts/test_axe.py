"""Every page in a real Chromium, on both screens and in both themes: no serious fault for axe, nothing beside the
screen, nothing refused by the security policy, nothing asked of another machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Error, Page
from pytest_django.live_server_helper import LiveServer
from tests.contracts.browsing import browser, database_beside_the_browser
from tests.contracts.entries import Entry
from tests.contracts.objects import Objects, sign_in_without_duties
from tests.contracts.test_pages import PAGES
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

__all__ = ["browser", "database_beside_the_browser", "file_folder", "quarantine_folder"]

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = Path(settings.BASE_DIR).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
# A rule gives each of its findings its own impact, so that the lesser ones can find nothing serious. What is loaded
# ahead serves one of those and one that is not run.
RUN_AXE = """
const lesser = axe._audit.rules.filter((rule) => ["minor", "moderate"].includes(rule.impact));
const rules = Object.fromEntries(lesser.map((rule) => [rule.id, {enabled: false}]));
return axe.run(document, {resultTypes: ["violations"], preload: false, rules});
"""
SCREENS = {"office": (1366, 768), "phone": (390, 844)}
# Parts of pages, data and files: what is no page of its own is seen by axe in the page it belongs to.
NO_PAGES = {
    "presence", "palette", "unit-suggest", "unit-completion", "person-completion", "document-file", "product-file",
    "desk-cards",
    "desk-edit-form", "desk-split-form", "document-annotation", "document-progress", "follow-up-file", "comment-names",
    "comment-file", "product-annex", "status-report-file", "report-file", "round-file", "run-progress",
    "programme-entry", "programme-entry-add",
    "target-actual-file", "target-sheet-file", "scenario-recruitment", "scenario-what-if",
    "import-progress", "import-annotated", "import-faults-csv", "headcount-file", "official-file",
    "import-template",
    "people-export",
    "forecast-export",
    "career-move-paper",
    "people-run-progress",
    "unit-notice-file",
    "unit-round-file", "sheet-file", "own-year-file", "own-appraisal-data", "rating-file", "rating-round-file",
}  # fmt: skip
VISITED = [entry for entry in PAGES if entry.name not in NO_PAGES and not entry.name.startswith("api:")]


# Objects of which a register takes one; of everything else each page gets its own, as pages close some of them.
ONCE = (
    "target_line",
    "work_field",
    "plan",
    "plan_template",
    "job_position",
    "competency",
    "standard",
    "planning_list",
    "closed_post",
)


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


@dataclass
class Visit:
    """Visits pages as one persona and keeps what the browser complains about."""

    page: Page
    origin: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen."""
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)

    def _note_request(self, request: Any) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.complaints.append(f"asked another machine: {request.url}")

    def _note_response(self, response: Any) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url.removeprefix(self.origin)}")

    def faults_of(self, url: str) -> list[str]:
        """Open a page and return everything that is wrong with it. A file that is kept, not shown, is no page."""
        self.complaints.clear()
        try:
            self.page.goto(f"{self.origin}{url}")
        except Error as error:
            if "Download is starting" in error.message:
                return []
            raise
        self.page.evaluate(_axe())
        found = self.page.evaluate(f"() => {{{RUN_AXE}}}")
        serious = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
        faults = [f"axe {one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in serious]
        if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            faults.append("wider than the screen")
        return faults + self.complaints


def _persona_for(entry: Entry) -> str:
    if entry.anonymous == 200:
        return ""
    return "clerk" if "clerk" in entry.ok else min(entry.ok)


# Each page once, half of them on either screen and in either theme; all of them on both and in both for the long run.
HALVES = [("office", "light", 0), ("phone", "dark", 1)]
WHOLE = [pytest.param(screen, theme, None, marks=pytest.mark.slow) for screen in SCREENS for theme in ("light", "dark")]


def _visited(half: int | None) -> list[Entry]:
    """The pages of one half, drawn by their names, or all of them."""
    return [one for one in VISITED if half is None or crc32(str(one).encode()) % 2 == half]


@pytest.mark.long
@pytest.mark.parametrize(("screen", "theme", "half"), [*HALVES, *WHOLE])
def test_pages_have_no_serious_fault(
    browser: Browser, live_server: LiveServer, committed_world: World, file_folder: Path, screen: str, theme: str,
    half: int | None,
) -> None:  # fmt: skip
    if not AXE.exists():
        pytest.skip("axe-core is missing: run make assets")
    sign_in_without_duties(committed_world)
    visits: dict[str, Visit] = {}
    faults: dict[str, list[str]] = {}
    once: dict[str, Any] = {}
    for entry in _visited(half):
        persona = _persona_for(entry)
        if persona not in visits:
            visits[persona] = _open(browser, live_server, committed_world, persona, screen, theme)
        objects = Objects(committed_world)
        vars(objects).update(once)
        url = reverse(entry.name, args=entry.at(objects)) + entry.query
        once |= {name: made for name, made in vars(objects).items() if name in ONCE}
        if found := visits[persona].faults_of(url):
            faults[f"{entry} as {persona or 'nobody'}"] = found
    for visit in visits.values():
        visit.page.context.close()
    assert not faults, "\n".join(f"{page}: {found}" for page, found in faults.items())


def _open(browser: Browser, server: LiveServer, world: World, persona: str, screen: str, theme: str) -> Visit:
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    cookies = {"theme": theme}
    if persona:
        client = Client()
        client.force_login(world.users[persona])
        cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": name, "value": value, "url": server.url} for name, value in cookies.items()])
    return Visit(context.new_page(), server.url)
