"""The screen lock: a session left alone too long answers nothing until the password is given again.

The page covers itself after the same time and keeps what was typed; this is the server's side of it. Requests a page
makes by itself carry the header ``X-Background`` and do not count as activity.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sauro.access.actor import Actor
from sauro.accounts.models import User

GetResponse = Callable[[HttpRequest], HttpResponse]

ACTIVE_KEY = "active_at"
LOCKED_KEY = "locked"
LOCKED_STATUS = 423
# The API asks the same questions itself (sauro.api_auth), so that its refusals have its own shape.
API_PATH = "/api/"
_wall_screens: dict[str, str] = {}
# The stored time is renewed at most this often, so that not every request writes the session.
_RENEW_SECONDS = 20


def register_wall_screen(address_name: str, parameter: str) -> None:
    """Let a page renew itself after the time without activity, as long as its address has the parameter.

    The page must show nothing then but numbers by unit.
    """
    _wall_screens[address_name] = parameter


def renews_wall_screen(request: HttpRequest) -> bool:
    """Tell whether a wall screen asks for itself again, in a session that was left alone but not locked by hand."""
    if request.method != "GET" or "X-Background" not in request.headers or request.session.get(LOCKED_KEY):
        return False
    return any(request.path == reverse(name) and request.GET.get(key) for name, key in _wall_screens.items())


def mark_active(request: HttpRequest) -> None:
    """Start the time without activity anew."""
    request.session[ACTIVE_KEY] = int(time.time())
    request.session.pop(LOCKED_KEY, None)


def is_locked(request: HttpRequest) -> bool:
    """Tell whether the session is locked, by the user or because it was left alone."""
    if request.session.get(LOCKED_KEY):
        return True
    active_at = request.session.get(ACTIVE_KEY)
    return active_at is not None and time.time() - active_at > settings.SCREEN_LOCK_MINUTES * 60


def duty_of(user: User, actor: Actor) -> str:
    """Return the name of the page on which a user must do something before anything else, or an empty text."""
    if user.must_change_password:
        return "password-change"
    needs_second_factor = user.totp_required or actor.holds("accounts.manage")
    return "second-factor" if needs_second_factor and not user.uses_second_factor else ""


class ScreenLockMiddleware:
    """Refuses locked sessions with 423 and the unlock page, and sends users to what they must do first."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on when the session is open."""
        is_open = request.path.startswith(API_PATH) or request.path in self._open_addresses()
        if is_open or not isinstance(request.user, User):
            return self.get_response(request)
        if is_locked(request) and not renews_wall_screen(request):
            return render(request, "accounts/locked.html", {"next": request.get_full_path()}, status=LOCKED_STATUS)
        background = "X-Background" in request.headers
        if not background and time.time() - request.session.get(ACTIVE_KEY, 0) > _RENEW_SECONDS:
            mark_active(request)
        duty = duty_of(request.user, request.actor)  # type: ignore[attr-defined]  # set by ActorMiddleware
        return redirect(duty) if duty and request.path != reverse(duty) else self.get_response(request)

    @staticmethod
    def _open_addresses() -> set[str]:
        return {reverse(name) for name in ("unlock", "lock", "sign-out", "theme-switch")}
