"""The people of every unit: who leads, who works, who takes in, who decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sauro.access.actor import Door, system_actor
from sauro.accounts.actors import load_actors
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import Role
from sauro.demo.lifelike.ledger import Who
from sauro.organizations.models import Appointment, Unit

_LEADING = frozenset({Role.UNIT_HEAD, Role.LEADER, Role.HEAD_OF_OFFICE, Role.RECEIVER})
_DECIDING = frozenset({Role.LEADER, Role.HEAD_OF_OFFICE})


@dataclass(slots=True)
class Staff:
    """Who does what for one unit."""

    unit: Unit
    leads: list[Who] = field(default_factory=list)
    workers: list[Who] = field(default_factory=list)
    clerks: list[Who] = field(default_factory=list)
    deciders: list[Who] = field(default_factory=list)


def load_staff() -> dict[UUID, Staff]:
    """Return the people of every unit that has some, in the order of their names for signing in."""
    staff: dict[UUID, Staff] = {}
    everybody = _everybody()
    grants = Grant.objects.filter(include_subtree=False).select_related("unit").order_by("user__username", "role")
    for grant in grants:
        who, role = everybody.get(grant.user_id), Role(grant.role)
        if who is None:
            continue
        people = staff.setdefault(grant.unit_id, Staff(grant.unit))
        for group, belongs in (
            (people.leads, role in _LEADING),
            (people.deciders, role in _DECIDING),
            (people.clerks, role == Role.CLERK),
            (people.workers, role == Role.CIVIL_SERVANT),
        ):
            if belongs:
                group.append(who)
    return staff


def system() -> Who:
    """Return what acts at night."""
    return Who(system_actor("", door=Door.JOB))


def _everybody() -> dict[UUID, Who]:
    posts = {post.pk: post for post in Appointment.objects.select_related("person", "position")}
    users = list(User.objects.filter(person__isnull=False).select_related("person").order_by("username"))
    found = {}
    for user_id, actor in load_actors(users=users, door=Door.WEB, request_id="").items():
        post = posts[actor.appointment_ids[0]] if actor.appointment_ids else None
        found[user_id] = Who(actor, post.pk if post else None, str(post) if post else "")
    return found
