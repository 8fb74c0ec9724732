"""Binding assignments that ask for one thing, so that one piece of work answers them all; and taking them apart."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.numbering.services import next_code
from sauro.tasks import events
from sauro.tasks.enums import AssignmentState, PairState
from sauro.tasks.models import Assignment, Binding, BoundAssignment, LikelyPair
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.bindings import bound_ids
from sauro.tasks.services.carrying import lock_bottom_up
from sauro.tasks.services.lifecycle import accept_assignment, name_person
from sauro.tasks.services.likely import settle_pair
from sauro.tasks.transitions import OPEN_STATES

CODE_PREFIX = "GC"
_BINDABLE = frozenset(AssignmentState) - {AssignmentState.STOPPED, AssignmentState.QUESTIONED}


@transaction.atomic
def bind_assignments(*, actor: Actor, assignment_id: UUID, other_id: UUID, reason: str) -> Binding:
    """Say that one piece of work answers two assignments of one unit; what one is bound to already comes along.

    What was not taken over yet is taken over with it; who is in charge of one is in charge of those without anybody.
    """
    one, other = _lock_both(actor, assignment_id, other_id)
    _check(one, other, reason)
    binding = _binding_of(one, other, actor)
    for assignment in (one, other):
        BoundAssignment.objects.get_or_create(
            binding=binding,
            assignment=assignment,
            unbound_at=None,
            defaults={
                "reason": reason.strip(),
                "bound_at": now(),
                "bound_by_name": actor.name,
                "bound_by_id": actor.user_id,
            },
        )
    _share_person(actor, one, other)
    for pair in _pairs_of([one.pk], [other.pk]):
        settle_pair(pair, actor, PairState.BOUND)
    record_event(
        actor=actor,
        event=events.ASSIGNMENTS_BOUND,
        obj=binding,
        changes={"assignments": [None, [one.code, other.code]]},
        reason=reason.strip(),
    )
    return binding


@transaction.atomic
def unbind_assignment(*, actor: Actor, assignment_id: UUID, reason: str) -> Binding:
    """Take an assignment out of its binding. What it was bound to is not proposed again; a last one left goes free."""
    assignment_policy.get_visible(actor, assignment_id)
    locked = lock_bottom_up([assignment_id, *bound_ids(assignment_id)])
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "lead", assignment)
    member = (
        BoundAssignment.objects.select_for_update(of=("self",))
        .select_related("binding")
        .filter(assignment=assignment, unbound_at__isnull=True)
        .first()
    )
    if member is None:
        raise Conflict("not-bound", _("Nhiệm vụ không còn gắn chung với việc nào. Hãy tải lại trang để xem mới nhất."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao không phải cùng một việc."), field="reason")
    left = list(member.binding.members.filter(unbound_at__isnull=True).exclude(pk=member.pk))
    for leaving in (member, *(left if len(left) == 1 else ())):
        _take_out(leaving, actor, reason)
    for pair in _pairs_of([assignment.pk], [pk for pk in locked if pk != assignment.pk]):
        settle_pair(pair, actor, PairState.DISMISSED)
    record_event(
        actor=actor,
        event=events.ASSIGNMENT_UNBOUND,
        obj=member.binding,
        changes={"assignments": [[assignment.code], None]},
        reason=reason.strip(),
    )
    return member.binding


def _lock_both(actor: Actor, assignment_id: UUID, other_id: UUID) -> tuple[Assignment, Assignment]:
    for pk in (assignment_id, other_id):
        assignment_policy.get_visible(actor, pk)
    locked = lock_bottom_up({assignment_id, other_id, *bound_ids(assignment_id), *bound_ids(other_id)})
    one, other = locked[assignment_id], locked[other_id]
    for assignment in (one, other):
        assignment_policy.require(actor, "lead", assignment)
    if one.pk == other.pk:
        raise DomainError("same-assignment", _("Hãy chọn một nhiệm vụ khác."), field="other")
    return one, other


def _check(one: Assignment, other: Assignment, reason: str) -> None:
    if one.unit_id != other.unit_id or one.domain != other.domain:
        raise DomainError("other-unit", _("Chỉ gắn chung các nhiệm vụ của cùng một đơn vị."), field="other")
    if {one.parent_id, one.pk} & {other.parent_id, other.pk} - {None}:
        raise DomainError("one-tree", _("Hai nhiệm vụ này thuộc cùng một cây phân công."), field="other")
    if one.obligation_id is not None and one.obligation_id == other.obligation_id:
        raise DomainError("one-obligation", _("Hai nhiệm vụ này từ cùng một câu trong văn bản."), field="other")
    if one.is_recurring or other.is_recurring:
        raise DomainError("recurring", _("Việc định kỳ được gắn chung theo từng kỳ."), field="other")
    if not {one.state, other.state} <= _BINDABLE or not {one.state, other.state} & OPEN_STATES:
        raise Conflict("not-bindable", _("Chỉ gắn chung khi ít nhất một việc đang mở và không việc nào đã dừng."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao là cùng một việc."), field="reason")


def _binding_of(one: Assignment, other: Assignment, actor: Actor) -> Binding:
    """The binding both belong to from now on. Two that are bound to different works are not joined silently."""
    live = BoundAssignment.objects.filter(assignment__in=(one, other), unbound_at__isnull=True)
    found = {member.binding_id: member.binding for member in live.select_related("binding")}
    if len(found) > 1:
        raise Conflict("both-bound", _("Hai nhiệm vụ đã gắn với hai việc khác nhau. Hãy gỡ một trong hai trước."))
    if found:
        (binding,) = found.values()
        if live.count() == len((one, other)):
            raise Conflict("already-bound", _("Hai nhiệm vụ này đã được gắn chung."))
        return binding
    moment = now()
    code = next_code(prefix=CODE_PREFIX, year=today().year)
    return Binding.objects.create(code=code, domain=one.domain, unit_id=one.unit_id, made_at=moment)


def _share_person(actor: Actor, one: Assignment, other: Assignment) -> None:
    """Take over what is only given, and put who is in charge of one in charge of the other when nobody is."""
    persons = {row.person_id for row in (one, other) if row.person_id is not None}
    for row in (one, other):
        if row.state == AssignmentState.GIVEN:
            accept_assignment(actor=actor, assignment_id=row.pk)
        if row.person_id is None and len(persons) == 1 and row.state in OPEN_STATES:
            (person,) = persons
            name_person(actor=actor, assignment_id=row.pk, appointment_id=person)


def _take_out(member: BoundAssignment, actor: Actor, reason: str) -> None:
    member.unbound_at = now()
    member.unbound_by_name, member.unbound_by_id = actor.name, actor.user_id
    member.unbound_reason = reason.strip()
    member.save()


def _pairs_of(some: Iterable[UUID], others: Iterable[UUID]) -> list[LikelyPair]:
    """The pairs between two sets of assignments, locked."""
    mine, theirs = list(some), list(others)
    between = Q(first__in=mine, second__in=theirs) | Q(first__in=theirs, second__in=mine)
    return list(LikelyPair.objects.select_for_update(of=("self",)).filter(between).order_by("pk"))
