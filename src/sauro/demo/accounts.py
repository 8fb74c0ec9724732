"""Creates the people of the demo with their posts, accounts and roles. What exists already is left alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from sauro.access.actor import Actor
from sauro.accounts import events
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import ROLES
from sauro.audit.services import record_event
from sauro.common.domains import Domain
from sauro.demo.people import COMMUNES, PASSWORD, PEOPLE, DemoPerson
from sauro.demo.province import demo_commune
from sauro.organizations.models import Unit
from sauro.organizations.services.blueprint import commune_code
from sauro.organizations.services.people import appoint_person
from sauro.organizations.services.units import mark_units_with_accounts

BASIS = "Dữ liệu mẫu"
_TWO_TIERS = dt.date(2025, 7, 1)
# Roles of these groups make a unit one that answers for itself.
_WORKING_GROUPS = frozenset({"tasks", "documents"})


@transaction.atomic
def create_people(*, actor: Actor) -> int:
    """Create the missing people of the demo; return how many were created."""
    missing = [person for person in PEOPLE if not User.objects.filter(username=person.username).exists()]
    if not missing:
        return 0
    units = demo_units()
    # One hash for all: each would take as long as a person's sign-in, and they share the password anyway.
    hashed = make_password(PASSWORD)
    for person in missing:
        _create(actor, person, units, hashed)
    answering = {
        units[grant.unit].pk
        for person in PEOPLE
        for grant in person.grants
        if not grant.include_subtree and _WORKING_GROUPS & set(ROLES[grant.role].levels)
    }
    mark_units_with_accounts(actor=actor, unit_ids=answering)
    return len(missing)


def demo_units() -> Mapping[str, Unit]:
    """Return the units of the demo by the codes used in it, such as "T.SNV" and "xa1.UBND"."""
    units = {unit.code: unit for unit in Unit.objects.filter(code__startswith="T")}
    for short, name in COMMUNES.items():
        code = commune_code(demo_commune(name).code)
        below = Unit.objects.filter(path__contains=f"/{code}/")
        units |= {unit.code.replace(code, short, 1): unit for unit in below}
    return units


def _create(actor: Actor, person: DemoPerson, units: Mapping[str, Unit], hashed: str) -> None:
    appointment = appoint_person(
        actor=actor,
        unit_id=units[person.unit].pk,
        title=person.title,
        full_name=person.full_name,
        is_head=person.is_head,
        rank=10 if person.is_head else 100,
        since=_since(units[person.unit]),
    )
    user = User.objects.create(username=person.username, person=appointment.person, password=hashed)
    record_event(actor=actor, event=events.USER_CREATED, obj=user, object_text=person.username)
    for grant in person.grants:
        unit = units[grant.unit]
        held = Grant.objects.create(
            user=user,
            role=grant.role,
            unit=unit,
            include_subtree=grant.include_subtree,
            domain=grant.domain or Domain(unit.domain),
            valid=DateRange(_since(unit), None),
            basis=BASIS,
        )
        text = f"{person.username}: {held.get_role_display()} – {unit.name}"
        record_event(actor=actor, event=events.GRANT_GIVEN, obj=held, object_text=text)


def _since(unit: Unit) -> dt.date:
    """People are there as long as their unit, those of the communes since the two tiers began."""
    return min(_TWO_TIERS, unit.valid.lower or _TWO_TIERS)
