"""Who takes part: the sides an actor is of, who reads a comment, and who can therefore be named in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.accounts.models import User
from sauro.accounts.selectors.recipients import Recipients, Users, users_of_posts
from sauro.common.clock import today
from sauro.discussions.enums import Audience, Side
from sauro.discussions.models import Comment
from sauro.discussions.policies import PERMISSIONS, side_policy
from sauro.organizations.models import Appointment, Unit
from sauro.tasks.models import Assignment
from vanban.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Scope:
    """For whom a comment is: both sides (``side`` is None), or one side alone."""

    side: Side | None = None

    @property
    def audience(self) -> Audience:
        """The audience in one word."""
        return Audience.BOTH if self.side is None else Audience.OWN


BOTH_SIDES = Scope()


@dataclass(frozen=True, slots=True)
class Mentionable:
    """Somebody who can be named, and by which words; exactly one of ``user_id`` and ``unit_id`` is set."""

    label: str
    detail: str
    user_id: UUID | None = None
    unit_id: UUID | None = None


def scope_of(comment: Comment) -> Scope:
    """Return for whom a comment is."""
    return Scope(Side(comment.side) if comment.side else None)


def sides_of(actor: Actor, assignment: Assignment) -> list[Side]:
    """Return the sides to whose own talk the actor may add.

    Work of a unit for itself, and work that crossed from another domain, has one side here: there is nobody to talk
    apart from.
    """
    if assignment.unit_id == assignment.giver_unit_id:
        return []
    allowed = side_policy.allowed(actor, list(Side), assignment)
    return [side for side in Side if side in allowed]


def unit_of(assignment: Assignment, side: Side) -> Unit:
    """Return the unit of a side."""
    return assignment.unit if side == Side.BODY else assignment.giver_unit


def readers_of(assignment: Assignment, scope: Scope) -> Users:
    """Return the active users who may read what is said in a scope today: the policy, asked the other way round."""
    unit, giver = assignment.unit, assignment.giver_unit
    recipients = Recipients([unit, giver])
    found: Users = frozenset()
    for side, own, other in ((Side.BODY, unit, giver), (Side.GIVER, giver, unit)):
        if scope.side is None:
            found |= recipients.everybody(PERMISSIONS[side], own)
        elif scope.side == side:
            found |= recipients.apart_from(other, permission=PERMISSIONS[side], unit=own)
    if assignment.person_id is not None and scope.side != Side.GIVER:
        found |= frozenset(users_of_posts([assignment.person_id]).values())
    return found


def mentionables(assignment: Assignment, scope: Scope) -> list[Mentionable]:
    """Return who can be named in a comment of a scope: units first, then people by given name.

    People are those who may read it, nobody else; two of one name are told apart by their units.
    """
    people = User.objects.filter(pk__in=readers_of(assignment, scope)).select_related("person")
    ordered = sorted(people, key=lambda user: (user.person.sort_key if user.person else "", user.username))
    return [*_units(assignment, scope), *_told_apart(ordered, _posts(ordered))]


def matching(found: Sequence[Mentionable], query: str, *, limit: int) -> list[Mentionable]:
    """Return those whose words begin with what was typed, then those that hold it; accents do not matter."""
    wanted = fold(query).strip()
    keys = [(fold(one.label), one) for one in found]
    begun = [one for key, one in keys if key.startswith(wanted) or f" {wanted}" in key]
    held = [one for key, one in keys if wanted in key and one not in begun]
    return [*begun, *held][:limit]


def _units(assignment: Assignment, scope: Scope) -> list[Mentionable]:
    sides = [scope.side] if scope.side else list(Side)
    units = {unit_of(assignment, side): side for side in reversed(sides)}
    return [
        Mentionable(unit.name, str(side.label), unit_id=unit.pk)
        for unit, side in units.items()
        if not (side == Side.BODY and assignment.is_kept_by_giver)
    ]


def _posts(users: Sequence[User]) -> dict[UUID, Appointment]:
    """The first post of each person today."""
    rows = Appointment.objects.filter(person__in=[user.person_id for user in users], valid__contains=today())
    ordered = rows.select_related("unit", "position").order_by("-position__rank", "-id")
    return {row.person_id: row for row in ordered}


def _told_apart(users: Sequence[User], posts: dict[UUID, Appointment]) -> list[Mentionable]:
    held = [posts.get(user.person_id) if user.person_id else None for user in users]
    labels = [str(user) for user in users]
    for more in ([post.unit.name if post else "" for post in held], [user.username for user in users]):
        counts = Counter(labels)
        labels = [
            f"{label} ({addition})" if counts[label] > 1 and addition else label
            for label, addition in zip(labels, more, strict=True)
        ]
    details = [f"{post.position.title}, {post.unit.name}" if post else "" for post in held]
    return [
        Mentionable(label, detail, user_id=user.pk) for label, detail, user in zip(labels, details, users, strict=True)
    ]
