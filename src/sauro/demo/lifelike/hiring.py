"""Enters the people whom the story needs in every unit, as of the day it begins; those there already are left alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db.backends.postgresql.psycopg_any import DateRange

from sauro.access.actor import Actor
from sauro.accounts import events as account_events
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import Role
from sauro.common.domains import Domain
from sauro.demo.accounts import BASIS
from sauro.demo.lifelike.ledger import Deed, Ledger, Who
from sauro.demo.people import PASSWORD
from sauro.organizations import events
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Appointment, Person, Position, Unit
from sauro.organizations.services.people import position_of
from sauro.organizations.services.units import mark_units_with_accounts
from vanban.text.normalize import fold, name_sort_key

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
_MIDDLE = ("Văn", "Thị", "Minh", "Thanh", "Hữu", "Ngọc", "Quốc", "Kim", "Hoàng", "Thu")
_GIVEN = ("An", "Bình", "Châu", "Giang", "Hà", "Khánh", "Lan", "Long", "Mai", "Nam", "Phúc", "Sơn", "Tâm", "Yến")
_INVENTED = ("Mẫu", "Thử", "Ví Dụ", "Giả Định")

_PROVINCIAL = frozenset(
    {
        UnitKind.DEPARTMENT, UnitKind.MILITARY, UnitKind.POLICE, UnitKind.PARTY_BODY, UnitKind.PARTY_COMMITTEE,
        UnitKind.OFFICE, UnitKind.SERVICE_CENTRE,
    }
)  # fmt: skip
_DIVISIONS = frozenset({UnitKind.DIVISION, UnitKind.OFFICE, UnitKind.SERVICE_CENTRE})
_GIVERS = frozenset({"T.UBND", "T.TU"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post to fill: the role that goes with it, the beginning of the name for signing in, the title."""

    role: Role
    login: str
    title: str
    is_head: bool = False


_WORKER = Post(Role.CIVIL_SERVANT, "chuyenvien", "Chuyên viên")
_CLERK = Post(Role.CLERK, "vanthu", "Văn thư")
_DEPUTY = Post(Role.HEAD_OF_OFFICE, "phochanhvp", "Phó Chánh Văn phòng")
_HEAD_OF_OFFICE = Post(Role.HEAD_OF_OFFICE, "chanhvp", "Chánh Văn phòng")
_CHIEF = Post(Role.UNIT_HEAD, "thutruong", "Thủ trưởng cơ quan", is_head=True)
_DIVISION_HEAD = Post(Role.UNIT_HEAD, "truongphong", "Trưởng phòng", is_head=True)
_CHAIR = Post(Role.LEADER, "chutich", "Chủ tịch", is_head=True)
_SECRETARY = Post(Role.LEADER, "bithu", "Bí thư", is_head=True)


def hire(*, actor: Actor, ledger: Ledger, units: list[Unit], day: dt.date, random: Random) -> int:
    """Enter everybody who is missing in ``units``, with posts and roles since ``day``. Returns how many."""
    known = set(User.objects.values_list("username", flat=True))
    deed = ledger.deed(dt.datetime.combine(day, dt.time(7, 30), tzinfo=dt.timezone(dt.timedelta(hours=7))), Who(actor))
    # One hash for all: each takes as long as a person's sign-in, and they share the password anyway.
    hashed = make_password(PASSWORD)
    positions = {post.title: position_of(post.title, is_head=post.is_head, rank=_rank(post)) for post in _EVERY_POST}
    hired: set[UUID] = set()
    count = 0
    for unit, number, post in _wanted(units):
        username, name = f"{post.login}.{unit.code.lower()}.{number}", _name(random)
        if username not in known:
            user = _enter(ledger, deed, unit, positions[post.title], name, username, hashed)
            _give(ledger, deed, user, post.role, unit)
            hired.add(unit.pk)
            count += 1
    mark_units_with_accounts(actor=actor, unit_ids=hired)
    return count


def _wanted(units: list[Unit]) -> Iterator[tuple[Unit, int, Post]]:
    for unit in sorted(units, key=lambda one: one.path):
        for number, post in enumerate(_posts(unit), start=1):
            yield unit, number, post


def _posts(unit: Unit) -> list[Post]:
    if unit.valid.isempty or unit.valid.upper is not None or unit.domain == Domain.FRONT:
        return []
    if unit.code in _GIVERS:
        return [_CLERK, _CLERK, _DEPUTY, _DEPUTY, _DEPUTY]
    if unit.level == UnitLevel.PROVINCE:
        return [_CHIEF, _WORKER, _WORKER, _WORKER, _WORKER] if unit.kind in _PROVINCIAL else []
    if unit.kind == UnitKind.PEOPLES_COMMITTEE:
        return [_CHAIR, _HEAD_OF_OFFICE, _CLERK, _WORKER, _WORKER, _WORKER]
    if unit.kind == UnitKind.PARTY_COMMITTEE:
        return [_SECRETARY, _HEAD_OF_OFFICE, _WORKER]
    return [_DIVISION_HEAD, _WORKER] if unit.kind in _DIVISIONS else []


_EVERY_POST = (_WORKER, _CLERK, _DEPUTY, _HEAD_OF_OFFICE, _CHIEF, _DIVISION_HEAD, _CHAIR, _SECRETARY)


def _rank(post: Post) -> int:
    return 10 if post.is_head else 100


def _enter(ledger: Ledger, deed: Deed, unit: Unit, position: Position, name: str, username: str, hashed: str) -> User:
    """Mirror ``appoint_person`` for somebody new, and the creation of an account."""
    ids, since = ledger.ids, _since(deed, unit)
    person = Person(id=ids.at(deed.at), full_name=name, search_key=fold(name), sort_key=name_sort_key(name))
    post = Appointment(id=ids.at(deed.at), person=person, position=position, unit=unit, valid=since)
    user = User(id=ids.at(deed.at), username=username, person=person, password=hashed)
    for row in (person, post, user):
        ledger.insert(deed, row)
        ledger.keep(row)
    ledger.event(deed, events.PERSON_APPOINTED, post, text=f"{post} – {unit.name}", unit=unit)
    ledger.event(deed, account_events.USER_CREATED, user, text=username)
    return user


def _give(ledger: Ledger, deed: Deed, user: User, role: Role, unit: Unit) -> None:
    grant = Grant(
        id=ledger.ids.at(deed.at), user=user, role=role, unit=unit, domain=Domain(unit.domain),
        valid=_since(deed, unit), basis=BASIS,
    )  # fmt: skip
    ledger.insert(deed, grant)
    ledger.keep(grant)
    text = f"{user.username}: {role.label} – {unit.name}"
    ledger.event(deed, account_events.GRANT_GIVEN, grant, text=text)


def _since(deed: Deed, unit: Unit) -> DateRange:
    """From the day of the story on, or from when the unit is there."""
    day = deed.at.date()
    return DateRange(max(day, unit.valid.lower or day), None)


def _name(random: Random) -> str:
    return " ".join((random.choice(_FAMILY), random.choice(_MIDDLE), random.choice(_GIVEN), random.choice(_INVENTED)))
