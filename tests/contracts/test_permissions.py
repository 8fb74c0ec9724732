"""Every address, every persona: who gets in, who is refused, for whom the object does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.contracts import (
    table_accounts,
    table_agenda,
    table_annotations,
    table_api,
    table_appraisals,
    table_assistant,
    table_bulk,
    table_cadres,
    table_calendars,
    table_careers,
    table_checking,
    table_difficulties,
    table_discussions,
    table_documents,
    table_headcounts,
    table_listings,
    table_measuring,
    table_notices,
    table_organizations,
    table_periodic_reports,
    table_periods,
    table_plans,
    table_programmes,
    table_reporting,
    table_roster,
    table_staffing,
    table_status_reports,
    table_targets,
    table_tasks,
    table_workforce,
)
from tests.contracts.addresses import all_names, missing
from tests.contracts.entries import EVERYBODY, SIGN_IN, Entry, Expected
from tests.contracts.objects import Objects, sign_in_without_duties
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.sessions import begin_session
from tests.personas import World

__all__ = ["file_folder", "quarantine_folder"]

TABLE: list[Entry] = [
    *table_accounts.ENTRIES,
    *table_agenda.ENTRIES,
    *table_bulk.ENTRIES,
    *table_organizations.ENTRIES,
    *table_listings.ENTRIES,
    *table_documents.ENTRIES,
    *table_tasks.ENTRIES,
    *table_annotations.ENTRIES,
    *table_appraisals.ENTRIES,
    *table_cadres.ENTRIES,
    *table_checking.ENTRIES,
    *table_reporting.ENTRIES,
    *table_status_reports.ENTRIES,
    *table_targets.ENTRIES,
    *table_plans.ENTRIES,
    *table_programmes.ENTRIES,
    *table_difficulties.ENTRIES,
    *table_discussions.ENTRIES,
    *table_notices.ENTRIES,
    *table_api.ENTRIES,
    *table_assistant.ENTRIES,
    *table_calendars.ENTRIES,
    *table_periods.ENTRIES,
    *table_periodic_reports.ENTRIES,
    *table_workforce.ENTRIES,
    *table_careers.ENTRIES,
    *table_headcounts.ENTRIES,
    *table_measuring.ENTRIES,
    *table_roster.ENTRIES,
    *table_staffing.ENTRIES,
]


# Nothing can be done there, by whatever method: the description of the API, and addresses without an operation.
ANY_METHOD = {"api:openapi-json", "api:api-root", "api:nothing-here"}


def test_every_address_is_in_the_table() -> None:
    assert missing(all_names(), {entry.name for entry in TABLE}) == set()


def test_table_names_no_address_that_is_gone() -> None:
    assert missing({entry.name for entry in TABLE}, all_names()) == set()


def test_an_address_left_out_would_be_noticed() -> None:
    names = {entry.name for entry in TABLE}
    assert missing(names | {"page-nobody-thought-of"}, names) == {"page-nobody-thought-of"}


def test_table_is_about_the_people_of_the_tests(world: World) -> None:
    assert set(world.users) == EVERYBODY
    for entry in TABLE:
        assert entry.ok | entry.refused <= EVERYBODY, entry


@pytest.mark.parametrize("entry", TABLE, ids=str)
def test_each_person_gets_exactly_what_the_table_says(world: World, file_folder: Path, entry: Entry) -> None:
    url = _visit_all(world, entry, entry.sampled_visitors)
    if entry.name not in ANY_METHOD:
        assert _client(world, "admin").delete(url).status_code == 405


@pytest.mark.slow
@pytest.mark.parametrize("entry", [entry for entry in TABLE if entry.sampled_visitors != entry.visitors], ids=str)
def test_everybody_who_gets_in_gets_the_page(world: World, file_folder: Path, entry: Entry) -> None:
    _visit_all(world, entry, entry.visitors)


def _visit_all(world: World, entry: Entry, visitors: list[str]) -> str:
    """Check the status each visitor gets, and return the address."""
    sign_in_without_duties(world)
    objects = Objects(world)
    url = reverse(entry.name, args=entry.at(objects)) + entry.query
    data = entry.form_data(objects)
    got = {persona: _visit(world, persona, entry, url, data) for persona in visitors}
    assert got == {persona: entry.expected(persona) for persona in got}
    return url


def _visit(world: World, persona: str, entry: Entry, url: str, data: dict[str, object]) -> Expected:
    """Return the status a persona gets. What the request changed is undone, so that the next finds all as it was."""
    for _undone in _undoing():
        client = _client(world, persona)
        response = getattr(client, entry.method)(url, data, **entry.encoding())
    return _status(response)


def _client(world: World, persona: str) -> Client:
    client = Client(raise_request_exception=False)
    if persona:
        begin_session(client, world.users[persona])
    return client


def _undoing() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _status(response: HttpResponse) -> Expected:
    is_sign_in = response.status_code == 302 and response["Location"].startswith(reverse("sign-in"))
    return SIGN_IN if is_sign_in and not response["Location"].endswith("/dang-nhap/") else response.status_code
