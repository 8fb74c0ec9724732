"""Identifiers: time-ordered, made in Python, so that an object has its address before it is written."""

from __future__ import annotations

import uuid

import uuid_utils


def new_id_text() -> str:
    """Return a fresh UUIDv7 as text: for rows copied by the thousand."""
    return str(uuid_utils.uuid7())


def new_id() -> uuid.UUID:
    """Return a fresh UUIDv7 (RFC 9562) as a standard library UUID."""
    return uuid.UUID(bytes=uuid_utils.uuid7().bytes)
