"""Checks a name and password. Locking, second factor and history are the business of the sign-in service."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.db.models import QuerySet
from django.http import HttpRequest

from sauro.access.kept import ask
from sauro.accounts.models import User


class SignInBackend(BaseBackend):
    """Authenticates against the users of this installation."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """Return the active user of the name when the password is right. Takes the same time for unknown names."""
        if username is None or password is None:
            return None
        user = User.objects.filter(username=username.strip().lower()).first()
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: Any) -> User | None:
        """Return an active user by identity, with the person behind it."""
        return next(iter(ask(_active_user, user=UUID(str(user_id)))), None)


def _active_user(*, user: UUID) -> QuerySet[User]:
    return User.objects.select_related("person").filter(pk=user, is_active=True)
