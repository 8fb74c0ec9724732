"""Keys for the API: what is kept of them, how long they hold, who may revoke them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from pytest_django.fixtures import Settings
from tests.factories.api import CHEAP_HASHERS
from tests.factories.organizations import PASSWORD
from tests.personas import World

from sauro.access.actor import system_actor
from sauro.accounts.models import ApiToken
from sauro.accounts.services.tokens import LIFETIMES_DAYS, MOST_USABLE, PREFIX, create_token, revoke_token, use_token
from sauro.accounts.services.users import reset_access
from sauro.audit.models import AuditEvent
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible


@pytest.fixture
def world(world: World, settings: Settings) -> World:
    """The world, with a password that the clerk and the head really have, hashed cheaply."""
    settings.PASSWORD_HASHERS = CHEAP_HASHERS
    for persona in ("clerk", "head"):
        world.users[persona].set_password(PASSWORD)
        world.users[persona].save()
    return world


def make(world: World, persona: str = "clerk", *, name: str = "Đồng bộ", days: int = 30) -> tuple[ApiToken, str]:
    return create_token(actor=world.actor(persona), name=name, days=days, password=PASSWORD)


def test_secret_opens_and_only_its_hash_is_kept(world: World) -> None:
    token, secret = make(world)
    assert secret.startswith(PREFIX)
    assert len(secret) > 40
    assert use_token(secret=secret) == token
    history = list(ApiToken.pgh_event_models["insert"].objects.values())  # type: ignore[attr-defined]  # made by the tracker
    events = list(AuditEvent.objects.values())
    kept = json.dumps([history, events], cls=DjangoJSONEncoder)
    assert len(history) == 1
    assert secret not in kept
    assert hashlib.sha256(secret.encode()).hexdigest() not in kept
    assert ApiToken.objects.get().secret_hash == hashlib.sha256(secret.encode()).hexdigest()


def test_two_keys_have_two_secrets(world: World) -> None:
    assert make(world)[1] != make(world)[1]


def test_making_and_revoking_leave_events(world: World) -> None:
    token, _secret = make(world, name="  Đồng bộ   sổ ")
    revoke_token(actor=world.actor("clerk"), token_id=token.pk)
    events = AuditEvent.objects.order_by("sequence").values_list("code", "object_text", "object_id")
    assert list(events) == [
        ("accounts.token.created", "vanthu.tinh: Đồng bộ sổ", token.pk),
        ("accounts.token.revoked", "vanthu.tinh: Đồng bộ sổ", token.pk),
    ]


@pytest.mark.parametrize("days", LIFETIMES_DAYS)
def test_key_holds_for_the_days_chosen(world: World, days: int) -> None:
    token, _secret = make(world, days=days)
    last = token.created_at + dt.timedelta(days=days)
    assert (token.is_usable(last - dt.timedelta(seconds=1)), token.is_usable(last)) == (True, False)


def test_expired_and_revoked_keys_open_nothing(world: World) -> None:
    token, secret = make(world)
    ApiToken.objects.update(expires_at=now())
    assert use_token(secret=secret) is None
    ApiToken.objects.update(expires_at=now() + dt.timedelta(days=1))
    assert use_token(secret=secret) == token
    revoke_token(actor=world.actor("clerk"), token_id=token.pk)
    assert use_token(secret=secret) is None


def test_use_leaves_no_row_of_history(world: World) -> None:
    _token, secret = make(world)
    use_token(secret=secret)
    assert ApiToken.objects.get().last_used_at is not None
    assert ApiToken.pgh_event_models["update"].objects.filter(pgh_label="update").count() == 0  # type: ignore[attr-defined]  # made by the tracker


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"days": 3650}, "days"),
        ({"password": "sai"}, "password"),
        ({"password": ""}, "password"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(world: World, change: dict[str, str], field: str) -> None:
    given = {"name": "Đồng bộ", "days": 30, "password": PASSWORD, **change}
    with pytest.raises(DomainError) as caught:
        create_token(actor=world.actor("clerk"), **given)  # type: ignore[arg-type]  # the test is about wrong values
    assert caught.value.field == field
    assert ApiToken.objects.count() == 0


def test_number_of_usable_keys_is_bounded(world: World) -> None:
    for _number in range(MOST_USABLE):
        token, _secret = make(world)
    with pytest.raises(Conflict):
        make(world)
    revoke_token(actor=world.actor("clerk"), token_id=token.pk)
    make(world)
    make(world, "head")


def test_key_of_somebody_else_does_not_exist(world: World) -> None:
    token, secret = make(world)
    for persona in ("head", "outsider", "admin"):
        with pytest.raises(NotVisible):
            revoke_token(actor=world.actor(persona), token_id=token.pk)
    assert use_token(secret=secret) == token


def test_key_is_revoked_once(world: World) -> None:
    token, _secret = make(world)
    revoke_token(actor=world.actor("clerk"), token_id=token.pk)
    with pytest.raises(Conflict):
        revoke_token(actor=world.actor("clerk"), token_id=token.pk)


def test_the_system_has_no_keys(world: World) -> None:
    with pytest.raises(NotAllowed):
        create_token(actor=system_actor("thu"), name="Đồng bộ", days=30, password=PASSWORD)


def test_resetting_the_access_of_a_user_revokes_their_keys_and_no_others(world: World) -> None:
    _token, secret = make(world)
    other, others_secret = make(world, "head")
    reset_access(actor=world.actor("admin"), user_id=world.users["clerk"].pk, password="Mat-khau-moi-2026")
    assert use_token(secret=secret) is None
    assert use_token(secret=others_secret) == other
    event = AuditEvent.objects.get(code="accounts.token.revoked")
    assert (event.actor_name, event.object_text) == ("Mai Văn Ví Dụ", "vanthu.tinh: Đồng bộ")
