"""Fixtures shared by all Django tests. The database itself is started by the plugin ``tests.database``."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import hypothesis
import pytest
from django.conf import settings
from django.test import Client, TransactionTestCase

from tests.database import EMBEDDED_VARIABLE, django_db_modify_db_settings
from tests.emptying import empty_tables
from tests.factories.jobs import empty_queue
from tests.factories.sessions import begin_session
from tests.personas import World, build_world
from tests.quiet import wait_until_quiet

__all__ = ["django_db_modify_db_settings"]

# A busy machine is no fault of the code: speed is measured by the benchmarks.
hypothesis.settings.register_profile("sauro", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("sauro")

SignedIn = Callable[[str], Client]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long tests."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session", autouse=True)
def static_files_are_looked_for_when_asked_for() -> None:
    """Spare each test client, which loads the middleware anew, a walk through all static files."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session", autouse=True)
def tables_that_hold_nothing_are_left_alone() -> Iterator[None]:
    """Spare tests that commit the truncation of all tables; a server that is not ours may not allow the shorter way."""
    with pytest.MonkeyPatch.context() as patch:
        if os.environ.get(EMBEDDED_VARIABLE):
            patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: empty_tables())
        yield


@pytest.fixture
def world(db: None) -> World:
    """The small invented province with its people, fresh in the transaction of the test."""
    return build_world()


@pytest.fixture
def committed_world(transactional_db: None) -> Iterator[World]:
    """The same province, committed, for tests in which several connections act at once."""
    yield build_world()
    empty_queue()


@pytest.fixture
def signed_in(world: World) -> SignedIn:
    """Return a function that gives the web client of a persona, already signed in."""

    def sign_in(persona: str) -> Client:
        client = Client()
        begin_session(client, world.users[persona])
        return client

    return sign_in


@pytest.fixture(autouse=True)
def requests_end_before_the_tables_are_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Wait, after a browser test, for requests its pages left under way: emptying the tables would deadlock."""
    if request.node.get_closest_marker("browser") is None:
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    wait_until_quiet()
