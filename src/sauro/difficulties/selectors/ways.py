"""To whom a difficulty in the work on an assignment may go, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sauro.difficulties.enums import Route
from sauro.difficulties.routing import body_above
from sauro.documents.models import Document, Reading
from sauro.documents.policies import not_suspected
from sauro.documents.selectors.names import resolve_names
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment
from vanban.text.difficulty_routes import difficulty_route


@dataclass(frozen=True, slots=True)
class Way:
    """A body that may get the difficulty, why, and the sentence of the document when that names it."""

    unit: Unit
    route: Route
    sentence: str = ""


def ways_of(assignment: Assignment) -> list[Way]:
    """Return the bodies in question: the one the document names, the giver, the next one above; each once.

    Work that crossed from another domain has no giver here, and nothing of its document is read.
    """
    found: dict[object, Way] = {}
    for way in _all_ways(assignment):
        if way.unit.pk != assignment.unit_id:
            found.setdefault(way.unit.pk, way)
    return list(found.values())


def _all_ways(assignment: Assignment) -> Iterator[Way]:
    if not assignment.has_crossed:
        named = _named_by_document(assignment)
        if named is not None:
            yield named
        yield Way(assignment.giver_unit, Route.GIVER)
    above = body_above(assignment.unit)
    if above is not None:
        yield Way(above, Route.ABOVE)


def _named_by_document(assignment: Assignment) -> Way | None:
    """Read in the document where it wants difficulties told. A document closed for secrecy is not read."""
    if assignment.obligation_id is None:
        return None
    open_documents = Document.objects.filter(not_suspected(), obligations=assignment.obligation_id)
    reading = (
        Reading.objects.filter(obligations=assignment.obligation_id, document__in=open_documents.values("pk"))
        .select_related("text", "document__issuer_unit", "document__owner_unit")
        .first()
    )
    if reading is None:
        return None
    text = reading.text.text
    route = difficulty_route(text)
    if route is None:
        return None
    unit = resolve_names([route.body.name], document=reading.document)[route.body.name]
    if unit is None or unit.domain != assignment.domain or not unit.has_accounts:
        return None
    return Way(unit, Route.NAMED, text[route.sentence.start : route.sentence.end].strip())
