"""What becomes of a difficulty: passed upwards, joined with those that ask the same, answered, withdrawn.

Those that ask the same are one group, whose oldest stands for it. Every act locks the head of the group first and then
its members, so two acts on one group come one after the other and never wait for each other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.difficulties import events
from sauro.difficulties.enums import Cause, DifficultyState
from sauro.difficulties.models import Difficulty, Forwarding
from sauro.difficulties.policies import difficulty_policy
from sauro.difficulties.routing import check_receiver, required_body_above
from sauro.difficulties.services.raising import answer_day
from sauro.organizations.models import Unit


@transaction.atomic
def forward_difficulty(*, actor: Actor, difficulty_id: UUID, reason: str, to_unit_id: UUID | None = None) -> Difficulty:
    """Pass what is beyond one's authority on, by default to the next body above, with its history and a new clock.

    All that ask the same go together.
    """
    difficulty, group = _begin(actor, difficulty_id, "answer")
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao vượt thẩm quyền."), field="reason")
    here = difficulty.at_unit
    if to_unit_id is None:
        there = required_body_above(here)
    else:
        there = check_receiver(here, Unit.objects.filter(pk=to_unit_id).first())
    if there.pk == here.pk or there.pk in {one.unit_id for one in group}:
        raise DomainError("same-unit", _("Hãy chọn một cơ quan khác để chuyển đến."), field="to_unit")
    for one in group:
        _forward(actor, one, here, there, reason.strip())
    return difficulty


@transaction.atomic
def join_difficulties(*, actor: Actor, difficulty_id: UUID, other_ids: Collection[UUID]) -> Difficulty:
    """Say that others, lying with the same body, ask the same: one answer is given to all."""
    if not other_ids:
        raise DomainError("nothing-chosen", _("Hãy chọn ít nhất một mục cùng nội dung."), field="others")
    heads = _lock_heads(actor, [difficulty_id, *other_ids])
    difficulty, group = _begin(actor, difficulty_id, "answer")
    head = group[0]
    for other in heads:
        if other.pk == head.pk:
            continue
        if other.at_unit_id != head.at_unit_id or other.state != DifficultyState.OPEN:
            raise DomainError(
                "not-joinable", _("Chỉ ghép với mục khác đang chờ chính cơ quan này trả lời."), field="others"
            )
        members = Difficulty.objects.select_for_update(of=("self",)).filter(Q(pk=other.pk) | Q(same_as=other))
        for one in members.order_by("id"):
            one.same_as = head
            one.save(update_fields=["same_as"])
            record_event(
                actor=actor,
                event=events.JOINED,
                obj=one,
                object_text=one.code,
                changes={"same_as": [None, head.code]},
            )
    return difficulty


@transaction.atomic
def answer_difficulty(*, actor: Actor, difficulty_id: UUID, text: str, cause: Cause) -> list[Difficulty]:
    """Answer a difficulty and everybody who asked the same; returns them all.

    ``cause`` is the word of the competent person on whether it is an objective cause; the assignments show it.
    """
    _difficulty, group = _begin(actor, difficulty_id, "answer")
    if not text.strip():
        raise DomainError("answer-needed", _("Hãy viết nội dung trả lời."), field="text")
    for one in group:
        one.state = DifficultyState.ANSWERED
        one.answer, one.cause = text.strip(), cause
        one.answered_at, one.answered_by_name = now(), actor.name
        one.save()
        record_event(
            actor=actor,
            event=events.ANSWERED,
            obj=one,
            object_text=one.code,
            changes={"state": ["open", "answered"], "cause": [None, str(cause)]},
        )
    return group


@transaction.atomic
def answer_alike(*, actor: Actor, difficulty_id: UUID, other_id: UUID) -> list[Difficulty]:
    """Give the answer that an earlier one got to this one, which asks the same, and to those joined to it."""
    other = difficulty_policy.get_visible(actor, other_id)
    if other.state != DifficultyState.ANSWERED:
        raise DomainError("not-answered", _("Mục được chọn chưa có trả lời để dùng lại."), field="other")
    return answer_difficulty(actor=actor, difficulty_id=difficulty_id, text=other.answer, cause=Cause(other.cause))


@transaction.atomic
def withdraw_difficulty(*, actor: Actor, difficulty_id: UUID) -> Difficulty:
    """Take a difficulty back that has not been answered. Those joined to it wait on, the oldest in its place."""
    difficulty, group = _begin(actor, difficulty_id, "raise")
    difficulty.state = DifficultyState.WITHDRAWN
    difficulty.same_as = None
    difficulty.save()
    others = [one for one in group if one.pk != difficulty.pk]
    if group[0].pk == difficulty.pk:
        for one in others:
            one.same_as = None if one is others[0] else others[0]
            one.save(update_fields=["same_as"])
    record_event(actor=actor, event=events.WITHDRAWN, obj=difficulty, object_text=difficulty.code)
    return difficulty


def _begin(actor: Actor, difficulty_id: UUID, action: str) -> tuple[Difficulty, list[Difficulty]]:
    """Lock the group of an open difficulty and check the right to act on it.

    Returns it and its group, the head first and then by the day of raising; both hold the same instance of it.
    """
    head = _lock_heads(actor, [difficulty_id])[0]
    rows = Difficulty.objects.select_for_update(of=("self",)).filter(same_as=head).order_by("id")
    members = sorted(rows.select_related("unit", "at_unit"), key=lambda one: (one.raised_at, one.pk))
    group = [head, *members]
    difficulty = next((one for one in group if one.pk == difficulty_id), None)
    if difficulty is None:
        raise _too_late()
    difficulty_policy.require(actor, action, difficulty)
    if difficulty.state != DifficultyState.OPEN:
        raise _too_late()
    return difficulty, [one for one in group if one.state == DifficultyState.OPEN]


def _lock_heads(actor: Actor, ids: Sequence[UUID]) -> list[Difficulty]:
    """Lock the heads of the groups of difficulties that the actor may see; the first is that of the first."""
    shown = [difficulty_policy.get_visible(actor, pk) for pk in ids]
    wanted = {one.same_as_id or one.pk for one in shown}
    rows = Difficulty.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("id")
    locked = {one.pk: one for one in rows.select_related("unit", "at_unit")}
    if any(one.same_as_id is not None for one in locked.values()):
        raise _too_late()
    first = shown[0].same_as_id or shown[0].pk
    return [locked.pop(first), *locked.values()]


def _forward(actor: Actor, difficulty: Difficulty, here: Unit, there: Unit, reason: str) -> None:
    Forwarding.objects.create(
        difficulty=difficulty, from_unit=here, to_unit=there, reason=reason, by_name=actor.name, at=now()
    )
    difficulty.at_unit, difficulty.escalated_to = there, None
    difficulty.due_on = answer_day(today())
    difficulty.save()
    record_event(
        actor=actor,
        event=events.FORWARDED,
        obj=difficulty,
        object_text=difficulty.code,
        changes={"at_unit": [here.name, there.name]},
        reason=reason,
    )


def _too_late() -> Conflict:
    return Conflict("difficulty-closed", _("Mục này đã được trả lời, ghép hoặc rút. Hãy tải lại trang."))
