"""The first administrator: made on the machine, once, with everything to do before the first page."""

from __future__ import annotations

import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from tests.factories.organizations import make_unit
from tests.personas import World

from sauro.access.actor import system_actor
from sauro.accounts.models import Grant, User
from sauro.accounts.services.first_administrator import create_first_administrator
from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations.models import Unit

ACTOR = system_actor("test")


@pytest.fixture
def province(db: None) -> Unit:
    return make_unit("T", "Tỉnh Lạc Giang", kind="territory")  # type: ignore[arg-type]  # the stored value is enough here


def test_first_administrator_manages_every_domain_and_must_secure_the_account(province: Unit, client: Client) -> None:
    user, password = create_first_administrator(actor=ACTOR, username=" QuanTri ", full_name="Mai  Văn Thử")
    assert (user.username, str(user)) == ("quantri", "Mai Văn Thử")
    assert set(Grant.objects.filter(user=user, unit=province).values_list("domain", flat=True)) == {
        "state",
        "party",
        "front",
    }
    client.post("/dang-nhap/", {"username": "quantri", "password": password})
    assert client.get("/")["Location"] == "/doi-mat-khau/"
    assert AuditEvent.objects.filter(code="accounts.grant.given").count() == 3


def test_second_first_administrator_is_refused(province: Unit) -> None:
    create_first_administrator(actor=ACTOR, username="quantri", full_name="Mai Văn Thử")
    with pytest.raises(Conflict) as refused:
        create_first_administrator(actor=ACTOR, username="quantri2", full_name="Mai Văn Mẫu")
    assert refused.value.code == "administrator-exists"
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_province_comes_first() -> None:
    with pytest.raises(DomainError) as refused:
        create_first_administrator(actor=ACTOR, username="quantri", full_name="Mai Văn Thử")
    assert refused.value.code == "no-province"


def test_nobody_does_it_from_a_page(world: World) -> None:
    with pytest.raises(NotAllowed):
        create_first_administrator(actor=world.actor("admin"), username="quantri2", full_name="Mai Văn Mẫu")


def test_command_prints_the_password_once_and_refuses_in_words(province: Unit) -> None:
    told = io.StringIO()
    call_command("create_administrator", username="quantri", name="Mai Văn Thử", stdout=told)
    password = re.search(r": (\S+)\s*$", told.getvalue())
    assert password is not None
    assert User.objects.get(username="quantri").check_password(password.group(1))
    with pytest.raises(CommandError, match="Đã có quản trị"):
        call_command("create_administrator", username="quantri2", name="Mai Văn Mẫu")
