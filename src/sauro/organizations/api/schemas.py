"""Units as the API shows them."""

from __future__ import annotations

from uuid import UUID

from ninja import Schema

from sauro.organizations.models import Unit


class UnitRef(Schema):
    """A unit by identity, code and present name."""

    id: UUID
    code: str
    name: str


class UnitOut(UnitRef):
    """A unit of the register as it is today. ``path`` is the chain of codes from the root."""

    short_name: str
    official_id: str
    domain: str
    kind: str
    level: str
    path: str
    parent: UnitRef | None


def unit_ref(unit: Unit) -> UnitRef:
    """Return the reference to a unit."""
    return UnitRef(id=unit.pk, code=unit.code, name=unit.name)


def unit_out(unit: Unit) -> UnitOut:
    """Return a unit that was read with its parent."""
    return UnitOut(
        id=unit.pk,
        code=unit.code,
        name=unit.name,
        short_name=unit.short_name,
        official_id=unit.official_id,
        domain=unit.domain,
        kind=unit.kind,
        level=unit.level,
        path=unit.path,
        parent=unit_ref(unit.parent) if unit.parent else None,
    )
