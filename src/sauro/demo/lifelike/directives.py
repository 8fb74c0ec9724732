"""A directive from its coming in to its being sent, with the same rows as intake, desk and sending make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Model

from sauro.demo.lifelike.clock import HERE
from sauro.demo.lifelike.ledger import Deed
from sauro.demo.lifelike.quota import Expected
from sauro.demo.lifelike.stage import Stage
from sauro.demo.lifelike.templates import Target, Template, sha256_of
from sauro.demo.lifelike.works import Directive, Family, Order, Work
from sauro.documents import events as document_events
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document, ExtractedText, Reading, ReadingPrints, StoredFile
from sauro.documents.services.reading import MEDIA_TYPES
from sauro.documents.services.registering import CODE_PREFIX as DOCUMENT_PREFIX
from sauro.documents.services.registering import build_references, describe_document
from sauro.organizations.models import Unit
from sauro.tasks import events
from sauro.tasks.codes import CODE_PREFIX
from sauro.tasks.enums import BodyRole, DueOrigin, ObligationState
from sauro.tasks.field_rules import clear_proposal, propose_fields
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.roll_up import equal_shares
from sauro.tasks.schedule import Period, Schedule
from sauro.tasks.services.carrying import apply_split
from sauro.tasks.services.delegation import Receiver, build_part
from sauro.tasks.services.proposing import build_proposals
from sauro.tasks.services.recurring import build_occurrence, build_series
from sauro.tasks.services.sending import Receivers, build_assignments
from vanban.check.fingerprints import fingerprints


@dataclass(slots=True, eq=False)
class Head:
    """A recurring work with its rhythm, and the occurrences made so far."""

    work: Work
    schedule: Schedule
    made: list[Work]


@dataclass(frozen=True, slots=True)
class Paper:
    """What of a template changes from one directive to the next."""

    template: Template
    number: str
    issued: dt.date
    deadlines: list[dt.date]
    expected: Expected


def take_in(stage: Stage, deed: Deed, paper: Paper) -> Directive:
    """Mirror ``take_in`` for a text file."""
    unit = paper.template.issuer
    content, answer = paper.template.issue(number=paper.number, on=paper.issued, deadlines=paper.deadlines)
    document = _document(stage, deed, unit, answer)
    sha256 = sha256_of(content)
    file = StoredFile(
        id=stage.ledger.ids.at(deed.at), domain=unit.domain, sha256=sha256, media_type=MEDIA_TYPES[answer["format"]],
        created_at=deed.at,
    )  # fmt: skip
    file.size = _store(stage, file, content)
    document.file = file
    describe_document(document, file_name=f"van-ban-mau-{paper.number}.txt", header=answer["extraction"]["document"])
    text = _text(stage, deed, document, sha256, answer)
    reading = Reading(
        id=stage.ledger.ids.at(deed.at), document=document, text=text, extractor=answer["extractor"],
        extraction=answer["extraction"], created_at=deed.at,
    )  # fmt: skip
    references = build_references(document, answer["extraction"]["document"]["references"])
    for row in (file, document, text, reading, *references):
        stage.ledger.insert(deed, row)
    prints = ReadingPrints(id=stage.ledger.ids.at(deed.at), reading=reading, values=sorted(fingerprints(text.text)))
    stage.ledger.event(deed, document_events.TAKEN_IN, document, text=document.code)
    orders = _propose(stage, deed, reading, paper.template)
    rows: list[Model] = [file, document, text, reading, prints, *references]
    for order in orders:
        rows += [order.obligation, *order.bodies]
    directive = Directive(document, orders, rows)
    stage.desk[directive] = None
    return directive


def _store(stage: Stage, file: StoredFile, content: bytes) -> int:
    """Store the content as every echo has it. Returns the size, which is that of all of them."""
    contents = [one.encode() for one in stage.ledger.echoes.each(content.decode(), has_hashes=False)]
    hashes = [sha256_of(one) for one in contents]
    stage.ledger.echoes.keep_hashes(file.sha256, hashes)
    for sha256, one in zip(hashes, contents, strict=True):
        name = StoredFile(domain=file.domain, sha256=sha256).storage_name
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(one))
    return len(contents[0])


def _document(stage: Stage, deed: Deed, unit: Unit, answer: dict[str, Any]) -> Document:
    actor = deed.who.actor
    return Document(
        id=stage.ledger.ids.at(deed.at),
        code=stage.codes.next(DOCUMENT_PREFIX, deed.at.astimezone(HERE).year),
        domain=unit.domain,
        owner_unit=unit,
        state=DocumentState.REVIEW,
        is_sample=True,
        received_at=deed.at,
        received_by_name=actor.name,
        received_by_id=actor.user_id,
    )


def _text(stage: Stage, deed: Deed, document: Document, sha256: str, answer: dict[str, Any]) -> ExtractedText:
    return ExtractedText(
        id=stage.ledger.ids.at(deed.at), domain=document.domain, file_sha256=sha256, reader=answer["reader"],
        text=answer["text"], blocks=answer["blocks"], page_count=answer["page_count"], notices=answer["notices"],
        uncertain=answer["uncertain"], created_at=deed.at,
    )  # fmt: skip


def _propose(stage: Stage, deed: Deed, reading: Reading, template: Template) -> list[Order]:
    orders = []
    proposals = build_proposals(reading, template.meanings)
    for (obligation, bodies), target in zip(proposals, template.targets, strict=True):
        obligation.id = stage.ledger.ids.at(deed.at)
        stage.ledger.insert(deed, obligation)
        for body in bodies:
            body.id = stage.ledger.ids.at(deed.at)
            body.obligation = obligation
            stage.ledger.insert(deed, body)
        orders.append(Order(obligation, bodies, target))
    return orders


def choose_fields(stage: Stage, deed: Deed, directive: Directive) -> None:
    """Mirror ``choose_proposed_fields`` on a desk where nothing was sent yet."""
    document = directive.document
    for order in directive.orders:
        obligation = order.obligation
        if obligation.is_general_direction or obligation.field_id is not None:
            continue
        leads = [(one.unit_id, one.name) for one in order.bodies if one.role == BodyRole.LEAD and one.unit_id]
        found = propose_fields(stage.fields, text=obligation.text, leads=leads, issuer=document.issuer_unit_id)
        best = clear_proposal(found)
        if best is None:
            continue
        obligation.field_id = best.field.pk
        obligation.version += 1
        stage.ledger.update(deed, obligation)
        stage.ledger.event(deed, events.REVIEW_FIELD_CHOSEN, obligation, changes={"field": [None, best.field.code]})


def set_day(stage: Stage, deed: Deed, order: Order, day: dt.date) -> None:
    """Mirror ``edit_obligation`` when only a deadline set by the office changes: it numbers the bodies of each role."""
    obligation = order.obligation
    for role in (BodyRole.LEAD, BodyRole.COORDINATOR):
        for position, body in enumerate(one for one in order.bodies if one.role == role):
            if body.position != position:
                body.position = position
                stage.ledger.update(deed, body)
    changes = {
        "due_on": [None, day.isoformat()],
        "due_origin": [str(obligation.due_origin), str(DueOrigin.OFFICE)],
    }
    obligation.due_on, obligation.due_origin = day, DueOrigin.OFFICE
    obligation.version += 1
    stage.ledger.update(deed, obligation)
    stage.ledger.event(deed, events.REVIEW_EDITED, obligation, changes=changes)


def accept(stage: Stage, deed: Deed, obligation: Obligation) -> None:
    """Mirror ``accept_obligation``."""
    obligation.state = ObligationState.ACCEPTED
    obligation.reviewed_by_name, obligation.reviewed_at = deed.who.actor.name, deed.at
    obligation.version += 1
    stage.ledger.update(deed, obligation)
    changes = {"state": [str(ObligationState.PROPOSED), str(ObligationState.ACCEPTED)]}
    stage.ledger.event(deed, events.REVIEW_ACCEPTED, obligation, changes=changes)


def send(stage: Stage, deed: Deed, directive: Directive) -> tuple[list[Work], list[Head]]:
    """Mirror ``send_obligations`` for every obligation with a target; return works and heads."""
    works: list[Work] = []
    heads: list[Head] = []
    sent = [order for order in directive.orders if order.target.leads]
    for order in sent:
        obligation = order.obligation
        made, schedule = _send_one(stage, deed, directive.document, obligation, order.target)
        if schedule is None:
            works += made
        else:
            heads += _start(stage, deed, made, schedule)
        obligation.sent_at = deed.at
        obligation.version += 1
        stage.ledger.update(deed, obligation)
        codes = [work.row.code for work in made]
        stage.ledger.event(
            deed,
            events.OBLIGATION_SENT,
            obligation,
            text=directive.document.code,
            changes={"assignments": [None, codes]},
        )
        for work in made:
            stage.acts.note_given(deed, work)
    if sent:
        directive.document.state = DocumentState.SENT
        stage.ledger.update(deed, directive.document)
    directive.write(stage.ledger)
    del stage.desk[directive]
    return works, heads


def _send_one(
    stage: Stage, deed: Deed, document: Document, obligation: Obligation, target: Target
) -> tuple[list[Work], Schedule | None]:
    units = {unit.pk: unit for unit in (*target.leads, *target.coordinators)}
    chosen = Receivers(tuple(unit.pk for unit in target.leads), tuple(unit.pk for unit in target.coordinators))
    codes = [stage.codes.next(CODE_PREFIX, deed.at.astimezone(HERE).year) for _number in range(target.count)]
    rows, schedule = build_assignments(document, obligation, chosen, units, codes, deed.at)
    works: dict[UUID, Work] = {}
    for row in rows:
        row.id = stage.ledger.ids.at(deed.at)
    for row in rows:
        parent = works[row.parent.pk] if row.parent is not None else None
        if parent is not None:
            row.parent = parent.row
        works[row.pk] = add_work(stage, deed, row, parent)
    loose = [one for one in works.values() if one.row.role == BodyRole.COORDINATOR and one.parent is None]
    for one in works.values():
        if one.row.role == BodyRole.LEAD:
            one.shared = loose
    return list(works.values()), schedule


def delegate(stage: Stage, deed: Deed, whole: Work, unit: Unit, wording: str, due_on: dt.date | None) -> Work:
    """Mirror ``delegate_part``."""
    split = whole.split()
    after, (portion,) = split.give(equal_shares(split.kept.share, [part.share for part in split.parts], 1))
    code = stage.codes.next(CODE_PREFIX, deed.at.astimezone(HERE).year)
    row = build_part(whole.row, Receiver(unit), wording=wording, due_on=due_on, code=code, moment=deed.at)
    row.id = stage.ledger.ids.at(deed.at)
    row.share, row.progress = portion.share, int(portion.progress)
    work = add_work(stage, deed, row, whole)
    apply_split(whole.row, after, with_kept=True)
    stage.ledger.update(deed, whole.row)
    changes = {"part": [None, code], "unit": [None, unit.name], "share": [None, row.share]}
    stage.ledger.event(deed, events.PART_DELEGATED, whole.row, text=whole.row.code, changes=changes)
    stage.acts.note_given(deed, work)
    stage.acts.carry_up(deed, whole)
    return work


def add_work(stage: Stage, deed: Deed, row: Assignment, parent: Work | None) -> Work:
    """Take an assignment that was just made into its family."""
    family = parent.family if parent is not None else Family(is_told=stage.is_told())
    family.rows.append(row)
    stage.acts.follow(family)
    stage.tasks += 1
    if row.is_part:
        stage.quota.note_part()
    elif stage.may_split(row):
        stage.quota.note_given()
    stage.ledger.insert(deed, row)
    work = Work(row, family, parent)
    if parent is not None:
        parent.parts.append(work)
    return work


def _start(stage: Stage, deed: Deed, made: Sequence[Work], schedule: Schedule) -> list[Head]:
    day = deed.at.astimezone(HERE).date()
    for work in made:
        series = build_series(work.row, schedule, day)
        series.id = stage.ledger.ids.at(deed.at)
        stage.ledger.insert(deed, series)
        work.family.rows.append(series)
    begun = [one for one in schedule.periods(day, day, stage.clock.is_working) if one.due >= day]
    return [Head(work, schedule, [make_occurrence(stage, deed, work, one) for one in begun]) for work in made]


def make_occurrence(stage: Stage, deed: Deed, head: Work, period: Period) -> Work:
    """Mirror the making of the occurrence of one period."""
    code = stage.codes.next(CODE_PREFIX, deed.at.astimezone(HERE).year)
    row = build_occurrence(head.row, period, code, deed.at)
    row.id = stage.ledger.ids.at(deed.at)
    work = add_work(stage, deed, row, head)
    changes = {"head": [None, head.row.code], "period": [None, period.first.isoformat()]}
    stage.ledger.event(deed, events.OCCURRENCE_MADE, row, text=code, changes=changes)
    stage.acts.note_given(deed, work)
    if row.person_id is not None:
        stage.acts.note_change(deed, work, None)
    return work
