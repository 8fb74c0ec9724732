"""Every page: no code of its own, nothing from another machine, a title, one heading, the security policy."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests.contracts.entries import Entry
from tests.contracts.html import read
from tests.contracts.objects import Objects, sign_in_without_duties
from tests.contracts.test_permissions import TABLE, file_folder, quarantine_folder
from tests.factories.sessions import begin_session
from tests.personas import World

from sauro.ui.middleware import CONTENT_SECURITY_POLICY

__all__ = ["file_folder", "quarantine_folder"]

PAGES = [entry for entry in TABLE if entry.method == "get" and entry.status == 200 and entry.ok]
OWN_FILES = [
    path
    for path in Path(settings.BASE_DIR).rglob("static/**/*")
    if path.suffix in {".js", ".css"} and "vendor" not in path.parts
]


@pytest.mark.parametrize("entry", PAGES, ids=str)
def test_page_is_clean(world: World, file_folder: Path, entry: Entry) -> None:
    sign_in_without_duties(world)
    client = Client()
    url = reverse(entry.name, args=entry.at(Objects(world))) + entry.query
    if entry.anonymous != 200:
        begin_session(client, world.users[min(entry.ok)])
    response = client.get(url)
    assert response["X-Content-Type-Options"] == "nosniff"
    if response.streaming:
        # A file of somebody's: shown in a box of its own in which nothing runs.
        assert response["Content-Security-Policy"].endswith("; sandbox")
        return
    assert response["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    if not response["Content-Type"].startswith("text/html"):
        return
    page = read(response.content.decode())
    assert page.faults == []
    assert sorted(page.ids) == sorted(set(page.ids)), "an id stands for one element"
    if response.content.lstrip().lower().startswith(b"<!doctype"):
        assert page.language == "vi"
        assert page.headings == 1
        assert page.title.strip().removesuffix("– Sáu Rõ").strip()


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<script>alert(1)</script>", "<script> with content"),
        ("<style>a{}</style>", "<style> with content"),
        ('<p style="color:red">', "<p style=…>"),
        ('<a onclick="x()">', "<a onclick=…>"),
        ('<b hx-on:click="x()">', "<b hx-on:click=…>"),
        ('<img src="//cdn.invalid/x.png">', "<img src=//cdn.invalid/x.png>"),
        ('<a href=" JavaScript:x">', "<a href= JavaScript:x>"),
    ],
)
def test_reader_notices(html: str, fault: str) -> None:
    assert read(html).faults == [fault]


@pytest.mark.parametrize("path", OWN_FILES, ids=lambda path: path.name)
def test_own_scripts_and_styles_name_no_other_machine_and_make_no_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for forbidden in ("http://", "https://", "eval(", "new Function", "document.write"):
        assert forbidden not in text.replace("http://www.w3.org/", ""), forbidden
