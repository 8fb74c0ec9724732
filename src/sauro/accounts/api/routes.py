"""Who the caller is to the product."""

from __future__ import annotations

from uuid import UUID

from ninja import Router, Schema

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.api_kit import answers

router = Router()


class Role(Schema):
    """A role of the caller: in a unit, or in a unit and everything below it, within one domain."""

    role: str
    unit_id: UUID
    include_subtree: bool
    domain: str


class Me(Schema):
    """The caller: name, the unit acted for, and the roles in force today."""

    name: str
    position: str
    unit_id: UUID | None
    unit_name: str
    roles: list[Role]


@router.get("/me", response=answers(Me), summary="Who the caller is")
def read_me(request: ActorRequest) -> Me:
    """Return the caller and the roles in force today; a program checks its key with it."""
    return _me(request.actor)


def _me(actor: Actor) -> Me:
    roles = [
        Role(
            role=grant.role,
            unit_id=grant.scope.unit_id,
            include_subtree=grant.scope.include_subtree,
            domain=grant.scope.domain,
        )
        for grant in actor.grants
    ]
    return Me(name=actor.name, position=actor.position, unit_id=actor.unit_id, unit_name=actor.unit_name, roles=roles)
