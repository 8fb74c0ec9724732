"""Gathering what higher levels ask: from documents taken in, from work and targets given, from lines handed over.

Gathering again adds what is new and notes what changed or went; it never undoes what somebody decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document
from sauro.documents.policies import document_policy, not_suspected
from sauro.organizations.models import Unit
from sauro.programmes import events
from sauro.programmes.enums import DemandKind, DemandOrigin, EntryKind
from sauro.programmes.models import Demand, Programme, Reference, ReleasedLine
from sauro.programmes.selectors.coverage import is_withdrawn, suspected_documents
from sauro.programmes.selectors.entries import marked_entries
from sauro.programmes.selectors.starting import sees_all_sources
from sauro.programmes.services.common import begin, refresh_figures
from sauro.programmes.services.keeping import Gathered, Keeper
from sauro.programmes.services.marking import mark_entries
from sauro.targets.enums import AskState
from sauro.targets.models import Ask
from sauro.targets.rules import LARGEST, STEP
from sauro.targets.selectors.asked import AskedTarget, asked_of
from sauro.targets.selectors.found import Found, found_targets
from sauro.tasks.enums import AssignmentState, BodyRole, ObligationState
from sauro.tasks.figures import written_number
from sauro.tasks.models import Obligation
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.printed import Meanings

_VALUE_FIELDS = ("indicator", "value", "value_unit", "operator", "direction", "year")
_GONE = (ObligationState.DISCARDED, ObligationState.REPLACED)
_UNREAD = (DocumentState.READING, DocumentState.REFUSED)


@transaction.atomic
def gather_demands(*, actor: Actor, programme_id: UUID) -> Gathered:
    """Bring the demands of the programme up to date with what the actor may see of its unit and domain."""
    programme = begin(actor, programme_id)
    keeper = Keeper(programme)
    documents = _documents(actor, programme)
    references = _references(programme, documents)
    obligations = _obligations(documents)
    for document in documents:
        reference = references[document.pk]
        _from_obligations(programme, reference, document, obligations.get(document.pk, ()), keeper)
        _from_targets(actor, reference, document, keeper)
    _from_asks(actor, programme, references, keeper)
    _from_assignments(actor, programme, keeper)
    _from_released(programme, keeper)
    keeper.store()
    found = keeper.found
    _note_withdrawn(programme, found)
    found.is_partial = not sees_all_sources(actor, programme)
    programme.gathered_at = now()
    programme.save(update_fields=["gathered_at"])
    record_event(
        actor=actor, event=events.GATHERED, obj=programme, object_text=programme.code,
        changes={"new": [None, found.new], "changed": [None, found.changed]},
    )  # fmt: skip
    # What a value asked for was settled at decides which lines fall short of it.
    mark_entries(actor, programme, [one for one in marked_entries(programme) if one.kind == EntryKind.TARGET])
    refresh_figures(programme)
    return found


def _documents(actor: Actor, programme: Programme) -> Sequence[Document]:
    rows = document_policy.visible(actor).filter(not_suspected(), owner_unit=programme.unit, domain=programme.domain)
    return list(rows.exclude(state__in=_UNREAD).select_related("issuer_unit").order_by("issued_on", "pk"))


def _references(programme: Programme, documents: Sequence[Document]) -> Mapping[UUID | None, Reference]:
    """The references of the documents taken in, by document; those of ``documents`` are made where they are missing."""
    known = {one.document_id: one for one in programme.references.filter(document__isnull=False)}
    last = programme.references.count()
    missing = [one for one in documents if one.pk not in known]
    made = [
        Reference(programme=programme, document=document, name=document.title[:600], position=last + number)
        for number, document in enumerate(missing, 1)
    ]
    Reference.objects.bulk_create(made)
    return {**known, **{one.document_id: one for one in made}}


def _obligations(documents: Sequence[Document]) -> Mapping[UUID, Sequence[Obligation]]:
    """What is asked in the documents as they read now, by document."""
    rows = Obligation.objects.filter(document__in=documents, reading__is_current=True, is_general_direction=False)
    found: dict[UUID, list[Obligation]] = defaultdict(list)
    for row in rows.exclude(state__in=_GONE).prefetch_related("bodies__unit"):
        found[row.document_id].append(row)
    return found


def _from_obligations(
    programme: Programme, reference: Reference, document: Document, obligations: Sequence[Obligation], keeper: Keeper
) -> None:
    meant = Meanings(document, [body for row in obligations for body in row.bodies.all()])
    for row in obligations:
        asked = _asks(programme.unit, row, meant)
        if asked is False:
            keeper.found.of_others += 1
            continue
        keeper.keep(
            {"obligation_id": row.pk}, kind=DemandKind.TASK, origin=DemandOrigin.DOCUMENT, reference_id=reference.pk,
            section=row.section, text=row.text, source_text=document.title[:600], due_on=row.due_on,
            product=row.product, is_sure=asked is True,
        )  # fmt: skip


def _asks(unit: Unit, row: Obligation, meant: Meanings) -> bool | None:
    """Tell whether an obligation asks something of the unit or its own offices; None when nobody can say."""
    place = unit.territory.path if unit.territory else unit.path
    unsure = not row.bodies.all()
    for body in row.bodies.all():
        units = meant.units(body)
        if any(one.path.startswith(place) and one.domain == unit.domain for one in units):
            return True
        unsure = unsure or not units
    return None if unsure else False


def _from_targets(actor: Actor, reference: Reference, document: Document, keeper: Keeper) -> None:
    """What the reader found in a document; once somebody took it into the register, with the value given there."""
    for one in found_targets(actor, document.pk).found:
        text = " ".join(one.text.split())
        if text:
            keeper.keep(
                {"reference_id": reference.pk, "place": one.start}, _value_found(one), kind=DemandKind.TARGET,
                origin=DemandOrigin.DOCUMENT, text=text, source_text=document.title[:600],
            )  # fmt: skip


def _value_found(one: Found) -> dict[str, Any]:
    if one.ask is not None:
        return value_of(one.ask)
    fits = one.value is not None and abs(one.value) < LARGEST
    return {
        "ask_id": None, "indicator": one.indicator[:400],
        "value": one.value.quantize(STEP) if one.value is not None and fits else None,
        "value_unit": one.measure[:60], "operator": one.operator, "direction": "", "year": one.year,
    }  # fmt: skip


def value_of(ask: Ask) -> dict[str, Any]:
    """Return the columns of a demand that a value of the register fills."""
    indicator = ask.share.indicator
    return {
        "ask_id": ask.pk, "indicator": indicator.name, "value": ask.value, "value_unit": indicator.measure,
        "operator": ask.operator, "direction": indicator.direction, "year": ask.year,
    }  # fmt: skip


def _from_asks(actor: Actor, programme: Programme, references: Mapping[UUID | None, Reference], keeper: Keeper) -> None:
    """Values asked of the unit in the register of targets, by units above or by sentences the reader did not find."""
    for one in asked_of(actor, programme.unit_id):
        known = keeper.knows(ask_id=one.ask_id)
        if known is not None and known.place is not None:
            continue
        value = {
            "indicator": one.name, "value": one.value, "value_unit": one.measure, "operator": one.operator,
            "direction": one.direction, "year": one.year,
        }  # fmt: skip
        reference = references.get(one.document_id) if one.document_id else None
        keeper.keep(
            {"ask_id": one.ask_id}, value, kind=DemandKind.TARGET, origin=DemandOrigin.ASKED,
            reference_id=reference.pk if reference else None, section=one.code, text=_words_of(one),
            source_text=", ".join(filter(None, [one.giver_name, one.source_text]))[:600], due_on=one.due_on,
        )  # fmt: skip


def _words_of(one: AskedTarget) -> str:
    words = {"name": one.name, "value": written_number(one.value), "measure": one.measure, "year": one.year}
    return one.sentence or _("%(name)s: %(value)s %(measure)s đến hết năm %(year)s") % words


def _from_assignments(actor: Actor, programme: Programme, keeper: Keeper) -> None:
    """Work that others gave the unit: even when the document itself was never taken in here."""
    rows = assignment_policy.visible(actor).filter(unit=programme.unit, domain=programme.domain, role=BodyRole.LEAD)
    rows = rows.exclude(giver_unit=programme.unit, giver_text="").filter(parent__isnull=True, period_first__isnull=True)
    for row in rows.exclude(state=AssignmentState.STOPPED).order_by("given_at", "pk"):
        keeper.keep(
            {"assignment_id": row.pk}, kind=DemandKind.TASK, origin=DemandOrigin.ASSIGNMENT, section=row.code,
            text=row.wording, source_text=row.source_text, due_on=row.due_on, product=row.product,
        )  # fmt: skip


def _from_released(programme: Programme, keeper: Keeper) -> None:
    for row in ReleasedLine.objects.filter(unit=programme.unit, domain=programme.domain):
        value = {name: getattr(row, name) for name in _VALUE_FIELDS} if row.kind == DemandKind.TARGET else None
        keeper.keep(
            {"released_id": row.pk}, value, kind=DemandKind(row.kind), origin=DemandOrigin.RELEASED, text=row.text,
            source_text=row.source_text, due_on=row.due_on, product=row.product,
        )  # fmt: skip


def _note_withdrawn(programme: Programme, found: Gathered) -> None:
    """Mark demands whose sentence was discarded, or whose work was stopped, since it was gathered."""
    rows = programme.demands.filter(is_source_changed=False).select_related(
        "obligation", "assignment", "reference__document", "ask"
    )
    suspected = suspected_documents(programme)
    for demand in rows:
        if _is_withdrawn(demand, suspected):
            demand.is_source_changed = True
            demand.save(update_fields=["is_source_changed"])
            found.changed += 1


def _is_withdrawn(demand: Demand, suspected: Collection[UUID]) -> bool:
    if demand.obligation is not None and demand.obligation.state in _GONE:
        return True
    if demand.assignment is not None:
        return demand.assignment.state == AssignmentState.STOPPED
    if demand.ask is not None and demand.origin == DemandOrigin.ASKED:
        return demand.ask.state == AskState.WITHDRAWN
    if demand.origin == DemandOrigin.DOCUMENT and demand.reference is not None:
        return is_withdrawn(demand.reference, suspected)
    return demand.origin == DemandOrigin.DOCUMENT
