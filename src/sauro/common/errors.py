"""Errors a user can cause. Each has a stable code and a Vietnamese sentence that says what to do.

The web shows the message, the API answers with code and message, a command exits non-zero.
"""

from __future__ import annotations


class DomainError(Exception):
    """A request that cannot be carried out. ``field`` names the form field it belongs to, when there is one."""

    status = 422

    def __init__(self, code: str, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field


class NotVisible(DomainError):
    """The object does not exist for this actor. Deliberately the same for missing and hidden objects."""

    status = 404


class NotAllowed(DomainError):
    """The actor sees the object but may not do this to it."""

    status = 403


class Conflict(DomainError):
    """Somebody else was faster, or the object is in a state that does not allow the step."""

    status = 409
