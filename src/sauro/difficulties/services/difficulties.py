"""Raising, forwarding, joining, answering and withdrawing difficulties."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.difficulties import events
from sauro.difficulties.enums import Cause, DifficultyState
from sauro.difficulties.models import Difficulty, Forwarding
from sauro.difficulties.policies import difficulty_policy
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from vanban.text.normalize import fold

CODE_PREFIX = "KN"


@transaction.atomic
def raise_difficulty(*, actor: Actor, assignment_id: UUID, text: str, request: str = "") -> Difficulty:
    """Raise a difficulty on an assignment. It goes to the unit that gave the work, which has the site's days to answer.

    Work that crossed from another domain has no giver here: its difficulties go to the next unit above.
    """
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "work", assignment)
    _check_text(text)
    to_unit = _above(assignment.unit) if assignment.has_crossed else assignment.giver_unit
    return _create(actor, assignment.unit, to_unit, assignment, text, request)


@transaction.atomic
def forward_difficulty(*, actor: Actor, difficulty_id: UUID, reason: str, to_unit_id: UUID | None = None) -> Difficulty:
    """Pass what is beyond one's authority on, by default to the next unit above, with its history and a new clock."""
    difficulty = _begin_answer(actor, difficulty_id)
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao vượt thẩm quyền."), field="reason")
    here = difficulty.at_unit
    there = _unit(to_unit_id, difficulty) if to_unit_id else _above(here)
    if there.pk in (here.pk, difficulty.unit_id):
        raise DomainError("same-unit", _("Hãy chọn một cơ quan khác để chuyển đến."), field="to_unit")
    Forwarding.objects.create(
        difficulty=difficulty, from_unit=here, to_unit=there, reason=reason.strip(), by_name=actor.name, at=now()
    )
    difficulty.at_unit = there
    difficulty.due_on = answer_day(today())
    difficulty.save()
    record_event(
        actor=actor,
        event=events.FORWARDED,
        obj=difficulty,
        object_text=difficulty.code,
        changes={"at_unit": [here.name, there.name]},
        reason=reason.strip(),
    )
    return difficulty


@transaction.atomic
def join_difficulty(*, actor: Actor, difficulty_id: UUID, other_id: UUID) -> Difficulty:
    """Say that a difficulty asks the same as another one lying with the same unit: one answer is given to both."""
    difficulty = _begin_answer(actor, difficulty_id)
    other = difficulty_policy.get_visible(actor, other_id)
    if other.pk == difficulty.pk or other.at_unit_id != difficulty.at_unit_id or other.state != DifficultyState.OPEN:
        raise DomainError(
            "not-joinable", _("Chỉ ghép với một mục khác đang chờ chính cơ quan này trả lời."), field="other"
        )
    difficulty.same_as = other.same_as or other
    if difficulty.same_as_id == difficulty.pk:
        raise DomainError("not-joinable", _("Hai mục này đã được ghép với nhau."), field="other")
    difficulty.joined.update(same_as=difficulty.same_as)
    difficulty.save()
    record_event(
        actor=actor,
        event=events.JOINED,
        obj=difficulty,
        object_text=difficulty.code,
        changes={"same_as": [None, difficulty.same_as.code]},
    )
    return difficulty


@transaction.atomic
def answer_difficulty(*, actor: Actor, difficulty_id: UUID, text: str, cause: Cause) -> list[Difficulty]:
    """Answer a difficulty and every one joined to it; returns them all.

    ``cause`` is the word of the competent person on whether it is an objective cause; the assignment shows it.
    """
    difficulty = _begin_answer(actor, difficulty_id)
    if not text.strip():
        raise DomainError("answer-needed", _("Hãy viết nội dung trả lời."), field="text")
    head_id = difficulty.same_as_id or difficulty.pk
    group = Difficulty.objects.select_for_update().filter(state=DifficultyState.OPEN)
    answered = [*group.filter(pk=head_id), *group.filter(same_as_id=head_id).order_by("id")]
    for one in answered:
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
    return answered


@transaction.atomic
def withdraw_difficulty(*, actor: Actor, difficulty_id: UUID) -> Difficulty:
    """Take a difficulty back that has not been answered. Those joined to it wait on, the oldest in its place."""
    difficulty = difficulty_policy.get_locked(actor, difficulty_id)
    difficulty_policy.require(actor, "raise", difficulty)
    _check_open(difficulty)
    difficulty.state = DifficultyState.WITHDRAWN
    difficulty.save()
    joined = list(difficulty.joined.order_by("raised_at", "id"))
    if joined:
        Difficulty.objects.filter(pk=joined[0].pk).update(same_as=None)
        difficulty.joined.exclude(pk=joined[0].pk).update(same_as=joined[0])
    record_event(actor=actor, event=events.WITHDRAWN, obj=difficulty, object_text=difficulty.code)
    return difficulty


def answer_day(start: dt.date) -> dt.date:
    """Return the last day for an answer to what arrives on ``start``, in working days of the site."""
    return add_working_days(start, settings.DIFFICULTY_DAYS)


def _create(
    actor: Actor, unit: Unit, to_unit: Unit, assignment: Assignment | None, text: str, request: str
) -> Difficulty:
    moment = now()
    code = next_code(prefix=CODE_PREFIX, year=moment.year)
    difficulty = Difficulty.objects.create(
        code=code,
        domain=unit.domain,
        unit=unit,
        assignment=assignment,
        at_unit=to_unit,
        text=text.strip(),
        request=request.strip(),
        raised_at=moment,
        raised_by_name=actor.name,
        due_on=answer_day(today()),
        search_key=fold(f"{code} {unit.name} {text} {request}"),
    )
    record_event(
        actor=actor, event=events.RAISED, obj=difficulty, object_text=code, changes={"at_unit": [None, to_unit.name]}
    )
    return difficulty


def _begin_answer(actor: Actor, difficulty_id: UUID) -> Difficulty:
    difficulty = difficulty_policy.get_locked(actor, difficulty_id)
    difficulty_policy.require(actor, "answer", difficulty)
    _check_open(difficulty)
    return difficulty


def _check_open(difficulty: Difficulty) -> None:
    if difficulty.state != DifficultyState.OPEN:
        raise Conflict(
            "difficulty-closed", _("Mục này đã được trả lời hoặc đã rút. Hãy tải lại trang để xem mới nhất.")
        )


def _check_text(text: str) -> None:
    if not text.strip():
        raise DomainError("text-needed", _("Hãy viết khó khăn, vướng mắc là gì."), field="text")


def _above(unit: Unit) -> Unit:
    """The next body above a unit: territories hold no records, so they are passed over."""
    above = unit.parent
    while above is not None and (above.kind == "territory" or above.domain != unit.domain):
        above = above.parent
    if above is None:
        raise DomainError("top", _("Không còn cấp trên nào trong hệ thống để chuyển đến. Hãy trả lời tại đây."))
    return above


def _unit(unit_id: UUID, difficulty: Difficulty) -> Unit:
    unit = Unit.objects.filter(pk=unit_id, domain=difficulty.domain).exclude(kind="territory").first()
    if unit is None:
        raise DomainError(
            "unit-unknown", _("Cơ quan này không có hoặc thuộc khối khác. Hãy chọn lại."), field="to_unit"
        )
    return unit
