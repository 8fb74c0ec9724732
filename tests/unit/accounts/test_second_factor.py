"""The second factor when the key of the installation is another one."""

from __future__ import annotations

import time

import pyotp
import pytest
from tests.personas import World

from sauro.accounts.models import User
from sauro.accounts.services.second_factor import confirm_second_factor, new_secret, verify_code
from sauro.common.crypto import cipher_of
from sauro.common.errors import DomainError


@pytest.fixture
def secret() -> str:
    return new_secret()


@pytest.fixture
def recovery_codes(world: World, secret: str) -> list[str]:
    """The clerk's recovery codes. The clerk's secret is encrypted with the key of another installation."""
    clerk = world.users["clerk"]
    codes = confirm_second_factor(
        actor=world.actor("clerk"), user=clerk, secret=secret, code=pyotp.TOTP(secret).at(time.time() - 30)
    )
    User.objects.filter(pk=clerk.pk).update(totp_secret=cipher_of("khóa của máy khác").encrypt(secret.encode()))
    clerk.refresh_from_db()
    return codes


def test_secret_of_another_key_is_refused_with_what_to_do(world: World, secret: str, recovery_codes: list[str]) -> None:
    with pytest.raises(DomainError) as caught:
        verify_code(user=world.users["clerk"], code=pyotp.TOTP(secret).now(), request_id="r")
    assert (caught.value.code, caught.value.field) == ("field-key", "code")
    assert "secrets/field-key" in caught.value.message
    assert "docs/admin/backup.md" in caught.value.message


def test_recovery_code_needs_no_key_and_works_once(world: World, recovery_codes: list[str]) -> None:
    clerk = world.users["clerk"]
    assert verify_code(user=clerk, code=recovery_codes[0], request_id="r")
    with pytest.raises(DomainError, match="secrets/field-key"):
        verify_code(user=clerk, code=recovery_codes[0], request_id="r")
