"""The first account of an installation, from which all others are made."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.accounts import events
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import Role
from sauro.accounts.services.users import USERNAME
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Person, Unit
from vanban.text.normalize import fold, name_sort_key

_PASSWORD_BYTES = 12
_LOCK = 0x5A5E0002


@transaction.atomic
def create_first_administrator(*, actor: Actor, username: str, full_name: str) -> tuple[User, str]:
    """Create an administrator of the whole province and return the account with its first password.

    Only for whoever works on the machine itself (a system actor), and only while nobody is administrator: after that,
    accounts are made on the pages, by a named person. The password must be changed, and the second factor set up, when
    signing in.
    """
    if not actor.is_system:
        raise NotAllowed("not-allowed", _("Chỉ tạo quản trị đầu tiên từ máy chủ."))
    username, full_name = username.strip().lower(), " ".join(full_name.split())
    if not USERNAME.fullmatch(username) or not full_name:
        raise DomainError("name-needed", _("Hãy nhập họ tên, và tên đăng nhập bằng chữ thường không dấu (từ 3 ký tự)."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    province = _province()
    _refuse_second(username)
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    person = Person.objects.create(full_name=full_name, search_key=fold(full_name), sort_key=name_sort_key(full_name))
    user = User(username=username, person=person, must_change_password=True, totp_required=True)
    user.set_password(password)
    user.save()
    record_event(actor=actor, event=events.USER_CREATED, obj=user, object_text=username)
    for domain in settings.DOMAINS_SERVED:
        _grant(actor, user, province, domain)
    return user, password


def _province() -> Unit:
    found = Unit.objects.filter(kind=UnitKind.TERRITORY, level=UnitLevel.PROVINCE, parent__isnull=True).first()
    if found is None:
        raise DomainError("no-province", _("Chưa có danh mục đơn vị. Hãy chạy “sauro init --province MÃ” trước."))
    return found


def _refuse_second(username: str) -> None:
    held = Grant.objects.filter(role=Role.ADMINISTRATOR, valid__contains=today(), user__is_active=True)
    if held.exists():
        raise Conflict("administrator-exists", _("Đã có quản trị. Hãy tạo tài khoản khác trên trang Tài khoản."))
    if User.objects.filter(username=username).exists():
        raise Conflict("username-taken", _("Tên đăng nhập này đã có. Hãy chọn tên khác."))


def _grant(actor: Actor, user: User, province: Unit, domain: str) -> None:
    grant = Grant.objects.create(
        user=user,
        role=Role.ADMINISTRATOR,
        unit=province,
        include_subtree=True,
        domain=domain,
        valid=DateRange(today(), None),
        basis=_("Khởi tạo hệ thống"),
    )
    text = f"{user.username}: {grant.get_role_display()} – {province.name}"
    record_event(actor=actor, event=events.GRANT_GIVEN, obj=grant, object_text=text)
