"""The bucket of requests, over every way of asking hypothesis can think of; and its one row a user."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.api import Program, make_key
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.accounts.allowance import full, take
from sauro.accounts.models import ApiAllowance
from sauro.accounts.services.allowances import spend_request
from sauro.common.errors import DomainError

BEGIN = dt.datetime(2026, 11, 26, 8, tzinfo=dt.UTC)
limits = st.integers(min_value=1, max_value=1000)
gaps = st.lists(st.floats(min_value=0, max_value=90), min_size=1, max_size=60)


@given(limits, gaps)
def test_no_more_is_served_than_a_full_bucket_and_what_flowed_in(per_minute: int, waits: list[float]) -> None:
    bucket, moment, served = full(per_minute, BEGIN), BEGIN, 0
    for wait in waits:
        moment += dt.timedelta(seconds=wait)
        bucket, seconds = take(bucket, moment, per_minute=per_minute)
        served += seconds == 0
    assert served <= per_minute + (moment - BEGIN).total_seconds() * per_minute / 60 + 1e-6


@given(limits, gaps)
def test_who_waits_as_long_as_told_is_served(per_minute: int, waits: list[float]) -> None:
    bucket, moment = full(per_minute, BEGIN), BEGIN
    for wait in waits:
        moment += dt.timedelta(seconds=wait / 1000)
        bucket, seconds = take(bucket, moment, per_minute=per_minute)
        if seconds:
            moment += dt.timedelta(seconds=seconds + 0.001)
            bucket, seconds = take(bucket, moment, per_minute=per_minute)
            assert seconds == 0


def test_clock_that_goes_back_fills_nothing() -> None:
    bucket, _wait = take(full(1, BEGIN), BEGIN, per_minute=1)
    assert take(bucket, BEGIN - dt.timedelta(hours=1), per_minute=1)[1] == 60


def test_program_over_its_limit_is_told_how_long_to_wait(world: World, settings: Any) -> None:
    settings.API_PER_MINUTE = 2
    program = Program(make_key(world.users["clerk"]))
    assert [program.get("/me").status_code for _number in range(2)] == [200, 200]
    refused = program.get("/me")
    assert (refused.status_code, refused.json()["code"]) == (429, "too-many-requests")
    assert 1 <= int(refused.headers["Retry-After"]) <= 30
    # A second key of the same person is no second allowance; somebody else has their own.
    assert Program(make_key(world.users["clerk"], secret="sauro_khac")).get("/me").status_code == 429
    assert Program(make_key(world.users["head"])).get("/me").status_code == 200
    settings.API_PER_MINUTE = 0
    assert program.get("/me").status_code == 200


def test_first_request_of_an_account_costs_what_every_other_does(
    world: World, django_assert_num_queries: Any, settings: Any
) -> None:
    settings.API_PER_MINUTE = 2
    user = world.users["clerk"]
    for left in (1, 0):
        # Savepoint, row made or locked, row written, savepoint released.
        with django_assert_num_queries(4):
            assert spend_request(user_id=user.pk) == 0
        assert int(ApiAllowance.objects.get(user=user).left) == left


@pytest.mark.django_db(transaction=True)
def test_of_many_requests_at_once_none_is_served_twice_over(committed_world: World, settings: Any) -> None:
    settings.API_PER_MINUTE = 3
    user = committed_world.users["clerk"]

    def ask() -> None:
        if spend_request(user_id=user.pk):
            raise DomainError("too-many-requests", "")

    assert at_once(*[ask] * 5) == ["ok", "ok", "ok", "too-many-requests", "too-many-requests"]
    assert ApiAllowance.objects.count() == 1
