"""Turns a signed-in user into the frozen :class:`~sauro.access.actor.Actor` of a request."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor, ActorGrant, Door, Scope
from sauro.access.kept import ask
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import ROLES, Role
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.organizations.models import Appointment


def load_actor(*, user: User, door: Door, request_id: str, acting_unit_id: UUID | None = None) -> Actor:
    """Return the actor for a user with the grants and appointments in force today. Takes two queries.

    The acting unit is the one asked for, when the user has an appointment or a grant there, else that of the first
    appointment, else that of the first grant.
    """
    grants = ask(_grants_of, today(), user=user.pk)
    posts = ask(_posts_of, today(), person=user.person_id) if user.person_id else []
    return _actor(user, grants, posts, door, request_id, acting_unit_id)


def _grants_of(day: dt.date, *, user: UUID) -> QuerySet[Grant]:
    return _grants(day).filter(user=user)


def _posts_of(day: dt.date, *, person: UUID) -> QuerySet[Appointment]:
    return _posts(day).filter(person=person)


def _grants(day: dt.date) -> QuerySet[Grant]:
    return Grant.objects.filter(valid__contains=day).select_related("unit").order_by("id")


def _posts(day: dt.date) -> QuerySet[Appointment]:
    held = Appointment.objects.filter(valid__contains=day)
    return held.select_related("unit", "position").order_by("position__rank", "id")


def load_actors(
    *, users: Sequence[User], door: Door, request_id: str, acting_unit_id: UUID | None = None
) -> dict[UUID, Actor]:
    """Return the actors of several users by their identity. Takes two queries for any number."""
    day = today()
    grants: dict[UUID, list[Grant]] = defaultdict(list)
    for grant in _grants(day).filter(user__in=users):
        grants[grant.user_id].append(grant)
    people = [user.person_id for user in users if user.person_id]
    posts: dict[UUID, list[Appointment]] = defaultdict(list)
    if people:
        for post in _posts(day).filter(person__in=people):
            posts[post.person_id].append(post)
    return {
        user.pk: _actor(
            user, grants[user.pk], posts[user.person_id] if user.person_id else [], door, request_id, acting_unit_id
        )
        for user in users
    }


def _actor(
    user: User,
    grants: Sequence[Grant],
    posts: Sequence[Appointment],
    door: Door,
    request_id: str,
    acting_unit_id: UUID | None,
) -> Actor:
    units = {post.unit_id: post.unit for post in posts} | {grant.unit_id: grant.unit for grant in grants}
    unit = units.get(acting_unit_id) if acting_unit_id else None
    unit = unit or next((post.unit for post in posts), None) or next((grant.unit for grant in grants), None)
    title = next((post.position.title for post in posts if unit is not None and post.unit_id == unit.pk), "")
    return Actor(
        user_id=user.pk,
        name=str(user),
        door=door,
        request_id=request_id,
        unit_id=unit.pk if unit else None,
        unit_name=unit.name if unit else "",
        position=title,
        units=tuple((one.pk, one.name) for one in units.values()),
        appointment_ids=tuple(post.pk for post in posts),
        grants=tuple(_load_grant(grant) for grant in grants),
    )


def _load_grant(grant: Grant) -> ActorGrant:
    scope = Scope(grant.unit_id, grant.unit.path, grant.include_subtree, Domain(grant.domain))
    return ActorGrant(role=grant.role, scope=scope, ranks=ROLES[Role(grant.role)].ranks())
