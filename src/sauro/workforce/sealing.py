"""Seals sensitive values of one person with a key of that person, so that destroying the key erases them everywhere.

The person's key is wrapped by a key of the site, which lies in its secrets folder. Both steps are AES-256-GCM bound to
the person's identity: a value copied to another person does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.translation import gettext as _

from sauro.common.errors import Conflict
from sauro.runtime.folder import DataFolder

WRAPPING_KEY, INDEX_KEY = "people-key", "people-index-key"
_KEY_BYTES, _NONCE_BYTES = 32, 12

Stored = bytes | memoryview
"""A binary column as the database gives it back."""


@cache
def _wrapping() -> AESGCM:
    return AESGCM(hashlib.sha256(DataFolder(settings.DATA_DIR).secret(WRAPPING_KEY).encode()).digest())


@cache
def _index_key() -> bytes:
    return hashlib.sha256(DataFolder(settings.DATA_DIR).secret(INDEX_KEY).encode()).digest()


def new_key(person_id: UUID) -> bytes:
    """Return a fresh key for a person, wrapped."""
    return _closed(_wrapping(), secrets.token_bytes(_KEY_BYTES), person_id)


def seal(person_id: UUID, wrapped_key: Stored, held: Mapping[str, Any]) -> bytes:
    """Return the sealed form of what a fact holds, a mapping of plain values."""
    text = json.dumps(dict(held), ensure_ascii=False, sort_keys=True)
    return _closed(_key_of(person_id, wrapped_key), text.encode(), person_id)


def unseal(person_id: UUID, wrapped_key: Stored | None, sealed: Stored | None) -> dict[str, Any]:
    """Return what was sealed. Raises :class:`Conflict` when the person's key is gone or of another installation."""
    if wrapped_key is None:
        raise _destroyed()
    return opener(person_id, wrapped_key)(sealed)


def opener(person_id: UUID, wrapped_key: Stored) -> Callable[[Stored | None], dict[str, Any]]:
    """Return what opens several facts of one person as :func:`unseal` does, opening the key once."""
    try:
        key = _key_of(person_id, wrapped_key)
    except InvalidTag as error:
        raise _of_another_site() from error

    def opened(sealed: Stored | None) -> dict[str, Any]:
        if sealed is None:
            raise _destroyed()
        try:
            # As text: of bytes the reader guesses the encoding first, which in a province costs as much as opening.
            found: dict[str, Any] = json.loads(_opened(key, sealed, person_id).decode())
        except InvalidTag as error:
            raise _of_another_site() from error
        return found

    return opened


def sealer(person_id: UUID, wrapped_key: Stored) -> Callable[[Mapping[str, Any]], bytes]:
    """Return what seals several facts of one person as :func:`seal` does, opening the key once."""
    key = _key_of(person_id, wrapped_key)
    return lambda held: _closed(key, json.dumps(dict(held), ensure_ascii=False, sort_keys=True).encode(), person_id)


def seal_bytes(owner_id: UUID, wrapped_key: Stored, content: bytes) -> bytes:
    """Return the sealed form of a file that holds what is sealed elsewhere; ``owner_id`` is what the key belongs to."""
    return _closed(_key_of(owner_id, wrapped_key), content, owner_id)


def unseal_bytes(owner_id: UUID, wrapped_key: Stored | None, sealed: Stored) -> bytes:
    """Return the content of a sealed file. Raises :class:`Conflict` as :func:`unseal` does."""
    if wrapped_key is None:
        raise _destroyed()
    try:
        return _opened(_key_of(owner_id, wrapped_key), sealed, owner_id)
    except InvalidTag as error:
        raise _of_another_site() from error


def _destroyed() -> Conflict:
    return Conflict("key-destroyed", _("Khóa của hồ sơ này đã bị hủy; nội dung không còn đọc được."))


def index_of(number: str) -> bytes:
    """Return the keyed hash of an identity number, by which it is looked up and kept unique."""
    return hmac.new(_index_key(), number.encode(), hashlib.sha256).digest()


def _of_another_site() -> Conflict:
    words = _("Không mở được: khóa của bản cài này khác khóa đã niêm phong hồ sơ. Hãy báo quản trị.")
    return Conflict("people-key", words)


def _key_of(person_id: UUID, wrapped_key: Stored) -> AESGCM:
    return AESGCM(_opened(_wrapping(), wrapped_key, person_id))


def _closed(key: AESGCM, content: bytes, person_id: UUID) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + key.encrypt(nonce, content, person_id.bytes)


def _opened(key: AESGCM, closed: Stored, person_id: UUID) -> bytes:
    whole = bytes(closed)
    return key.decrypt(whole[:_NONCE_BYTES], whole[_NONCE_BYTES:], person_id.bytes)
