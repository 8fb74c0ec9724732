"""Keeping accounts and roles: who may, within which bounds, and what it leaves behind."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from tests.factories.organizations import PASSWORD, make_user
from tests.personas import World

from sauro.accounts.models import Grant, User
from sauro.accounts.roles import Role
from sauro.accounts.services.users import create_user, end_role, give_role, reset_access, set_active
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed


def give(world: World, **changes: Any) -> Grant:
    values: dict[str, Any] = {
        "actor": world.actor("admin"),
        "user_id": world.users["outsider"].pk,
        "role": Role.CLERK,
        "unit_id": world.units["ubnd_a"].pk,
        "include_subtree": False,
        "domain": Domain.STATE,
        "basis": "Quyết định phân công số 5",
    }
    return give_role(**{**values, **changes})


def test_new_user_gets_a_person_and_must_change_the_password(world: World) -> None:
    user = create_user(
        actor=world.actor("admin"), username=" VanThu.Moi ", full_name="Trần  Văn Thử", password=PASSWORD
    )
    assert (user.username, str(user), user.must_change_password) == ("vanthu.moi", "Trần Văn Thử", True)
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("username", "password", "field"),
    [
        ("vanthu.tinh", PASSWORD, "username"),
        ("", PASSWORD, "username"),
        ("có dấu cách", PASSWORD, "username"),
        ("x" * 61, PASSWORD, "username"),
        ("moi", "123", "password"),
    ],
)
def test_wrong_input_is_refused_at_its_field(world: World, username: str, password: str, field: str) -> None:
    with pytest.raises(DomainError) as refused:
        create_user(actor=world.actor("admin"), username=username, full_name="Trần Văn Thử", password=password)
    assert refused.value.field == field


def test_only_administrators_keep_accounts(world: World) -> None:
    with pytest.raises(NotAllowed):
        create_user(actor=world.actor("head"), username="x", full_name="Trần Văn Thử", password=PASSWORD)
    with pytest.raises(DomainError):
        give(world, actor=world.actor("head"))


def test_role_is_in_force_at_once_and_gone_when_ended(world: World) -> None:
    grant = give(world)
    assert world.actor("outsider").holds_for("documents.send", world.units["ubnd_a"].path, Domain.STATE)
    Grant.objects.filter(pk=grant.pk).update(valid=DateRange(today() - dt.timedelta(days=3), None))
    end_role(actor=world.actor("admin"), grant_id=grant.pk, reason="Chuyển công tác")
    assert not world.actor("outsider").holds("documents.send")
    assert Grant.objects.filter(pk=grant.pk).exists()
    codes = AuditEvent.objects.filter(object_id=grant.pk).order_by("sequence").values_list("code", flat=True)
    assert list(codes) == ["accounts.grant.given", "accounts.grant.ended"]
    with pytest.raises(Conflict):
        end_role(actor=world.actor("admin"), grant_id=grant.pk, reason="lần nữa")


def test_unit_with_a_role_is_no_longer_kept_by_the_giver(world: World) -> None:
    assert not world.units["stc"].has_accounts
    give(world, unit_id=world.units["stc"].pk)
    world.units["stc"].refresh_from_db()
    assert world.units["stc"].has_accounts


def test_role_given_and_ended_the_same_day_leaves_no_day_in_force(world: World) -> None:
    grant = give(world)
    end_role(actor=world.actor("admin"), grant_id=grant.pk, reason="Giao nhầm")
    assert not world.actor("outsider").grants


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"domain": Domain.PARTY}, "domain-differs"),
        ({"basis": " "}, "basis-needed"),
    ],
)
def test_role_needs_the_units_domain_and_a_basis(world: World, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        give(world, **changes)
    assert refused.value.code == code


def test_administrator_of_one_commune_gives_no_role_in_the_other(world: World) -> None:
    world.users["local"] = make_user("quantri.a", "Cao Thị Thử", (Role.ADMINISTRATOR, world.units["ubnd_a"]))
    with pytest.raises(DomainError) as refused:
        give(world, actor=world.actor("local"), unit_id=world.units["ubnd_b"].pk)
    assert refused.value.code == "unit-outside"


def test_nobody_gives_themselves_a_role_or_closes_their_own_account(world: World) -> None:
    admin = world.users["admin"]
    with pytest.raises(Conflict):
        give(world, user_id=admin.pk)
    with pytest.raises(Conflict):
        set_active(actor=world.actor("admin"), user_id=admin.pk, active=False, reason="thử")


def test_reset_lifts_the_lock_and_on_demand_the_second_factor(world: World) -> None:
    clerk = world.users["clerk"]
    User.objects.filter(pk=clerk.pk).update(
        failed_logins=4, totp_secret=b"x", totp_confirmed_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    )
    user = reset_access(actor=world.actor("admin"), user_id=clerk.pk, password=PASSWORD)
    assert (user.failed_logins, user.must_change_password, user.uses_second_factor) == (0, True, True)
    user = reset_access(actor=world.actor("admin"), user_id=clerk.pk, password=PASSWORD, drop_second_factor=True)
    assert not user.uses_second_factor


def test_row_history_of_users_holds_no_secret() -> None:
    held = {field.name for field in User.pgh_event_model._meta.get_fields()}  # type: ignore[attr-defined]  # added by the decorator
    assert not {"password", "totp_secret"} & held
