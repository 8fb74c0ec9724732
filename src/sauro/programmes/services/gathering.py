"""Gathering what higher levels ask: from documents taken in, from work and targets given, from lines handed over.

Gathering again adds what is new and notes what changed or went; it never undoes what somebody decided.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
from sauro.documents.selectors.names import expand_excepting, expand_names
from sauro.organizations.models import Unit
from sauro.organizations.selectors.names import Expansion
from sauro.organizations.selectors.register import current_register
from sauro.programmes import events
from sauro.programmes.digests import digest
from sauro.programmes.enums import DemandKind, DemandOrigin, EntryKind
from sauro.programmes.models import Demand, Programme, Reference, ReleasedLine
from sauro.programmes.selectors.coverage import is_withdrawn, suspected_documents
from sauro.programmes.selectors.entries import marked_entries
from sauro.programmes.services.common import begin, refresh_figures
from sauro.programmes.services.marking import mark_entries
from sauro.targets.enums import AskState
from sauro.targets.models import Ask
from sauro.targets.rules import LARGEST, STEP
from sauro.targets.selectors.asked import AskedTarget, asked_of
from sauro.targets.selectors.found import Found, found_targets
from sauro.tasks.enums import AssignmentState, BodyRole, ObligationState
from sauro.tasks.figures import written_number
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.policies import assignment_policy

_VALUE_FIELDS = ("indicator", "value", "value_unit", "operator", "direction", "year")
_GONE = (ObligationState.DISCARDED, ObligationState.REPLACED)
# A name as printed, with the names after "trừ".
_Printed = tuple[str, tuple[str, ...]]
_UNREAD = (DocumentState.READING, DocumentState.REFUSED)


@dataclass
class Gathered:
    """What one gathering found: new demands, sources that changed or went, obligations that go to others only."""

    new: int = 0
    changed: int = 0
    of_others: int = 0
    positions: Iterator[float] = field(default_factory=lambda: iter(()))


@transaction.atomic
def gather_demands(*, actor: Actor, programme_id: UUID) -> Gathered:
    """Bring the demands of the programme up to date with what the actor may see of its unit and domain."""
    programme = begin(actor, programme_id)
    found = Gathered()
    last = programme.demands.order_by("-position").values_list("position", flat=True).first()
    found.positions = _count_from(last or 0)
    for document in _documents(actor, programme):
        reference = _reference(programme, document)
        _from_obligations(programme, reference, document, found)
        _from_targets(actor, programme, reference, found)
    _from_asks(actor, programme, found)
    _from_assignments(actor, programme, found)
    _from_released(programme, found)
    _note_withdrawn(programme, found)
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


def _count_from(start: float) -> Iterator[float]:
    while True:
        start += 1
        yield start


def _documents(actor: Actor, programme: Programme) -> Sequence[Document]:
    rows = document_policy.visible(actor).filter(not_suspected(), owner_unit=programme.unit, domain=programme.domain)
    return list(rows.exclude(state__in=_UNREAD).select_related("issuer_unit").order_by("issued_on", "pk"))


def _reference(programme: Programme, document: Document) -> Reference:
    reference, _made = Reference.objects.get_or_create(
        programme=programme,
        document=document,
        defaults={"name": document.title[:600], "position": programme.references.count() + 1},
    )
    return reference


def _from_obligations(programme: Programme, reference: Reference, document: Document, found: Gathered) -> None:
    rows = Obligation.objects.filter(document=document, reading__is_current=True, is_general_direction=False)
    obligations = list(rows.exclude(state__in=_GONE).prefetch_related("bodies"))
    meant = _meanings(document, [body for row in obligations for body in row.bodies.all()])
    for row in obligations:
        asked = _asks(programme.unit, row, meant)
        if asked is False:
            found.of_others += 1
            continue
        _keep(
            programme, found, {"obligation": row}, kind=DemandKind.TASK, origin=DemandOrigin.DOCUMENT,
            reference=reference, section=row.section, text=row.text, source_text=document.title[:600],
            due_on=row.due_on, product=row.product, is_sure=asked is True,
        )  # fmt: skip


def _meanings(document: Document, bodies: Sequence[ObligationBody]) -> dict[_Printed, Expansion]:
    """What the printed names mean; those after "trừ" are not asked."""
    plain = expand_names((body.name for body in bodies if not body.exceptions), document=document)
    found: dict[_Printed, Expansion] = {(name, ()): expansion for name, expansion in plain.items()}
    excepting = {_printed(body) for body in bodies if body.exceptions}
    if excepting:
        register = current_register()
        for name, exceptions in excepting:
            found[name, exceptions] = expand_excepting(name, exceptions, document=document, register=register)
    return found


def _printed(body: ObligationBody) -> _Printed:
    return body.name, tuple(body.exceptions)


def _asks(unit: Unit, row: Obligation, meant: Mapping[_Printed, Expansion]) -> bool | None:
    """Tell whether an obligation asks something of the unit or its own offices; None when nobody can say."""
    place = unit.territory.path if unit.territory else unit.path
    unsure = not row.bodies.all()
    for body in row.bodies.all():
        units = [body.unit] if body.unit else list(meant.get(_printed(body), Expansion()).units)
        if any(one.path.startswith(place) and one.domain == unit.domain for one in units):
            return True
        unsure = unsure or not units
    return None if unsure else False


def _from_targets(actor: Actor, programme: Programme, reference: Reference, found: Gathered) -> None:
    """What the reader found in a document; once somebody took it into the register, with the value given there."""
    if reference.document_id is None:
        return
    page = found_targets(actor, reference.document_id)
    for one in page.found:
        text = " ".join(one.text.split())
        if text:
            _keep(
                programme, found, {"reference": reference, "place": one.start}, _value_found(one),
                kind=DemandKind.TARGET, origin=DemandOrigin.DOCUMENT, text=text,
                source_text=page.document.title[:600],
            )  # fmt: skip


def _value_found(one: Found) -> dict[str, Any]:
    if one.ask is not None:
        return _value_of(one.ask)
    fits = one.value is not None and abs(one.value) < LARGEST
    return {
        "ask_id": None, "indicator": one.indicator[:400],
        "value": one.value.quantize(STEP) if one.value is not None and fits else None,
        "value_unit": one.measure[:60], "operator": one.operator, "direction": "", "year": one.year,
    }  # fmt: skip


def _value_of(ask: Ask) -> dict[str, Any]:
    indicator = ask.share.indicator
    return {
        "ask_id": ask.pk, "indicator": indicator.name, "value": ask.value, "value_unit": indicator.measure,
        "operator": ask.operator, "direction": indicator.direction, "year": ask.year,
    }  # fmt: skip


def _from_asks(actor: Actor, programme: Programme, found: Gathered) -> None:
    """Values asked of the unit in the register of targets, by units above or by sentences the reader did not find."""
    known = set(programme.demands.filter(ask__isnull=False, place__isnull=False).values_list("ask_id", flat=True))
    references = {one.document_id: one for one in programme.references.filter(document__isnull=False)}
    for one in asked_of(actor, programme.unit_id):
        if one.ask_id in known:
            continue
        value = {
            "indicator": one.name, "value": one.value, "value_unit": one.measure, "operator": one.operator,
            "direction": one.direction, "year": one.year,
        }  # fmt: skip
        _keep(
            programme, found, {"ask_id": one.ask_id}, value, kind=DemandKind.TARGET, origin=DemandOrigin.ASKED,
            reference=references.get(one.document_id), section=one.code, text=_words_of(one),
            source_text=", ".join(filter(None, [one.giver_name, one.source_text]))[:600], due_on=one.due_on,
        )  # fmt: skip


def _words_of(one: AskedTarget) -> str:
    words = {"name": one.name, "value": written_number(one.value), "measure": one.measure, "year": one.year}
    return one.sentence or _("%(name)s: %(value)s %(measure)s đến hết năm %(year)s") % words


def _from_assignments(actor: Actor, programme: Programme, found: Gathered) -> None:
    """Work that others gave the unit: even when the document itself was never taken in here."""
    rows = assignment_policy.visible(actor).filter(unit=programme.unit, domain=programme.domain, role=BodyRole.LEAD)
    rows = rows.exclude(giver_unit=programme.unit, giver_text="").filter(parent__isnull=True, period_first__isnull=True)
    for row in rows.exclude(state=AssignmentState.STOPPED).order_by("given_at", "pk"):
        _keep(
            programme, found, {"assignment": row}, kind=DemandKind.TASK, origin=DemandOrigin.ASSIGNMENT,
            section=row.code, text=row.wording, source_text=row.source_text, due_on=row.due_on, product=row.product,
        )  # fmt: skip


def _from_released(programme: Programme, found: Gathered) -> None:
    for row in ReleasedLine.objects.filter(unit=programme.unit, domain=programme.domain):
        value = {name: getattr(row, name) for name in _VALUE_FIELDS} if row.kind == DemandKind.TARGET else None
        _keep(
            programme, found, {"released": row}, value, kind=DemandKind(row.kind), origin=DemandOrigin.RELEASED,
            text=row.text, source_text=row.source_text, due_on=row.due_on, product=row.product,
        )  # fmt: skip


def _keep(
    programme: Programme, found: Gathered, key: Mapping[str, Any], value: Mapping[str, Any] | None = None,
    **columns: Any,
) -> None:  # fmt: skip
    """Add the demand, or note that its source reads otherwise now: the copied words change, the decision stays.

    ``value`` is what a target asks for; a person may read it otherwise than the machine without the words changing.
    """
    value = _unclaimed(programme, key, value or {})
    current = digest(columns["text"], str(columns.get("due_on") or ""), columns.get("product") or "")
    known = _known(programme, key, value)
    if known is None:
        Demand.objects.create(
            programme=programme, position=next(found.positions), source_digest=current, **{**key, **value, **columns}
        )
        found.new += 1
        return
    if any(getattr(known, name) != held for name, held in value.items()):
        for name, held in value.items():
            setattr(known, name, held)
        known.save()
    if known.source_digest != current:
        for name in ("text", "due_on", "product"):
            setattr(known, name, columns.get(name) or ("" if name != "due_on" else None))
        known.source_digest, known.is_source_changed = current, True
        known.save()
        found.changed += 1


def _known(programme: Programme, key: Mapping[str, Any], value: Mapping[str, Any]) -> Demand | None:
    """The demand of a source; one gathered from the register alone gets its place once the document is seen."""
    known = Demand.objects.filter(programme=programme, **key).first()
    if known is None and value.get("ask_id"):
        known = Demand.objects.filter(programme=programme, ask_id=value["ask_id"]).first()
        if known is not None:
            known.origin = DemandOrigin.DOCUMENT
            for name, held in key.items():
                setattr(known, name, held)
            known.save()
    return known


def _unclaimed(programme: Programme, key: Mapping[str, Any], value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The value without the row of the register that another demand of the programme already stands for."""
    if not value.get("ask_id") or not Demand.objects.filter(programme=programme, **key).exists():
        return value
    others = Demand.objects.filter(programme=programme, ask_id=value["ask_id"]).exclude(**key)
    return {**value, "ask_id": None} if others.exists() else value


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
