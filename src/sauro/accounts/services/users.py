"""Keeping accounts and roles."""

from __future__ import annotations

import datetime as dt
import re
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.accounts import events
from sauro.accounts.models import Grant, User
from sauro.accounts.policies import grant_policy, user_policy
from sauro.accounts.roles import Role
from sauro.accounts.services.tokens import revoke_all_tokens
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Person, Unit
from sauro.organizations.services.units import mark_units_with_accounts
from vanban.text.normalize import fold, name_sort_key

USERNAME = re.compile(r"[a-z][a-z0-9._-]{2,59}")


@transaction.atomic
def create_user(*, actor: Actor, username: str, full_name: str, password: str) -> User:
    """Create an account with a first password, which its owner must change when signing in."""
    _require_manager(actor)
    username, full_name = username.strip().lower(), " ".join(full_name.split())
    if not username or not full_name:
        raise DomainError("name-needed", _("Hãy nhập tên đăng nhập và họ tên."), field="username")
    if not USERNAME.fullmatch(username):
        raise DomainError(
            "username-form",
            _("Tên đăng nhập gồm 3 đến 60 chữ thường không dấu, số, dấu chấm, gạch nối; bắt đầu bằng chữ."),
            field="username",
        )
    if User.objects.filter(username=username).exists():
        raise DomainError("username-taken", _("Tên đăng nhập này đã có. Hãy chọn tên khác."), field="username")
    person = Person.objects.create(full_name=full_name, search_key=fold(full_name), sort_key=name_sort_key(full_name))
    user = User(username=username, person=person, must_change_password=True)
    _set_password(user, password)
    user.save()
    record_event(actor=actor, event=events.USER_CREATED, obj=user, object_text=username)
    return user


@transaction.atomic
def change_own_password(*, actor: Actor, user: User, old: str, new: str) -> None:
    """Change one's own password, knowing the old one."""
    if actor.user_id != user.pk:
        raise NotAllowed("not-own", _("Chỉ đổi được mật khẩu của chính mình."))
    if not user.check_password(old):
        raise DomainError("old-wrong", _("Mật khẩu hiện tại không đúng."), field="old")
    if new == old:
        raise DomainError("same-password", _("Mật khẩu mới phải khác mật khẩu hiện tại."), field="new")
    _set_password(user, new, field="new")
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    record_event(actor=actor, event=events.PASSWORD_CHANGED, obj=user, object_text=user.username)


@transaction.atomic
def reset_access(*, actor: Actor, user_id: UUID, password: str, drop_second_factor: bool = False) -> User:
    """Give a user a new first password, lift the lock and revoke the API keys.

    ``drop_second_factor`` also removes the second factor of a lost device.
    """
    user = user_policy.get_locked(actor, user_id)
    user_policy.require(actor, "manage", user)
    _set_password(user, password)
    user.must_change_password = True
    user.failed_logins, user.locked_until = 0, None
    if drop_second_factor:
        user.totp_secret, user.totp_confirmed_at = None, None
        user.recovery_codes.all().delete()
        record_event(actor=actor, event=events.SECOND_FACTOR_RESET, obj=user, object_text=user.username)
    user.save()
    revoke_all_tokens(actor=actor, user=user)
    record_event(actor=actor, event=events.PASSWORD_RESET, obj=user, object_text=user.username)
    return user


@transaction.atomic
def set_active(*, actor: Actor, user_id: UUID, active: bool, reason: str) -> User:
    """Open or close an account. Nobody closes their own."""
    user = user_policy.get_locked(actor, user_id)
    user_policy.require(actor, "manage", user)
    if user.pk == actor.user_id:
        raise Conflict("own-account", _("Không tự ngừng tài khoản của mình được."))
    if not active and not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    user.is_active = active
    user.save(update_fields=["is_active"])
    event = events.USER_ACTIVATED if active else events.USER_DEACTIVATED
    record_event(actor=actor, event=event, obj=user, object_text=user.username, reason=reason.strip())
    return user


@transaction.atomic
def give_role(
    *,
    actor: Actor,
    user_id: UUID,
    role: Role,
    unit_id: UUID,
    include_subtree: bool,
    domain: Domain,
    basis: str,
    valid_to: dt.date | None = None,
) -> Grant:
    """Grant a role from today on. Nobody grants themselves a role, and only for units they manage accounts of.

    ``valid_to`` is the last day, included.
    """
    user = user_policy.get_visible(actor, user_id)
    user_policy.require(actor, "manage", user)
    if user.pk == actor.user_id:
        raise Conflict("own-grant", _("Không tự giao vai trò cho mình được. Hãy nhờ quản trị khác."))
    unit = Unit.objects.filter(pk=unit_id).first()
    if unit is None or not any(
        unit.path.startswith(scope.path) if scope.include_subtree else unit.pk == scope.unit_id
        for scope in actor.scopes("accounts.manage")
    ):
        raise DomainError("unit-outside", _("Đơn vị này ngoài phạm vi bạn quản trị."), field="unit")
    if unit.kind != UnitKind.TERRITORY and unit.domain != domain:
        raise DomainError("domain-differs", _("Khối của vai trò phải là khối của đơn vị."), field="domain")
    if not basis.strip():
        raise DomainError("basis-needed", _("Hãy ghi căn cứ giao vai trò."), field="basis")
    upper = valid_to + dt.timedelta(days=1) if valid_to else None
    grant = Grant.objects.create(
        user=user,
        role=role,
        unit=unit,
        include_subtree=include_subtree,
        domain=domain,
        valid=DateRange(today(), upper),
        basis=basis.strip(),
    )
    mark_units_with_accounts(actor=actor, unit_ids=[unit.pk])
    record_event(
        actor=actor,
        event=events.GRANT_GIVEN,
        obj=grant,
        object_text=f"{user.username}: {grant.get_role_display()} – {unit.name}",
    )
    return grant


@transaction.atomic
def end_role(*, actor: Actor, grant_id: UUID, reason: str) -> Grant:
    """End a grant today; it stays on record."""
    grant = grant_policy.get_locked(actor, grant_id)
    _require_manager(actor)
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    day = today()
    if grant.valid.upper is not None and grant.valid.upper <= day:
        raise Conflict("grant-ended", _("Vai trò này đã thôi từ trước."))
    grant.valid = DateRange(min(grant.valid.lower, day), day) if grant.valid.lower < day else DateRange(empty=True)
    grant.save(update_fields=["valid"])
    record_event(
        actor=actor,
        event=events.GRANT_ENDED,
        obj=grant,
        object_text=f"{grant.user.username}: {grant.get_role_display()}",
        reason=reason.strip(),
    )
    return grant


def _require_manager(actor: Actor) -> None:
    if not actor.holds("accounts.manage"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền quản lý tài khoản."))


def _set_password(user: User, password: str, *, field: str = "password") -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise DomainError("password-weak", " ".join(error.messages), field=field) from error
    user.set_password(password)
