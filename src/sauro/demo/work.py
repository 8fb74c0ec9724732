"""Plays the story of the demo through the services of the product, as the people of the demo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from django.db import transaction

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.common.errors import DomainError
from sauro.demo.accounts import demo_units
from sauro.demo.cast import demo_actors
from sauro.demo.criteria import claims_of, findings_of_return, has_two_sides, set_criteria
from sauro.demo.story import (
    ACTING,
    DOCUMENTS,
    FATES,
    KEPT_FATES,
    OPEN_PARTS_REASON,
    OWN_FATES,
    PRODUCTS,
    QUESTION_REASON,
    REPORTS,
    RETURN_REASON,
    Fate,
    SampleDocument,
    Stage,
)
from sauro.demo.tree import SPLITS, bind_what_is_asked_twice, split_first_work
from sauro.documents.models import Document
from sauro.documents.quarantine import quarantined
from sauro.organizations.models import Appointment, Unit
from sauro.tasks.enums import BodyRole, DueOrigin, ReturnKind
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.selectors.sending import SendItem, get_send_preview
from sauro.tasks.services.fields import choose_proposed_fields
from sauro.tasks.services.intake import take_in
from sauro.tasks.services.lifecycle import accept_assignment, name_person, question_assignment, report_progress
from sauro.tasks.services.products import HandIn, confirm_product, hand_in_product, return_product
from sauro.tasks.services.review import BodyEdit, ObligationEdit, accept_obligation, edit_obligation
from sauro.tasks.services.sending import Receivers, send_obligations

SUFFIX = ".docx"
_JUDGED = frozenset({Fate.WORKING, Fate.HANDED_IN, Fate.RETURNED})
# More bodies than this come from a group name.
_LARGEST_SMALL_LIST = 12


@dataclass
class Stagehand:
    """The people and units of the demo, and the lines they speak in turn."""

    actors: Mapping[str, Actor]
    units: Mapping[str, Unit]
    codes: Mapping[object, str]
    fates: Iterator[Fate] = field(default_factory=lambda: cycle(FATES))
    kept_fates: Iterator[Fate] = field(default_factory=lambda: cycle(KEPT_FATES))
    reports: Iterator[tuple[int, str]] = field(default_factory=lambda: cycle(REPORTS))
    products: Iterator[str] = field(default_factory=lambda: cycle(PRODUCTS))
    split: set[str] = field(default_factory=set)


@dataclass
class StoryResult:
    """The documents taken in now, and a line for each that could not be: the demo is then smaller, not absent."""

    taken_in: list[Document] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def play_story(folder: Path) -> StoryResult:
    """Take in the sample documents that are not there yet and let them get as far as the story says.

    ``folder`` holds the built samples. A sample that is refused leaves nothing behind and does not stop the others.
    """
    hand = _stagehand()
    result = StoryResult()
    for sample in DOCUMENTS:
        path = next(iter(sorted(folder.glob(f"{sample.file}-*{SUFFIX}"))), None)
        if path is None or _is_there(hand, sample, path.name):
            continue
        try:
            # Wholly or not at all: an interrupted loading begins again at this document.
            with transaction.atomic():
                document = _take_in(hand, sample, path)
                _advance(hand, sample, document)
        except DomainError as refusal:
            result.skipped.append(f"{path.name}: {refusal.message}")
        else:
            result.taken_in.append(document)
    if result.taken_in:
        with transaction.atomic():
            bind_what_is_asked_twice(hand.actors, hand.codes, result.taken_in)
    return result


def _stagehand() -> Stagehand:
    units = demo_units()
    return Stagehand(
        actors=demo_actors(),
        units=units,
        codes={unit.pk: code for code, unit in units.items()},
    )


def _is_there(hand: Stagehand, sample: SampleDocument, file_name: str) -> bool:
    return Document.objects.filter(is_sample=True, owner_unit=hand.units[sample.unit], file_name=file_name).exists()


def _take_in(hand: Stagehand, sample: SampleDocument, path: Path) -> Document:
    with quarantined([path.read_bytes()], name=path.name) as upload:
        return take_in(
            actor=hand.actors[sample.clerk],
            unit_id=hand.units[sample.unit].pk,
            upload=upload,
            declared=True,
            is_sample=True,
        )


def _advance(hand: Stagehand, sample: SampleDocument, document: Document) -> None:
    if sample.stage == Stage.TAKEN_IN:
        return
    reviewer = hand.actors[sample.clerk]
    _set_deadlines(reviewer, document, sample.office_deadlines)
    choose_proposed_fields(actor=reviewer, document_id=document.pk)
    for obligation in document.obligations.order_by("position")[: sample.reviewed]:
        accept_obligation(actor=reviewer, obligation_id=obligation.pk, version=obligation.version)
    if sample.stage == Stage.SENT:
        for assignment in _send(reviewer, sample, document):
            _carry(hand, sample, assignment)


def _set_deadlines(actor: Actor, document: Document, days: tuple[int, ...]) -> None:
    undated = document.obligations.filter(due_origin=DueOrigin.NONE, is_general_direction=False, recurrence="")
    for obligation, day in zip(undated.order_by("position"), days, strict=False):
        edit = _as_edit(obligation, due_on=today() + dt.timedelta(days=day))
        edit_obligation(actor=actor, obligation_id=obligation.pk, version=obligation.version, edit=edit)


def _as_edit(obligation: Obligation, *, due_on: dt.date) -> ObligationEdit:
    """The obligation as it stands, with a deadline set by the office."""
    bodies = list(obligation.bodies.order_by("position"))
    named = {role: [BodyEdit(body.name, body.unit_id) for body in bodies if body.role == role] for role in BodyRole}
    return ObligationEdit(
        start=obligation.start,
        end=obligation.end,
        leads=named[BodyRole.LEAD],
        coordinators=named[BodyRole.COORDINATOR],
        due_origin=DueOrigin.OFFICE,
        due_on=due_on,
        product=obligation.product,
        no_product_needed=obligation.no_product_needed,
    )


def _send(actor: Actor, sample: SampleDocument, document: Document) -> list[Assignment]:
    """Send what can be sent without a further decision: no open names, few bodies or one of the groups allowed."""
    preview = get_send_preview(actor=actor, document_id=document.pk)
    ready = [item for item in preview.items if _is_clear(item, releases=sample.releases)]
    small = [item for item in ready if _size(item) <= _LARGEST_SMALL_LIST]
    groups = [item for item in ready if _size(item) > _LARGEST_SMALL_LIST and not item.coordinators]
    receivers = {
        item.obligation.pk: Receivers(
            leads=tuple(one.unit.pk for one in item.leads),
            coordinators=tuple(one.unit.pk for one in item.coordinators),
        )
        for item in (*small, *sorted(groups, key=_is_past)[: sample.groups])
    }
    if not receivers:
        return []
    sent = send_obligations(
        actor=actor, document_id=document.pk, receivers=receivers, release_to_other_domains=sample.releases
    )
    return sorted(sent.assignments, key=lambda assignment: assignment.code)


def _is_clear(item: SendItem, *, releases: bool) -> bool:
    crosses = any(one.crosses for one in (*item.leads, *item.coordinators))
    return item.is_ready and not item.unresolved and (releases or not crosses)


def _is_past(item: SendItem) -> bool:
    """A group whose deadline is long over would fill the demo with a hundred late assignments."""
    return item.obligation.due_on is not None and item.obligation.due_on < today()


def _size(item: SendItem) -> int:
    return len(item.leads) + len(item.coordinators)


def _carry(hand: Stagehand, sample: SampleDocument, assignment: Assignment) -> None:
    code = hand.codes.get(assignment.unit_id, "")
    giver = hand.actors[sample.head]
    if assignment.is_kept_by_giver:
        keeper = hand.actors[sample.clerk]
        _meet_fate(hand, assignment, next(hand.kept_fates), keeper, keeper, giver)
    elif code in ACTING:
        head, worker = (hand.actors[name] for name in ACTING[code])
        fate = next(hand.fates)
        if assignment.giver_unit_id == assignment.unit_id:
            fate = OWN_FATES.get(fate, fate)
        _meet_fate(hand, assignment, fate, head, worker, giver)
        if fate == Fate.WORKING and code in SPLITS and code not in hand.split:
            hand.split.add(code)
            split_first_work(code, assignment, hand.actors, hand.units)


def _meet_fate(hand: Stagehand, assignment: Assignment, fate: Fate, head: Actor, worker: Actor, giver: Actor) -> None:
    """Take an assignment through its steps up to the fate: ``head`` answers for the unit, ``worker`` does the work."""
    pk = assignment.pk
    if fate == Fate.WAITING:
        return
    if fate == Fate.QUESTIONED:
        question_assignment(actor=head, assignment_id=pk, reason=QUESTION_REASON)
        return
    accept_assignment(actor=head, assignment_id=pk)
    if fate == Fate.ACCEPTED:
        return
    if worker is not head:
        _name(head, worker, assignment)
    progress, text = next(hand.reports)
    report_progress(actor=worker, assignment_id=pk, progress=progress, text=text)
    if fate in _JUDGED and has_two_sides(assignment):
        set_criteria(assignment, giver=giver)
    if fate == Fate.WORKING:
        return
    claims = claims_of(assignment)
    product = HandIn(text=next(hand.products), open_parts_reason=OPEN_PARTS_REASON, claims=claims)
    hand_in_product(actor=worker, assignment_id=pk, hand_in=product)
    if fate == Fate.CONFIRMED:
        confirm_product(actor=giver, assignment_id=pk)
    elif fate == Fate.RETURNED:
        findings = findings_of_return(assignment)
        return_product(actor=giver, assignment_id=pk, kind=ReturnKind.CONTENT, reason=RETURN_REASON, findings=findings)


def _name(head: Actor, worker: Actor, assignment: Assignment) -> None:
    post = Appointment.objects.filter(
        pk__in=worker.appointment_ids, unit__path__startswith=assignment.unit.path
    ).first()
    if post is not None:
        name_person(actor=head, assignment_id=assignment.pk, appointment_id=post.pk)
