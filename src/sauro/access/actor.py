"""Who does something: a frozen value that every service and selector takes, whatever door the request came in by."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from enum import StrEnum

from sauro.access.permissions import split_permission
from sauro.common.domains import Domain


class Door(StrEnum):
    """How a request came in."""

    WEB = "web"
    API = "api"
    COMMAND = "command"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the unit tree within one domain: a unit alone, or with everything below it."""

    unit_id: uuid.UUID
    path: str
    include_subtree: bool
    domain: Domain

    def covers(self, path: str, domain: str) -> bool:
        """Tell whether a unit with this path lies in the scope."""
        inside = path.startswith(self.path) if self.include_subtree else path == self.path
        return inside and domain == self.domain


@dataclass(frozen=True, slots=True)
class ActorGrant:
    """One grant as loaded for a request: the ranks reached per permission group, within a scope."""

    role: str
    scope: Scope
    ranks: tuple[tuple[str, int], ...]

    def gives(self, group: str, rank: int) -> bool:
        """Tell whether the grant reaches this rank in the group."""
        return any(name == group and held >= rank for name, held in self.ranks)


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person. ``unit_id`` is the unit they act for, ``appointment_ids`` the posts they hold today.

    ``units`` are the units they may choose to act for, those of their posts and roles: identity and name.

    ``on_behalf_of`` is the appointment in whose name they act, when they act for somebody else.
    """

    user_id: uuid.UUID | None
    name: str
    door: Door
    request_id: str
    unit_id: uuid.UUID | None = None
    unit_name: str = ""
    position: str = ""
    units: tuple[tuple[uuid.UUID, str], ...] = ()
    appointment_ids: tuple[uuid.UUID, ...] = ()
    grants: tuple[ActorGrant, ...] = ()
    on_behalf_of: uuid.UUID | None = None
    is_system: bool = field(default=False)

    def scopes(self, permission: str) -> tuple[Scope, ...]:
        """Return the parts of the unit tree in which the actor holds a permission such as ``"documents.review"``."""
        group, level = split_permission(permission)
        rank = group.rank(level)
        return tuple(grant.scope for grant in self.grants if grant.gives(group.name, rank))

    def holds(self, permission: str) -> bool:
        """Tell whether the actor holds a permission anywhere; for menus, never for a decision on an object."""
        return bool(self.scopes(permission))

    def holds_for(self, permission: str, path: str, domain: str) -> bool:
        """Tell whether the actor holds a permission for the unit with this path in this domain."""
        return any(scope.covers(path, domain) for scope in self.scopes(permission))


def system_actor(request_id: str, *, door: Door = Door.JOB, name: str = "Hệ thống") -> Actor:
    """Return the actor of scheduled work and set-up. It holds no grants: services it calls must allow it by name."""
    return Actor(user_id=None, name=name, door=door, request_id=request_id, is_system=True)
