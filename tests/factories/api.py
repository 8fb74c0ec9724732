"""A program that uses the API with a key of a persona."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sauro.accounts.models import ApiToken, User
from sauro.common.clock import now

BASE = "/api/v1"
# Tests that check passwords often would otherwise spend their time hashing.
CHEAP_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def make_key(user: User, *, days: int = 30, secret: str = "") -> str:
    """Create a key for a user without asking for the password; return its secret."""
    secret = secret or f"sauro_thu_{user.username}"
    ApiToken.objects.create(
        user=user,
        name="Chương trình thử",
        secret_hash=hashlib.sha256(secret.encode()).hexdigest(),
        created_at=now(),
        expires_at=now() + dt.timedelta(days=days),
        last_used_at=now(),
    )
    return secret


class Program:
    """Sends requests under one key; without a key nobody is signed in. Answers are those of the test client."""

    def __init__(self, key: str = "") -> None:
        self._client = Client(headers={"Authorization": f"Bearer {key}"} if key else {})

    def get(self, path: str, **params: Any) -> Any:
        """Send a GET request."""
        return self._client.get(BASE + path, params)

    def post(self, path: str, body: Any = None) -> Any:
        """Send a POST request with JSON, or without a body."""
        if body is None:
            return self._client.post(BASE + path)
        return self._client.post(BASE + path, body, content_type="application/json")

    def patch(self, path: str, body: Any) -> Any:
        """Send a PATCH request with JSON."""
        return self._client.patch(BASE + path, body, content_type="application/json")

    def upload(self, path: str, content: bytes | None, *, name: str = "van ban.txt", **fields: Any) -> Any:
        """Send a form with a file."""
        file = {} if content is None else {"file": SimpleUploadedFile(name, content)}
        return self._client.post(BASE + path, {**fields, **file})

    def send(self, method: str, path: str, body: str = "") -> Any:
        """Send a request of any method with a body as it is, which claims to be JSON."""
        return self._client.generic(method, BASE + path, body, content_type="application/json")


def problem(response: Any) -> tuple[int, str]:
    """Return status and code of a refusal, after checking that it has the one shape."""
    held = response.json()
    assert set(held) == {"code", "message", "field"}, held
    assert held["message"]
    assert isinstance(held["code"], str)
    return int(response.status_code), held["code"]
