"""Taking an act back: the assignment returns to what its row history held before, on record as an act of its own.

Only who did it takes it back, within ``SAURO_UNDO_MINUTES``, and only while nobody has acted on the assignment since
(docs/adr/0018). What has left the house is not taken back: an answer released to another domain, a wait that ended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.audit.registry import EventType
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.tasks import events
from sauro.tasks.enums import AssignmentState, ChangeAnswer, Decision, QuestionEnd
from sauro.tasks.models import Assignment, Wait
from sauro.tasks.policies import assignment_policy
from sauro.tasks.services.questions import reopen_question
from sauro.tasks.services.waits import refresh_waits_for
from sauro.tasks.work_changes import WorkChange, tell

# Whoever only fetched something has not acted on the assignment.
_MERE_READING = (events.PRODUCT_DOWNLOADED.code,)
# What an event may say of a value that went back: codes and dates.
_TOLD = ("state", "due_on", "progress", "held_days")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an assignment stood at a moment: its latest version in the row history, its latest event (None: none)."""

    version: int
    event: UUID | None


def mark_of(assignment_id: UUID) -> Mark:
    """Return where an assignment stands now. Call before and after an act, in its transaction."""
    version = _versions().filter(pgh_obj_id=assignment_id).order_by("-pgh_id").values_list("pgh_id", flat=True).first()
    latest = _acts_on(assignment_id).values_list("pk", flat=True).first()
    return Mark(version or 0, latest)


@transaction.atomic
def take_back(*, actor: Actor, assignment_id: UUID, before: Mark, after: Mark) -> Assignment:
    """Take back the act that led from one mark to the other."""
    assignment = assignment_policy.get_locked(actor, assignment_id)
    event = _act_between(before, after)
    undoing = _UNDOING[event.code]
    assignment_policy.require(actor, undoing.action, assignment)
    _check_untouched(actor, assignment, event, after)
    undoing.check(assignment, event)
    person_before, due_before = assignment.person_id, assignment.due_on
    changes = _restore(assignment, before, after)
    undoing.reverse(assignment, event)
    assignment.save()
    if (assignment.person_id, assignment.due_on) != (person_before, due_before):
        refresh_waits_for(assignment)
        tell(WorkChange(actor, assignment, person_before))
    record_event(
        actor=actor,
        event=events.ACT_TAKEN_BACK,
        obj=assignment,
        object_text=assignment.code,
        changes={**changes, "act": [event.code, None], "event": [str(event.pk), None]},
    )
    return assignment


def can_be_taken_back(event: EventType) -> bool:
    """Tell whether there is a way back from this kind of act at all."""
    return event.code in _UNDOING


def _act_between(before: Mark, after: Mark) -> AuditEvent:
    event = AuditEvent.objects.filter(pk=after.event).first() if after.event and after.event != before.event else None
    if event is None or event.code not in _UNDOING:
        raise DomainError("no-way-back", _("Thao tác này không hoàn tác được."))
    return event


def _check_untouched(actor: Actor, assignment: Assignment, event: AuditEvent, after: Mark) -> None:
    if mark_of(assignment.pk) != after:
        raise Conflict("acted-since", _("Đã có người thao tác với nhiệm vụ này sau đó nên không hoàn tác được."))
    if event.actor_user_id != actor.user_id:
        raise Conflict("not-own-act", _("Chỉ người đã làm mới hoàn tác được."))
    minutes = settings.UNDO_MINUTES
    if now() - event.at > dt.timedelta(minutes=minutes):
        raise Conflict("too-late-to-undo", _("Đã quá %(count)s phút nên không hoàn tác được.") % {"count": minutes})


def _restore(assignment: Assignment, before: Mark, after: Mark) -> dict[str, Any]:
    """Put back every column that the act changed; returns those an event may tell, as before and after."""
    versions = {row.pk: row for row in _versions().filter(pk__in=(before.version, after.version))}
    old, new = versions[before.version], versions[after.version]
    changes: dict[str, Any] = {}
    for field in Assignment._meta.concrete_fields:
        name = field.attname
        if not hasattr(old, name) or getattr(old, name) == getattr(new, name):
            continue
        setattr(assignment, name, getattr(old, name))
        if name in _TOLD:
            changes[name] = [_told(getattr(new, name)), _told(getattr(old, name))]
    return changes


def _told(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def _versions() -> Any:
    """The row history of assignments, which the tracking makes."""
    history: type[Model] = apps.get_model("tasks", "AssignmentEvent")
    return history._default_manager.all()


def _acts_on(assignment_id: UUID) -> Any:
    acts = AuditEvent.objects.filter(object_type=Assignment._meta.label_lower, object_id=assignment_id)
    return acts.exclude(code__in=_MERE_READING).order_by("-sequence")


@dataclass(frozen=True, slots=True)
class _Undoing:
    """How one kind of act is taken back: the right it needed, what forbids it, what else than the row goes back."""

    action: str
    check: Callable[[Assignment, AuditEvent], None] = lambda _assignment, _event: None
    reverse: Callable[[Assignment, AuditEvent], None] = lambda _assignment, _event: None


def _check_not_released(assignment: Assignment, _event: AuditEvent) -> None:
    if assignment.has_crossed:
        raise DomainError("answer-released", _("Trả lời đã được công bố sang khối khác nên không hoàn tác được."))


def _check_no_wait_ended(assignment: Assignment, _event: AuditEvent) -> None:
    ended = Wait.objects.filter(Q(assignment=assignment) | Q(part=assignment), ended_at__gte=assignment.closed_at)
    if ended.exists():
        raise DomainError(
            "wait-ended", _("Khi dừng, việc chờ giữa các đơn vị đã kết thúc theo nên không hoàn tác được.")
        )
    others = Assignment.objects.filter(obligation=assignment.obligation_id, unit=assignment.unit_id)
    if assignment.obligation_id and others.exclude(pk=assignment.pk).exclude(state=AssignmentState.STOPPED).exists():
        raise Conflict("given-again", _("Việc này đã được giao lại cho đơn vị nên không hoàn tác được."))


def _check_no_request_refused(_assignment: Assignment, event: AuditEvent) -> None:
    if "request" in event.changes:
        raise DomainError(
            "request-answered", _("Khi đặt thời hạn, đề nghị lùi thời hạn đã được trả lời nên không hoàn tác được.")
        )


def _reverse_deadline(assignment: Assignment, event: AuditEvent) -> None:
    """The move stays on record as withdrawn."""
    moves = assignment.deadline_changes.select_for_update().filter(is_by_giver=True, answer=ChangeAnswer.GRANTED)
    move = moves.filter(asked_by_id=event.actor_user_id).order_by("-asked_at", "-id").first()
    if move is not None:
        move.answer, move.granted_day = ChangeAnswer.WITHDRAWN, None
        move.save()


def _reverse_decision(assignment: Assignment, _event: AuditEvent) -> None:
    """The product waits for the giver's word again."""
    product = assignment.products.select_for_update().order_by("-number")[:1].get()
    product.decision = Decision.PENDING
    product.decided_by_name, product.decided_by_id, product.decided_at = "", None, None
    product.return_kind, product.reason = "", ""
    product.save()


def _reverse_question(assignment: Assignment, event: AuditEvent) -> None:
    """The question stays on record as taken back."""
    for question in assignment.questions.select_for_update().filter(end=QuestionEnd.OPEN):
        question.end, question.ended_at, question.ended_by_name = QuestionEnd.TAKEN_BACK, now(), event.actor_name
        question.save()


def _reverse_end_of(end: QuestionEnd) -> Callable[[Assignment, AuditEvent], None]:
    """The question that the act had ended waits for the giver again, where the work is questioned again."""

    def reverse(assignment: Assignment, _event: AuditEvent) -> None:
        if assignment.state == AssignmentState.QUESTIONED:
            reopen_question(assignment=assignment, end=end)

    return reverse


_UNDOING: Mapping[str, _Undoing] = {
    events.ASSIGNMENT_ACCEPTED.code: _Undoing("lead", reverse=_reverse_end_of(QuestionEnd.WITHDRAWN)),
    events.ASSIGNMENT_QUESTIONED.code: _Undoing("lead", reverse=_reverse_question),
    events.PERSON_NAMED.code: _Undoing("lead"),
    events.DEADLINE_SET.code: _Undoing("decide", _check_no_request_refused, _reverse_deadline),
    events.FIELD_SET.code: _Undoing("decide"),
    events.PRODUCT_CONFIRMED.code: _Undoing("decide", _check_not_released, _reverse_decision),
    events.PRODUCT_RETURNED.code: _Undoing("decide", reverse=_reverse_decision),
    events.ASSIGNMENT_STOPPED.code: _Undoing("stop", _check_no_wait_ended, _reverse_end_of(QuestionEnd.STOPPED)),
}
