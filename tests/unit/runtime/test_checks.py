"""What `sauro check` finds."""

from __future__ import annotations

import hashlib

import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo
from tests.personas import World

from sauro.accounts.models import User
from sauro.common.crypto import KEY_NAME, cipher_of
from sauro.runtime.checks import encrypted_columns, machine, stored_files
from sauro.runtime.database import Addresses
from sauro.runtime.folder import DataFolder

CONTENT = "Báo cáo mẫu".encode()


def test_file_that_changed_on_the_disk_is_found_when_all_are_read(data_folder: DataFolder) -> None:
    stored = data_folder.files / hashlib.sha256(CONTENT).hexdigest()
    stored.write_bytes(CONTENT)
    assert [result.failed for result in stored_files(data_folder, read_all=True)] == [False]
    stored.write_bytes(CONTENT + b"?")
    (result,) = stored_files(data_folder, read_all=True)
    assert result.failed
    assert str(stored) in result.sentence
    assert [result.failed for result in stored_files(data_folder, read_all=False)] == [False]


def test_secret_that_others_can_read_is_found(data_folder: DataFolder) -> None:
    data_folder.secret("secret-key")
    assert not any(result.failed for result in machine(data_folder))
    (data_folder.secrets / "secret-key").chmod(0o644)
    failed = [result.sentence for result in machine(data_folder) if result.failed]
    assert len(failed) == 1
    assert str(data_folder.secrets) in failed[0]


@pytest.fixture
def addresses() -> Addresses:
    """The database of the tests."""
    known = connection.settings_dict
    url = make_conninfo(
        dbname=known["NAME"], user=known["USER"], password=known["PASSWORD"], host=known["HOST"], port=known["PORT"]
    )
    return Addresses(url, url, server=None)


def test_field_key_that_does_not_open_a_stored_secret_is_found(
    data_folder: DataFolder, committed_world: World, addresses: Addresses
) -> None:
    (nothing_stored,) = encrypted_columns(data_folder, addresses)
    assert not nothing_stored.failed
    assert not (data_folder.secrets / KEY_NAME).exists()

    for persona, key in (("clerk", data_folder.secret(KEY_NAME)), ("admin", "khóa của máy khác")):
        token = cipher_of(key).encrypt(b"BASE32")
        User.objects.filter(pk=committed_world.users[persona].pk).update(totp_secret=token)
    (one_closed,) = encrypted_columns(data_folder, addresses)
    assert one_closed.failed
    assert "1/2" in one_closed.sentence
    assert "docs/admin/backup.md" in one_closed.sentence

    User.objects.filter(pk=committed_world.users["admin"].pk).update(totp_secret=None)
    assert [result.failed for result in encrypted_columns(data_folder, addresses)] == [False]
    (data_folder.secrets / KEY_NAME).unlink()
    assert [result.failed for result in encrypted_columns(data_folder, addresses)] == [True]
    assert not (data_folder.secrets / KEY_NAME).exists()
