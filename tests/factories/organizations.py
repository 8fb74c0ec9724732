"""Builds units, people and grants for tests, without the services under test."""

from __future__ import annotations

import datetime as dt

from django.db.backends.postgresql.psycopg_any import DateRange

from sauro.accounts.models import Grant, User
from sauro.accounts.roles import Role
from sauro.common.domains import Domain
from sauro.organizations.enums import AliasKind, UnitKind, UnitLevel
from sauro.organizations.models import Appointment, Person, Position, Unit, UnitAlias, UnitVersion
from vanban.text.normalize import fold, name_sort_key, sort_key

ALWAYS = DateRange(dt.date(2025, 7, 1), None)
PASSWORD = "Mat-khau-thu-2026"
# One cheap hash for all test users: hashing is what would make fixtures slow.
_PASSWORD_HASH = "pbkdf2_sha256$1$thu$" + "a" * 43 + "="


def make_unit(
    code: str,
    name: str,
    *,
    kind: UnitKind = UnitKind.DEPARTMENT,
    level: UnitLevel = UnitLevel.PROVINCE,
    domain: Domain = Domain.STATE,
    parent: Unit | None = None,
    territory: Unit | None = None,
    commune_type: str = "",
    has_accounts: bool = True,
) -> Unit:
    """Create a unit in force since 01/7/2025, with its version and its official name as an alias."""
    unit = Unit.objects.create(
        code=code,
        domain=domain,
        kind=kind,
        level=level,
        commune_type=commune_type,
        name=name,
        parent=parent,
        territory=territory,
        path=f"{parent.path if parent else ''}{code}/",
        valid=ALWAYS,
        has_accounts=has_accounts,
        search_key=fold(name),
        sort_key=sort_key(name),
    )
    UnitVersion.objects.create(
        unit=unit, name=name, kind=kind, commune_type=commune_type, parent=parent, valid=ALWAYS, basis="Dữ liệu thử"
    )
    UnitAlias.objects.create(unit=unit, text=name, key=fold(name), kind=AliasKind.OFFICIAL, valid=ALWAYS)
    return unit


def make_person(full_name: str, *, unit: Unit | None = None, title: str = "Chuyên viên") -> Person:
    """Create a person, appointed to a post of ``unit`` when one is given."""
    person = Person.objects.create(full_name=full_name, search_key=fold(full_name), sort_key=name_sort_key(full_name))
    if unit is not None:
        position, _ = Position.objects.get_or_create(code=fold(title), defaults={"title": title})
        Appointment.objects.create(person=person, position=position, unit=unit, valid=ALWAYS)
    return person


def make_user(
    username: str,
    full_name: str,
    *grants: tuple[Role, Unit],
    unit: Unit | None = None,
    title: str = "Chuyên viên",
    include_subtree: bool = False,
    password: str | None = None,
) -> User:
    """Create a user with a person, an appointment in ``unit`` and grants in the domain of each granted unit."""
    user = User(username=username, person=make_person(full_name, unit=unit, title=title))
    if password:
        user.set_password(password)
    else:
        user.password = _PASSWORD_HASH
    user.save()
    for role, granted in grants:
        Grant.objects.create(
            user=user,
            role=role,
            unit=granted,
            include_subtree=include_subtree,
            domain=granted.domain,
            valid=ALWAYS,
            basis="Dữ liệu thử",
        )
    return user
