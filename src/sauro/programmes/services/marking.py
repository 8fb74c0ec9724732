"""Holding entries against the rules and keeping what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from uuid import UUID

from sauro.access.actor import Actor
from sauro.checking.selectors.competence import competence_entries
from sauro.common.clock import today
from sauro.documents.reader_store import Question, catalogue_of
from sauro.documents.selectors.known import known_to
from sauro.programmes.enums import EntryKind
from sauro.programmes.marks import Asked, Grounds, marks_of
from sauro.programmes.models import Demand, Entry, Programme
from sauro.programmes.selectors.entries import facts_of
from sauro.programmes.selectors.values import settled_values
from sauro.programmes.shortfalls import Wanted
from vanban.check.competence import CatalogueInMemory
from vanban.check.fingerprints import fingerprints
from vanban.check.store import StoredDocument
from vanban.text.normalize import nfc


def mark_entries(actor: Actor, programme: Programme, entries: Sequence[Entry]) -> None:
    """Compute the marks of ``entries`` again and store those that changed.

    Texts to compare with are the demands of the programme and the documents of its own domain that the actor may see.
    """
    if not entries:
        return
    catalogue = catalogue_of({"competence": competence_entries()})
    demands = [
        StoredDocument("", "", one.source_text or (one.reference.name if one.reference else ""), text=one.text)
        for one in programme.demands.select_related("reference")
    ]
    settled = settled_values(programme)
    for entry in entries:
        asked = [_asked(one.demand, settled) for one in entry.answers.select_related("demand")]
        # A target is adopted as it is set: only the words of tasks are looked for in other documents.
        sources = [] if entry.kind == EntryKind.TARGET else [*_documents(actor, programme, entry), *demands]
        marks = [one.to_value() for one in marks_of(facts_of(entry), _grounds(asked, sources, catalogue))]
        if marks != entry.marks:
            entry.marks = marks
            entry.save(update_fields=["marks"])


def _asked(demand: Demand, settled: Mapping[UUID, Decimal]) -> Asked:
    """A demand with what it asks for now: where people settled on another value, that one."""
    wanted = None
    if demand.value is not None and demand.direction:
        value = settled.get(demand.ask_id, demand.value) if demand.ask_id else demand.value
        wanted = Wanted(value, demand.value_unit, demand.direction, demand.year)
    return Asked(demand.text, demand.source_text, demand.due_on, wanted)


def _grounds(asked: Sequence[Asked], sources: Sequence[StoredDocument], catalogue: CatalogueInMemory | None) -> Grounds:
    return Grounds(asked, sources, catalogue, today())


def _documents(actor: Actor, programme: Programme, entry: Entry) -> list[StoredDocument]:
    """The documents of higher levels that share a passage with the entry's words."""
    prints = tuple(fingerprints(nfc(f"{entry.work}\n{entry.measures}")))
    if not prints:
        return []
    question = Question((), prints, programme.unit.name)
    known = known_to(actor, question, sha256="", domain=programme.domain)
    return [StoredDocument(one["number"], one["symbol"], one["name"], text=one["text"]) for one in known.sources]
