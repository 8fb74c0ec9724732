"""How callers of the API prove who they are: keys of programs, sessions of pages; and what both leave in the record."""

from __future__ import annotations

import datetime as dt
import time
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings
from tests.api.operations import Objects
from tests.factories.api import BASE, Program, make_key, problem
from tests.personas import World

from sauro.accounts.models import ApiToken
from sauro.accounts.screen_lock import ACTIVE_KEY, LOCKED_KEY
from sauro.audit.models import AuditEvent
from sauro.common.clock import now
from sauro.tasks.models import Assignment

ME = f"{BASE}/me"


def test_key_opens_the_api_in_the_name_of_its_user(world: World) -> None:
    answer = Program(make_key(world.users["clerk"])).get("/me")
    held = answer.json()
    assert answer.status_code == 200
    assert (held["name"], held["position"], [role["role"] for role in held["roles"]]) == (
        "Trần Thị Mẫu", "Văn thư", ["clerk"],
    )  # fmt: skip


def test_expired_key_opens_nothing(world: World) -> None:
    assert problem(Program(make_key(world.users["clerk"], days=-1)).get("/me")) == (401, "key-invalid")


def test_revoked_key_opens_nothing(world: World) -> None:
    key = make_key(world.users["clerk"])
    assert Program(key).get("/me").status_code == 200
    ApiToken.objects.update(revoked_at=now())
    assert problem(Program(key).get("/me")) == (401, "key-invalid")


def test_key_of_a_closed_account_opens_nothing(world: World) -> None:
    key = make_key(world.users["clerk"])
    world.users["clerk"].is_active = False
    world.users["clerk"].save()
    assert problem(Program(key).get("/me")) == (401, "key-invalid")


@pytest.mark.parametrize("key", ["sauro_khong-co", "x", "khóa có dấu"])
def test_unknown_key_opens_nothing(world: World, key: str) -> None:
    make_key(world.users["clerk"])
    assert problem(Program(key.encode().decode("latin-1")).get("/me")) == (401, "key-invalid")


def test_wrong_key_is_refused_even_beside_a_good_session(world: World) -> None:
    client = Client(headers={"Authorization": "Bearer sauro_sai"})
    client.force_login(world.users["clerk"])
    assert problem(client.get(ME)) == (401, "key-invalid")


def test_key_counts_before_the_session(world: World) -> None:
    client = Client(headers={"Authorization": f"Bearer {make_key(world.users['head'])}"})
    client.force_login(world.users["clerk"])
    assert client.get(ME).json()["name"] == "Lê Văn Thử"


def test_another_scheme_is_no_key(world: World) -> None:
    client = Client(headers={"Authorization": f"Basic {make_key(world.users['head'])}"})
    assert problem(client.get(ME)) == (401, "unauthenticated")


def test_duties_of_an_account_come_before_the_api(world: World) -> None:
    user = world.users["clerk"]
    user.must_change_password = True
    user.save()
    assert problem(Program(make_key(user)).get("/me")) == (403, "password-change-first")


def test_administrator_without_second_factor_is_kept_out(world: World) -> None:
    assert problem(Program(make_key(world.users["admin"])).get("/me")) == (403, "second-factor-first")


def test_use_of_a_key_is_noted_at_most_every_few_minutes(world: World) -> None:
    key = make_key(world.users["clerk"])
    long_ago, just_now = now() - dt.timedelta(hours=1), now() - dt.timedelta(minutes=1)
    for before, is_noted in ((long_ago, True), (just_now, False)):
        ApiToken.objects.update(last_used_at=before)
        Program(key).get("/me")
        assert (ApiToken.objects.get().last_used_at != before) is is_noted


def test_session_reads_without_further_ado(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.users["clerk"])
    assert client.get(ME).json()["name"] == "Trần Thị Mẫu"


def test_session_changes_nothing_without_the_csrf_token(world: World) -> None:
    objects = Objects(world)
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.users["office_a"])
    path = f"{BASE}/assignments/{objects.assignment.pk}/accept"
    assert problem(client.post(path)) == (403, "csrf")
    client.get("/dang-nhap/")
    client.get("/doi-mat-khau/")
    token = client.cookies["csrftoken"].value
    assert client.post(path, headers={"X-CSRFToken": token}).status_code == 200


def test_key_needs_no_csrf_token(world: World) -> None:
    objects = Objects(world)
    client = Client(enforce_csrf_checks=True, headers={"Authorization": f"Bearer {make_key(world.users['office_a'])}"})
    assert client.post(f"{BASE}/assignments/{objects.assignment.pk}/accept").status_code == 200


def test_locked_session_answers_nothing_in_the_one_shape(world: World) -> None:
    client = Client()
    client.force_login(world.users["clerk"])
    session = client.session
    session[LOCKED_KEY] = True
    session.save()
    assert problem(client.get(ME)) == (423, "screen-locked")


def test_session_left_alone_is_locked_for_the_api_but_a_key_is_not(world: World, settings: Settings) -> None:
    client = Client()
    client.force_login(world.users["clerk"])
    session = client.session
    session[ACTIVE_KEY] = int(time.time()) - settings.SCREEN_LOCK_MINUTES * 60 - 5
    session.save()
    assert problem(client.get(ME)) == (423, "screen-locked")
    assert client.get(ME, headers={"Authorization": f"Bearer {make_key(world.users['clerk'])}"}).status_code == 200


def test_deed_through_the_api_names_door_and_key_in_both_histories(world: World) -> None:
    objects = Objects(world)
    program = Program(make_key(world.users["office_a"]))
    program.post(f"/assignments/{objects.assignment.pk}/accept")
    event = AuditEvent.objects.get(code="tasks.assignment.accepted")
    row = Assignment.pgh_event_models["update"].objects.filter(pgh_obj=objects.assignment, state="accepted").get()  # type: ignore[attr-defined]  # made by the tracker
    context = row.pgh_context
    assert (event.door, event.actor_name) == ("api", "Ngô Văn Thử A")
    assert context == {
        "door": "api",
        "user": str(world.users["office_a"].pk),
        "request": event.request_id,
        "key": str(ApiToken.objects.get().pk),
    }


def test_domains_that_are_not_served_do_not_exist(world: World, settings: Settings) -> None:
    key = make_key(world.users["party_clerk"])
    assert len(Program(key).get("/me").json()["roles"]) == 1
    settings.DOMAINS_SERVED = ["state"]
    assert Program(key).get("/me").json()["roles"] == []


@pytest.mark.parametrize("path", ["/", "", "/khong-co", "/documents/", "/docs", "/me/x"])
def test_addresses_that_lead_nowhere_answer_in_the_one_shape(db: None, path: str) -> None:
    for method in ("GET", "POST"):
        assert problem(Client(enforce_csrf_checks=True).generic(method, f"{BASE}{path}" if path else f"{BASE}/")) == (
            404, "not-found",
        )  # fmt: skip


def test_fault_of_the_product_tells_nothing_of_itself(world: World, settings: Settings, tmp_path: Path) -> None:
    settings.QUARANTINE_DIR = tmp_path / "tep"
    settings.QUARANTINE_DIR.write_text("không phải thư mục")
    client = Client(
        raise_request_exception=False, headers={"Authorization": f"Bearer {make_key(world.users['clerk'])}"}
    )
    assert problem(client.post(f"{BASE}/extract", {"file": BytesIO(b"x")})) == (500, "internal")
