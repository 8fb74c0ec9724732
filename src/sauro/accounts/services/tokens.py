"""Keys for the API: making, using and revoking them."""

from __future__ import annotations

import datetime as dt
import secrets
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.accounts import events
from sauro.accounts.models import ApiToken, User
from sauro.accounts.policies import token_policy
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.crypto import hash_of_secret
from sauro.common.errors import Conflict, DomainError, NotAllowed

PREFIX = "sauro_"
LIFETIMES_DAYS = (7, 30, 90, 365)
MOST_USABLE = 10
_SECRET_BYTES = 32
# The time of last use is for people to look at, so it need not be exact, and most requests write nothing.
_USE_NOTED_EVERY = dt.timedelta(minutes=5)


@transaction.atomic
def create_token(*, actor: Actor, name: str, days: int, password: str) -> tuple[ApiToken, str]:
    """Make a key for oneself and return it with its secret, which nobody can read again.

    ``days`` is one of :data:`LIFETIMES_DAYS`. The password is asked for again, so that a screen left open cannot make
    a key that outlives it.
    """
    if actor.user_id is None:
        raise NotAllowed("not-own", _("Hãy đăng nhập để tạo khóa."))
    user = User.objects.select_for_update(of=("self",)).get(pk=actor.user_id)
    name = " ".join(name.split())
    if not name:
        raise DomainError("name-needed", _("Hãy ghi khóa này dùng cho việc gì."), field="name")
    if days not in LIFETIMES_DAYS:
        raise DomainError("lifetime", _("Hãy chọn một thời hạn trong danh sách."), field="days")
    if not user.check_password(password):
        raise DomainError("password-wrong", _("Mật khẩu không đúng."), field="password")
    moment = now()
    if user.api_tokens.filter(revoked_at__isnull=True, expires_at__gt=moment).count() >= MOST_USABLE:
        raise Conflict("too-many-tokens", _("Bạn đã có quá nhiều khóa còn dùng được. Hãy thu hồi khóa không cần nữa."))
    secret = PREFIX + secrets.token_urlsafe(_SECRET_BYTES)
    token = ApiToken.objects.create(
        user=user,
        name=name[:80],
        secret_hash=hash_of_secret(secret),
        created_at=moment,
        expires_at=moment + dt.timedelta(days=days),
    )
    record_event(
        actor=actor, event=events.TOKEN_CREATED, obj=token, object_text=f"{user.username}: {name}",
        changes={"days": [None, days]},
    )  # fmt: skip
    return token, secret


@transaction.atomic
def revoke_token(*, actor: Actor, token_id: UUID) -> ApiToken:
    """Revoke one's own key; from the next request on it opens nothing. It stays on record."""
    token = token_policy.get_locked(actor, token_id)
    token_policy.require(actor, "revoke", token)
    if token.revoked_at is not None:
        raise Conflict("token-revoked", _("Khóa này đã được thu hồi từ trước."))
    _revoke(actor, token)
    return token


def revoke_all_tokens(*, actor: Actor, user: User) -> int:
    """Revoke every key of a user whose access is given anew; return how many there were. Needs a transaction.

    The caller has checked the right to manage the user.
    """
    tokens = user.api_tokens.select_for_update(of=("self",)).filter(revoked_at__isnull=True, expires_at__gt=now())
    revoked = list(tokens.order_by("id"))
    for token in revoked:
        _revoke(actor, token)
    return len(revoked)


def use_token(*, secret: str) -> ApiToken | None:
    """Return the key of a secret, with its user and person, when it may be used now; else nothing.

    An unknown, expired or revoked key and one of a closed account are all the same to whoever shows it.
    """
    found = ApiToken.objects.select_related("user__person").filter(secret_hash=hash_of_secret(secret)).first()
    moment = now()
    if found is None or not found.is_usable(moment) or not found.user.is_active:
        return None
    if found.last_used_at is None or moment - found.last_used_at > _USE_NOTED_EVERY:
        ApiToken.objects.filter(pk=found.pk).update(last_used_at=moment)
    return found


def _revoke(actor: Actor, token: ApiToken) -> None:
    token.revoked_at = now()
    token.save(update_fields=["revoked_at"])
    record_event(actor=actor, event=events.TOKEN_REVOKED, obj=token, object_text=f"{token.user.username}: {token.name}")
