"""Every list page costs the same number of queries whatever it shows, and is an address of its own."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.contracts.objects import MODELS_OF_THE_WORLD, ROW_MAKERS, Objects, sign_in_without_duties
from tests.contracts.test_permissions import TABLE
from tests.factories.sessions import begin_session
from tests.personas import World

from sauro.ui.lists.page import ListPage, all_pages


def _pages() -> list[ListPage]:  # type: ignore[type-arg]  # pages of any model
    reverse("home")  # loads the addresses, which register the pages
    return all_pages()


def _opener(page_name: str) -> str:
    """Return a persona that may open the list; the first by name of those the permission table lets in."""
    entry = next(one for one in TABLE if one.name == page_name)
    return "clerk" if "clerk" in entry.ok else min(entry.ok)


def test_every_list_is_an_address() -> None:
    names = [page.name for page in _pages()]
    assert names
    for name in names:
        assert reverse(name)


@pytest.mark.django_db
def test_rows_of_every_list_can_be_made(world: World) -> None:
    models = {page.rows(world.actor("clerk")).model._meta.label_lower for page in _pages()}
    assert models - MODELS_OF_THE_WORLD - set(ROW_MAKERS) == set()


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page.name)
def test_queries_do_not_grow_with_the_rows(world: World, page: ListPage) -> None:  # type: ignore[type-arg]  # as above
    sign_in_without_duties(world)
    client, url = Client(), reverse(page.name)
    begin_session(client, world.users[_opener(page.name)])
    client.get(url)  # the first request of a session also writes the session
    objects = Objects(world)
    model = page.rows(world.actor("clerk")).model._meta.label_lower
    shown, counts = [], []
    for wanted in (1, 3):
        if model in MODELS_OF_THE_WORLD:
            rows, queries = _load(client, f"{url}?{_narrow(page, wanted)}")
        else:
            for number in range(wanted - sum(shown[-1:])):
                ROW_MAKERS[model](objects, len(shown) * 10 + number)
            rows, queries = _load(client, url)
        shown.append(rows)
        counts.append(queries)
    assert shown[0] < shown[1], f"the list shows {shown} rows; make rows that its persona can see"
    assert counts[0] == counts[1]


_ONE_ROW = {"unit-list": "so noi vu", "user-list": "tran thi mau", "programme-overview": "xa a thu"}


def _narrow(page: ListPage, wanted: int) -> str:  # type: ignore[type-arg]  # as above
    """Of what the world holds anyway, search for one row or show all."""
    return "q=" + _ONE_ROW[page.name] if wanted == 1 else ""


def _load(client: Client, url: str) -> tuple[int, int]:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200
    return len(re.findall(r"<tr data-row", response.content.decode())), len(captured)
