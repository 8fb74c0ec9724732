"""The register of units: finding the unit that a name means."""

from __future__ import annotations

from uuid import UUID

from ninja import Query, Router, Schema
from pydantic import Field

from sauro.access.requests import ActorRequest
from sauro.api_kit import READS, Word, answers
from sauro.organizations.api.schemas import UnitOut, unit_out
from sauro.organizations.selectors.units import suggest_units, unit_detail

router = Router()


class UnitSearch(Schema):
    """Words of a name, in any writing: "ubnd go tre", "so nn mt"."""

    q: Word
    limit: int = Field(20, ge=1, le=100)


@router.get("/units", response=answers(list[UnitOut]), summary="Find units by name")
def search_units(request: ActorRequest, search: Query[UnitSearch]) -> list[UnitOut]:
    """Return the units in force whose names hold the beginnings of all words, best first. Accents do not matter."""
    return [unit_out(unit) for unit in suggest_units(request.actor, search.q, search.limit)]


@router.get("/units/{uuid:unit_id}", response=answers(UnitOut, *READS), summary="One unit")
def read_unit(request: ActorRequest, unit_id: UUID) -> UnitOut:
    """Return one unit of the register."""
    return unit_out(unit_detail(request.actor, unit_id).unit)
