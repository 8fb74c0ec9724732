"""A body splits its work among units below it and its own people. Each part is an assignment that the body gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.numbering.services import next_codes
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Appointment, Unit
from sauro.tasks import events
from sauro.tasks.codes import CODE_PREFIX
from sauro.tasks.enums import AssignmentState, BodyRole, DueOrigin
from sauro.tasks.models import Assignment
from sauro.tasks.parts import split_of
from sauro.tasks.policies import assignment_policy
from sauro.tasks.roll_up import WHOLE, equal_shares
from sauro.tasks.services.carrying import apply_split, carry_up, lock_above
from sauro.tasks.services.lifecycle import candidates
from sauro.tasks.services.likely import look_for_likely
from sauro.tasks.transitions import OPEN_STATES
from sauro.tasks.work_changes import WorkChange, tell
from vanban.text.normalize import fold

MAY_SPLIT = OPEN_STATES - {AssignmentState.HANDED_IN}
MOST_PARTS_AT_ONCE = 50
_FIELDS_OF_ONE = {"parts-0-receiver": "unit", "parts-0-wording": "wording", "parts-0-due_on": "due_on"}
_INNER_KINDS = (UnitKind.OFFICE, UnitKind.DIVISION)


@dataclass(frozen=True, slots=True)
class PartPlan:
    """A part to give away: to a unit below, or to a person by appointment; never both.

    ``share`` is its weight (1 to 100); without one the part gets as much as the other parts without one and the body
    itself. Without ``due_on`` the part has the deadline of the whole.
    """

    wording: str
    unit_id: UUID | None = None
    appointment_id: UUID | None = None
    share: int | None = None
    due_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets a part: a unit, and the person in charge when one was named."""

    unit: Unit
    person: Appointment | None = None

    @property
    def name(self) -> str:
        """How records name the receiver."""
        return str(self.person) if self.person else self.unit.name


@transaction.atomic
def split_assignment(*, actor: Actor, assignment_id: UUID, parts: Sequence[PartPlan]) -> list[Assignment]:
    """Split an assignment: give several parts away at once, all or none. The whole stays with the splitting body.

    The parts start where the whole got to. A refusal names its row in ``field``: ``parts-0-share``.
    """
    whole = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "lead", whole)
    _check_whole(whole, len(parts))
    receivers = [_check_part(whole, plan, index) for index, plan in enumerate(parts)]
    split = split_of(whole)
    unnamed = sum(plan.share is None for plan in parts)
    named = sum(plan.share or 0 for plan in parts)
    left = iter(equal_shares(split.kept.share - named, [part.share for part in split.parts], unnamed))
    after, portions = split.give([plan.share or next(left) for plan in parts])
    lock_above(whole)
    moment = now()
    codes = next_codes(prefix=CODE_PREFIX, year=today().year, count=len(parts))
    made = [
        build_part(whole, receiver, code=code, wording=plan.wording, due_on=plan.due_on, moment=moment)
        for plan, receiver, code in zip(parts, receivers, codes, strict=True)
    ]
    for part, portion in zip(made, portions, strict=True):
        part.share, part.progress = portion.share, int(portion.progress)
    Assignment.objects.bulk_create(made)
    apply_split(whole, after, with_kept=True)
    whole.save(update_fields=["kept_share", "kept_progress", "progress"])
    for part, receiver in zip(made, receivers, strict=True):
        record_delegation(actor, whole, part, receiver)
    carry_up(whole)
    look_for_likely(made)
    return made


def delegate_part(
    *, actor: Actor, assignment_id: UUID, unit_id: UUID, wording: str, due_on: dt.date | None = None
) -> Assignment:
    """Give one part of an assignment to a unit below its own: :func:`split_assignment` with a single part."""
    plan = PartPlan(wording=wording, unit_id=unit_id, due_on=due_on)
    try:
        return split_assignment(actor=actor, assignment_id=assignment_id, parts=[plan])[0]
    except DomainError as error:
        # There is one row only: its fields are called by their own names.
        error.field = _FIELDS_OF_ONE.get(error.field or "", error.field)
        raise


def units_below(assignment: Assignment) -> list[Unit]:
    """Return the units to which a part can be given: those below the assignment's unit, of the same domain."""
    below = Unit.objects.filter(path__startswith=assignment.unit.path, domain=assignment.domain)
    return list(below.exclude(pk=assignment.unit_id).order_by("position", "sort_key"))


def people_near(assignment: Assignment) -> QuerySet[Appointment]:
    """Return the people a part is offered to: those of the unit itself and of its own offices and divisions."""
    inner = Q(unit__parent=assignment.unit_id, unit__kind__in=_INNER_KINDS, unit__domain=assignment.domain)
    return candidates(assignment).filter(Q(unit=assignment.unit_id) | inner)


def find_receiver(whole: Assignment, unit_id: UUID | None, appointment_id: UUID | None, *, field: str) -> Receiver:
    """Return who gets a part of ``whole``. Raises :class:`DomainError` on ``field`` for anybody not below it."""
    if (unit_id is None) == (appointment_id is None):
        raise DomainError("receiver-needed", _("Hãy chọn đơn vị trực thuộc hoặc người thực hiện."), field=field)
    if appointment_id is not None:
        post = candidates(whole).filter(pk=appointment_id, unit__domain=whole.domain).first()
        if post is None:
            raise DomainError("not-in-unit", _("Người này không giữ chức danh nào trong đơn vị."), field=field)
        return Receiver(post.unit, post)
    below = Unit.objects.filter(domain=whole.domain, path__startswith=whole.unit.path).exclude(pk=whole.unit_id)
    unit = below.filter(pk=unit_id).first() if unit_id else None
    if unit is None:
        raise DomainError("not-below", _("Chỉ giao tiếp được cho đơn vị trực thuộc."), field=field)
    return Receiver(unit)


def check_part_day(whole: Assignment, day: dt.date | None, *, field: str) -> None:
    """Raise :class:`DomainError` when a part would be due after the whole."""
    if day and whole.due_on and day > whole.due_on:
        raise DomainError(
            "due-after-whole",
            _("Thời hạn của phần việc không được sau thời hạn chung %(day)s.") % {"day": f"{whole.due_on:%d/%m/%Y}"},
            field=field,
        )


def build_part(
    whole: Assignment, receiver: Receiver, *, code: str, wording: str, due_on: dt.date | None, moment: dt.datetime
) -> Assignment:
    """Return a part of ``whole``, not saved and without its share.

    Who gets a part from the lead of their own unit has it from the one who would take it over: it is accepted.
    """
    own_deadline = due_on is not None and due_on != whole.due_on
    is_inner = receiver.person is not None and receiver.unit.pk == whole.unit_id
    return Assignment(
        code=code,
        domain=whole.domain,
        parent=whole,
        role=BodyRole.LEAD,
        giver_unit=whole.unit,
        unit=receiver.unit,
        person=receiver.person,
        is_kept_by_giver=not receiver.unit.has_accounts,
        field_id=whole.field_id,
        state=AssignmentState.ACCEPTED if is_inner else AssignmentState.GIVEN,
        accepted_at=moment if is_inner else None,
        wording=wording.strip(),
        source_text=whole.source_text,
        due_on=due_on or whole.due_on,
        due_original=due_on or whole.due_on,
        due_phrase="" if own_deadline else whole.due_phrase,
        due_origin=DueOrigin.OFFICE if own_deadline else whole.due_origin,
        product=whole.product,
        no_product_needed=whole.no_product_needed,
        given_at=moment,
        search_key=fold(f"{code} {wording} {receiver.unit.name}"),
    )


def record_delegation(actor: Actor, whole: Assignment, part: Assignment, receiver: Receiver) -> None:
    """Record that a part was given, and tell those who follow who is in charge of what."""
    record_event(
        actor=actor,
        event=events.PART_DELEGATED,
        obj=whole,
        object_text=whole.code,
        changes={"part": [None, part.code], "unit": [None, receiver.unit.name], "share": [None, part.share]},
    )
    if part.person_id is not None:
        tell(WorkChange(actor, part, None))


def _check_whole(whole: Assignment, count: int) -> None:
    if whole.state == AssignmentState.HANDED_IN:
        raise Conflict("handed-in", _("Nhiệm vụ đã nộp sản phẩm, đang chờ bên giao; chưa chia phần việc được."))
    if whole.state not in MAY_SPLIT:
        raise Conflict("assignment-closed", _("Nhiệm vụ đã kết thúc nên không giao tiếp được nữa."))
    if not 1 <= count <= MOST_PARTS_AT_ONCE:
        raise DomainError(
            "parts-count", _("Hãy ghi từ 1 đến %(most)s phần việc mỗi lần chia.") % {"most": MOST_PARTS_AT_ONCE}
        )


def _check_part(whole: Assignment, plan: PartPlan, index: int) -> Receiver:
    row = f"parts-{index}"
    receiver = find_receiver(whole, plan.unit_id, plan.appointment_id, field=f"{row}-receiver")
    if not plan.wording.strip():
        raise DomainError("wording-needed", _("Hãy ghi phần việc giao cho đơn vị."), field=f"{row}-wording")
    if plan.share is not None and not 1 <= plan.share <= WHOLE:
        raise DomainError("share-range", _("Tỷ trọng là số nguyên từ 1 đến 100."), field=f"{row}-share")
    check_part_day(whole, plan.due_on, field=f"{row}-due_on")
    return receiver
