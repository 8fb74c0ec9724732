"""Raising a difficulty: in the work on an assignment, or alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.calendars.selectors.working_days import add_working_days
from sauro.common.clock import now, today
from sauro.common.errors import DomainError
from sauro.difficulties import events
from sauro.difficulties.enums import Route
from sauro.difficulties.models import Difficulty
from sauro.difficulties.policies import raising_policy
from sauro.difficulties.routing import check_receiver, required_body_above
from sauro.difficulties.selectors.ways import Way, ways_of
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from vanban.text.normalize import fold

CODE_PREFIX = "KN"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What hinders, what is asked for, and, without an assignment, which document or field it is about."""

    text: str
    request: str = ""
    about: str = ""


@transaction.atomic
def raise_difficulty(
    *, actor: Actor, assignment_id: UUID, trouble: Trouble, to_unit_id: UUID | None = None
) -> Difficulty:
    """Raise a difficulty on an assignment.

    It goes to the body that the document names for difficulties, else to the giver, else to the next body above;
    another of these may be chosen. Whoever gets it has the site's days to answer.
    """
    assignment = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "work", assignment)
    _check(trouble)
    way = _chosen(ways_of(assignment), to_unit_id)
    return _create(actor, assignment.unit, way, trouble, assignment)


@transaction.atomic
def raise_alone(*, actor: Actor, unit_id: UUID, trouble: Trouble, to_unit_id: UUID | None = None) -> Difficulty:
    """Raise a difficulty of a unit that is tied to no assignment: to the next body above unless another is chosen."""
    unit = raising_policy.get_visible(actor, unit_id)
    _check(trouble)
    if to_unit_id is None:
        way = Way(required_body_above(unit), Route.ABOVE)
    else:
        there = check_receiver(unit, Unit.objects.filter(pk=to_unit_id).first())
        if there.pk == unit.pk:
            raise DomainError("same-unit", _("Hãy chọn một cơ quan khác để gửi đến."), field="to_unit")
        way = Way(there, Route.CHOSEN)
    return _create(actor, unit, way, trouble, None)


def answer_day(start: dt.date) -> dt.date:
    """Return the last day for an answer to what arrives on ``start``, in working days of the site."""
    return add_working_days(start, settings.DIFFICULTY_DAYS)


def _chosen(ways: Sequence[Way], to_unit_id: UUID | None) -> Way:
    if not ways:
        raise DomainError("top", _("Không còn cấp trên nào trong hệ thống để chuyển đến. Hãy trả lời tại đây."))
    if to_unit_id is None:
        return ways[0]
    way = next((way for way in ways if way.unit.pk == to_unit_id), None)
    if way is None:
        raise DomainError("unit-unknown", _("Hãy chọn một trong các nơi nhận được đề xuất."), field="to_unit")
    return way


def _create(actor: Actor, unit: Unit, way: Way, trouble: Trouble, assignment: Assignment | None) -> Difficulty:
    moment = now()
    code = next_code(prefix=CODE_PREFIX, year=today().year)
    difficulty = Difficulty.objects.create(
        code=code,
        domain=unit.domain,
        unit=unit,
        assignment=assignment,
        at_unit=way.unit,
        about=trouble.about.strip(),
        text=trouble.text.strip(),
        request=trouble.request.strip(),
        route=way.route,
        route_text=way.sentence,
        raised_at=moment,
        raised_by_name=actor.name,
        due_on=answer_day(today()),
        search_key=fold(f"{code} {unit.name} {trouble.about} {trouble.text} {trouble.request}"),
        likeness_key=fold(trouble.text),
    )
    record_event(
        actor=actor,
        event=events.RAISED,
        obj=difficulty,
        object_text=code,
        changes={"at_unit": [None, way.unit.name], "route": [None, str(way.route)]},
    )
    return difficulty


def _check(trouble: Trouble) -> None:
    if not trouble.text.strip():
        raise DomainError("text-needed", _("Hãy viết khó khăn, vướng mắc là gì."), field="text")
