"""Encryption of small secrets at rest, with a key kept beside the database and outside of its backups."""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet
from django.conf import settings

from sauro.runtime.folder import DataFolder

KEY_NAME = "field-key"


def cipher_of(secret: str) -> Fernet:
    """Return the cipher of the encrypted columns for the content of the key file."""
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()))


@cache
def _cipher() -> Fernet:
    return cipher_of(DataFolder(settings.DATA_DIR).secret(KEY_NAME))


def encrypt(value: str) -> bytes:
    """Return the authenticated encryption of a text."""
    return _cipher().encrypt(value.encode())


def decrypt(value: bytes) -> str:
    """Return the text of an encrypted value. Raises ``cryptography.fernet.InvalidToken`` when the key is another."""
    return _cipher().decrypt(bytes(value)).decode()


def hash_of_secret(secret: str) -> str:
    """The SHA-256 of a long random secret in hexadecimal: enough to recognise it, nothing to use it with."""
    return hashlib.sha256(secret.encode()).hexdigest()
