"""Who calls the API: a program with a key, or a page of the product with its session."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pghistory
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import HttpBearer
from ninja.security.base import AuthBase
from ninja.utils import check_csrf

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.accounts.screen_lock import duty_of, is_locked
from sauro.accounts.services.allowances import spend_request
from sauro.accounts.services.tokens import use_token
from sauro.api_kit import Locked, TooMany, Unauthenticated
from sauro.common.errors import NotAllowed

_DUTIES = {
    "password-change": lambda: _("Hãy đăng nhập trên trang web và đổi mật khẩu ban đầu trước."),
    "second-factor": lambda: _("Hãy đăng nhập trên trang web và bật xác thực hai lớp trước."),
}


class KeyAuth(HttpBearer):
    """``Authorization: Bearer <key>``. A key that opens nothing is refused even beside a good session."""

    def authenticate(self, request: HttpRequest, token: str) -> User:
        """Make the key's user the actor of the request, for the deeds and for the row history."""
        key = use_token(secret=token)
        if key is None:
            raise Unauthenticated("key-invalid", _("Khóa API không đúng, đã hết hạn hoặc đã bị thu hồi."))
        before: Actor = request.actor  # type: ignore[attr-defined]  # set by ActorMiddleware
        actor = load_actor(user=key.user, door=Door.API, request_id=before.request_id)
        pghistory.context(user=str(actor.user_id), request=actor.request_id, door=str(Door.API), key=str(key.pk))
        _admit(request, key.user, actor)
        return key.user


class SessionAuth(AuthBase):
    """The session cookie of the web pages, with the CSRF token in ``X-CSRFToken`` for everything that changes."""

    openapi_type = "apiKey"
    openapi_in = "cookie"
    openapi_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Any | None:
        """Return the signed-in user, or nothing. Raises for a locked session and a missing CSRF token."""
        user = request.user
        if not isinstance(user, User):
            return None
        if is_locked(request):
            raise Locked("screen-locked", _("Màn hình đang khóa. Hãy mở khóa trên trang web rồi thử lại."))
        if check_csrf(request):
            raise NotAllowed("csrf", _("Thiếu mã chống giả mạo (X-CSRFToken). Hãy tải lại trang."))
        _admit(request, user, request.actor)  # type: ignore[attr-defined]  # set by ActorMiddleware
        return user


def _admit(request: HttpRequest, user: User, actor: Actor) -> None:
    """Count the request, and set the actor without grants in domains that this installation does not serve."""
    seconds = spend_request(user_id=user.pk)
    if seconds:
        said = _("Quá nhiều yêu cầu trong một phút. Hãy chờ %(seconds)s giây rồi gửi tiếp.") % {"seconds": seconds}
        raise TooMany(said, seconds=seconds)
    duty = duty_of(user, actor)
    if duty:
        raise NotAllowed(f"{duty}-first", _DUTIES[duty]())
    served = tuple(grant for grant in actor.grants if grant.scope.domain in settings.DOMAINS_SERVED)
    request.actor = replace(actor, grants=served)  # type: ignore[attr-defined]  # read by the routes
