"""The people of the demo as actors, for the story and for the chapters that areas add to it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.common.ids import new_id
from sauro.demo.people import PEOPLE


def demo_actors() -> dict[str, Actor]:
    """Return the people of the demo that have accounts, by user name."""
    users = User.objects.select_related("person").in_bulk([person.username for person in PEOPLE], field_name="username")
    return {name: load_actor(user=user, door=Door.COMMAND, request_id=str(new_id())) for name, user in users.items()}


def by_post(actors: Mapping[str, Actor]) -> dict[UUID, Actor]:
    """Return the same people by the posts they hold."""
    return {post: actor for actor in actors.values() for post in actor.appointment_ids}
