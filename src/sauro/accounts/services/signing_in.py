"""Signing in: password, lock after failures, second factor. Says the same for an unknown name and a wrong password."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door
from sauro.accounts import events
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.accounts.services.second_factor import verify_code
from sauro.audit.registry import EventType
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import DomainError


@dataclass(frozen=True, slots=True)
class PasswordChecked:
    """The password was right; ``needs_second_factor`` tells whether a code has to follow."""

    user: User
    needs_second_factor: bool


def check_password(*, username: str, password: str, request_id: str) -> PasswordChecked:
    """Check name and password. Raises :class:`DomainError` with a sentence for the sign-in page.

    The counter of failures is raised in a transaction of its own, under a lock of the user's row, so that parallel
    guesses all count.
    """
    known = User.objects.filter(username=username.strip().lower()).first()
    if known is None:
        authenticate(username=username, password=password)
        raise _wrong()
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=known.pk)
        failure = _failure(user, password, request_id)
    if failure is not None:
        raise failure
    return PasswordChecked(user, user.uses_second_factor)


def check_second_factor(*, user: User, code: str, request_id: str) -> None:
    """Check the code of the second factor; failures count like wrong passwords."""
    with transaction.atomic():
        locked = User.objects.select_for_update().get(pk=user.pk)
        failure = _lock_error(locked)
        if failure is None and not verify_code(user=locked, code=code, request_id=request_id):
            _count_failure(locked, request_id)
            failure = _lock_error(locked) or DomainError("code-wrong", _("Mã xác thực không đúng."), field="code")
    if failure is not None:
        raise failure


@transaction.atomic
def complete_sign_in(*, user: User, request_id: str) -> None:
    """Record a finished sign-in and forget the failures before it."""
    User.objects.filter(pk=user.pk).update(failed_logins=0, locked_until=None, last_login=now())
    record_event(actor=_actor_of(user, request_id), event=events.SIGNED_IN, obj=user, object_text=user.username)


def check_screen_password(*, user: User, password: str, request_id: str) -> bool:
    """Check the password that unlocks the screen. Failures count towards the lock of the account."""
    try:
        check_password(username=user.username, password=password, request_id=request_id)
    except DomainError:
        with transaction.atomic():
            _record(user, events.SCREEN_UNLOCK_FAILED, request_id)
        return False
    User.objects.filter(pk=user.pk).update(failed_logins=0)
    return True


def _failure(user: User, password: str, request_id: str) -> DomainError | None:
    locked = _lock_error(user)
    if locked is not None:
        return locked
    if user.is_active and user.check_password(password):
        return None
    _count_failure(user, request_id)
    return _lock_error(user) or _wrong()


def _count_failure(user: User, request_id: str) -> None:
    user.failed_logins += 1
    _record(user, events.SIGN_IN_FAILED, request_id)
    if user.failed_logins >= settings.SIGN_IN_FAILURES_ALLOWED:
        user.failed_logins = 0
        user.locked_until = now() + dt.timedelta(minutes=settings.SIGN_IN_LOCK_MINUTES)
        _record(user, events.ACCOUNT_LOCKED, request_id)
    user.save(update_fields=["failed_logins", "locked_until"])


def _lock_error(user: User) -> DomainError | None:
    if user.locked_until is None or user.locked_until <= now():
        return None
    minutes = -(-(user.locked_until - now()) // dt.timedelta(minutes=1))
    return DomainError(
        "account-locked",
        _("Tài khoản tạm khóa do nhập sai nhiều lần. Hãy thử lại sau %(minutes)s phút hoặc nhờ quản trị mở khóa.")
        % {"minutes": minutes},
    )


def _wrong() -> DomainError:
    return DomainError("sign-in-wrong", _("Tên đăng nhập hoặc mật khẩu không đúng."))


def _actor_of(user: User, request_id: str) -> Actor:
    return load_actor(user=user, door=Door.WEB, request_id=request_id)


def _record(user: User, event: EventType, request_id: str) -> None:
    record_event(actor=_actor_of(user, request_id), event=event, obj=user, object_text=user.username)
