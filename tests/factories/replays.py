"""Listens to the deeds of a generated story, and does the same deeds again through the services."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import pghistory
import pytest
from django.db import connection
from django.utils import timezone

from sauro.access.actor import Actor, Door
from sauro.demo.lifelike import directives
from sauro.demo.lifelike.acts import Acts
from sauro.demo.lifelike.directives import Paper
from sauro.demo.lifelike.ledger import Deed, Ledger, Who
from sauro.demo.lifelike.stage import Stage
from sauro.demo.lifelike.works import Work
from sauro.discussions.services.writing import Saying, write_comment
from sauro.documents.models import Document
from sauro.documents.quarantine import quarantined
from sauro.notices.models import Notice
from sauro.notices.services.reading import open_notice
from sauro.organizations.models import Unit
from sauro.plans.services.opening import open_month
from sauro.tasks.enums import BodyRole, DueOrigin, PartsFate
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.parts import open_parts
from sauro.tasks.selectors.sending import get_send_preview
from sauro.tasks.services import deadlines, lifecycle, products, recurring, waits
from sauro.tasks.services.delegation import delegate_part
from sauro.tasks.services.fields import choose_proposed_fields
from sauro.tasks.services.intake import take_in
from sauro.tasks.services.products import HandIn
from sauro.tasks.services.review import BodyEdit, ObligationEdit, accept_obligation, edit_obligation
from sauro.tasks.services.sending import Receivers, send_obligations


@dataclass(frozen=True, slots=True)
class Recorded:
    """One deed: its name, when and by whom, and what it was about, by codes that both ways share."""

    name: str
    at: dt.datetime
    actor: Actor
    about: tuple[Any, ...]


Tape = list[Recorded]

WORK_DEEDS = (
    "accept", "question", "insist", "stop", "name", "report", "hand_in", "confirm", "give_back", "ask", "withdraw",
    "grant", "refuse", "set_deadline", "begin_wait", "end_wait", "say",
)  # fmt: skip
OWN_DEEDS = ("open_month", "open_notice")
DESK_DEEDS = ("take_in", "choose_fields", "set_day", "accept_obligation", "send", "delegate", "make_occurrence")


def recording_acts(tape: Tape) -> Callable[[Ledger], Acts]:
    """Return a maker of acts that put what is done to works on the tape."""

    def listened(name: str) -> Callable[..., None]:
        def listen(self: Acts, deed: Deed, work: Work, *about: Any) -> None:
            tape.append(_recorded(name, deed, work.row.code, *map(_named, about)))
            getattr(Acts, name)(self, deed, work, *about)

        return listen

    def own(self: Acts, name: str, at: dt.datetime, who: Who, *about: Any) -> None:
        tape.append(Recorded(name, at, who.actor, about))

    methods = {name: listened(name) for name in WORK_DEEDS}
    return type("RecordingActs", (Acts,), {**methods, "note_own_deed": own})


def _named(value: Any) -> Any:
    if isinstance(value, Work):
        return value.row.code
    if isinstance(value, Unit):
        return value.pk
    return value.post if isinstance(value, Who) else value


def record_desk(tape: Tape, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put what is done to directives on the tape as well."""
    inside: list[str] = []

    def listen(name: str, about: Callable[..., tuple[Any, ...]]) -> None:
        original = getattr(directives, name)

        def listened(stage: Stage, deed: Deed, *given: Any) -> Any:
            if not inside:
                known = "accept_obligation" if name == "accept" else name
                tape.append(_recorded(known, deed, *about(*given)))
            inside.append(name)
            try:
                return original(stage, deed, *given)
            finally:
                inside.pop()

        monkeypatch.setattr(directives, name, listened)

    listen("take_in", _paper)
    listen("choose_fields", lambda directive: (directive.document.code,))
    listen("set_day", lambda order, day: (*_place(order.obligation), day))
    listen("accept", lambda obligation: _place(obligation))
    listen("send", lambda directive: (directive.document.code,))
    listen("delegate", lambda whole, unit, wording, due_on: (whole.row.code, unit.pk, wording, due_on))
    listen("make_occurrence", lambda _head, _period: ())


def _paper(paper: Paper) -> tuple[Any, ...]:
    content, _answer = paper.template.issue(number=paper.number, on=paper.issued, deadlines=paper.deadlines)
    return paper.template.issuer.pk, content, f"van-ban-mau-{paper.number}.txt"


def _place(obligation: Obligation) -> tuple[str, float]:
    return obligation.document.code, obligation.position


def _recorded(name: str, deed: Deed, *about: Any) -> Recorded:
    return Recorded(name, deed.at, dataclasses.replace(deed.who.actor, request_id=deed.request), about)


def replay(tape: Tape, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do everything on the tape through the services, each deed at its own moment."""
    for deed in sorted(tape, key=attrgetter("at")):
        # The clock tells UTC, as it does when people work.
        at = deed.at.astimezone(dt.UTC)
        monkeypatch.setattr(timezone, "now", lambda moment=at: moment)
        if deed.actor.door == Door.JOB:
            _forget_context()
            _REPLAYS[deed.name](deed.actor, *deed.about)
            continue
        held = {"user": str(deed.actor.user_id), "request": deed.actor.request_id, "door": str(deed.actor.door)}
        with pghistory.context(**held):
            _REPLAYS[deed.name](deed.actor, *deed.about)


def _forget_context() -> None:
    """A job has a transaction of its own; in that of a test the context of the deed before would last."""
    with connection.cursor() as cursor:
        for name in ("context_id", "context_metadata"):
            cursor.execute("SELECT set_config(%s, '', true)", [f"pghistory.{name}"])


def _pk(code: str) -> Any:
    return Assignment.objects.get(code=code).pk


def _of_work(service: Callable[..., Any], *names: str) -> Callable[..., None]:
    """Make a replay of a service that takes an assignment and the named arguments."""

    def act(actor: Actor, code: str, *given: Any) -> None:
        service(actor=actor, assignment_id=_pk(code), **dict(zip(names, given, strict=True)))

    return act


def _take_in(actor: Actor, unit_id: Any, content: bytes, name: str) -> None:
    with quarantined([content], name=name) as upload:
        take_in(actor=actor, unit_id=unit_id, upload=upload, declared=True, is_sample=True)


def _obligation(code: str, position: float) -> Obligation:
    return Obligation.objects.get(document__code=code, position=position)


def _accept(actor: Actor, code: str, position: float) -> None:
    found = _obligation(code, position)
    accept_obligation(actor=actor, obligation_id=found.pk, version=found.version)


def _choose_fields(actor: Actor, code: str) -> None:
    choose_proposed_fields(actor=actor, document_id=Document.objects.get(code=code).pk)


def _set_day(actor: Actor, code: str, position: float, day: dt.date) -> None:
    found = _obligation(code, position)
    bodies = list(found.bodies.order_by("position"))
    named = {role: [BodyEdit(body.name, body.unit_id) for body in bodies if body.role == role] for role in BodyRole}
    edit = ObligationEdit(
        start=found.start, end=found.end, leads=named[BodyRole.LEAD], coordinators=named[BodyRole.COORDINATOR],
        due_origin=DueOrigin.OFFICE, due_on=day, product=found.product, no_product_needed=found.no_product_needed,
    )  # fmt: skip
    edit_obligation(actor=actor, obligation_id=found.pk, version=found.version, edit=edit)


def _send(actor: Actor, code: str) -> None:
    document = Document.objects.get(code=code)
    items = [item for item in get_send_preview(actor=actor, document_id=document.pk).items if item.is_ready]
    receivers = {
        item.obligation.pk: Receivers(
            tuple(one.unit.pk for one in item.leads), tuple(one.unit.pk for one in item.coordinators)
        )
        for item in items
    }
    if receivers:
        send_obligations(actor=actor, document_id=document.pk, receivers=receivers)


def _hand_in(actor: Actor, code: str, text: str, reason: str) -> None:
    products.hand_in_product(actor=actor, assignment_id=_pk(code), hand_in=HandIn(text=text, open_parts_reason=reason))


def _stop(actor: Actor, code: str, reason: str) -> None:
    work = Assignment.objects.get(code=code)
    fate = PartsFate.STOP if open_parts(work).exists() else None
    lifecycle.stop_assignment(actor=actor, assignment_id=work.pk, reason=reason, parts_fate=fate)


def _say(actor: Actor, code: str, text: str, _named: Any) -> None:
    write_comment(actor=actor, assignment_id=_pk(code), saying=Saying(text))


def _open_notice(actor: Actor, code: str, kind: str, told_at: dt.datetime) -> None:
    found = Notice.objects.get(user=actor.user_id, code=code, kind=kind, created_at=told_at)
    open_notice(actor=actor, notice_id=found.pk)


def _begin_wait(actor: Actor, code: str, part: str, reason: str) -> None:
    waits.begin_wait(actor=actor, assignment_id=_pk(code), part_id=_pk(part), reason=reason)


_REPLAYS: dict[str, Callable[..., None]] = {
    "take_in": _take_in,
    "choose_fields": _choose_fields,
    "accept_obligation": _accept,
    "set_day": _set_day,
    "send": _send,
    "delegate": _of_work(delegate_part, "unit_id", "wording", "due_on"),
    "make_occurrence": lambda _actor: recurring.make_due_occurrences(),
    "accept": _of_work(lifecycle.accept_assignment),
    "question": _of_work(lifecycle.question_assignment, "reason"),
    "insist": _of_work(lifecycle.insist_on_assignment, "reason"),
    "stop": _stop,
    "name": _of_work(lifecycle.name_person, "appointment_id"),
    "report": _of_work(lifecycle.report_progress, "progress", "text"),
    "hand_in": _hand_in,
    "confirm": _of_work(products.confirm_product),
    "give_back": _of_work(products.return_product, "kind", "reason"),
    "ask": _of_work(deadlines.ask_extension, "day", "reason"),
    "withdraw": _of_work(deadlines.withdraw_extension),
    "grant": _of_work(deadlines.grant_extension, "day"),
    "refuse": _of_work(deadlines.refuse_extension, "text"),
    "set_deadline": _of_work(deadlines.set_deadline, "day", "reason"),
    "begin_wait": _begin_wait,
    "end_wait": _of_work(waits.end_wait),
    "say": _say,
    "open_month": lambda _actor: open_month(),
    "open_notice": _open_notice,
}
