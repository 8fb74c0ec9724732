"""Work that comes from a line of a programme or plan: assignments without a document, given by the composing unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import DomainError, NotAllowed
from sauro.numbering.services import next_codes
from sauro.organizations.models import Appointment, Unit
from sauro.tasks import events
from sauro.tasks.codes import CODE_PREFIX
from sauro.tasks.enums import BodyRole, DueOrigin
from sauro.tasks.models import Assignment
from sauro.tasks.schedule import Schedule, schedule_from_print
from sauro.tasks.services.likely import look_for_likely
from sauro.tasks.services.recurring import start_series
from vanban.text.normalize import fold


@dataclass(frozen=True, slots=True)
class LinePlan:
    """A line to give: its wording, unit, coordinators, person in charge, last day, product, and where it is printed.

    ``rhythm`` is one of :class:`sauro.tasks.schedule.Rhythm`, or empty for work done once; recurring work has its last
    day in each period, as ``due_on`` has it in its own, until ``ends_on``.
    """

    wording: str
    unit_id: UUID
    source_text: str
    coordinator_ids: tuple[UUID, ...] = ()
    person_id: UUID | None = None
    due_on: dt.date | None = None
    due_phrase: str = ""
    product: str = ""
    rhythm: str = ""
    ends_on: dt.date | None = None

    @property
    def schedule(self) -> Schedule | None:
        """The rhythm with its day; None for work done once."""
        return schedule_from_print(self.rhythm, self.due_on, self.due_phrase)


@dataclass(frozen=True, slots=True)
class GivenLine:
    """What a line became: the assignment of the lead and those of the coordinators, of recurring work the heads."""

    lead: Assignment
    coordinators: tuple[Assignment, ...] = ()

    @property
    def all(self) -> tuple[Assignment, ...]:
        """The lead's assignment, then those of the coordinators."""
        return (self.lead, *self.coordinators)


@transaction.atomic
def give_lines(*, actor: Actor, giver_id: UUID, lines: Sequence[LinePlan]) -> list[GivenLine]:
    """Make the assignments of each line, in their order, all or none. Receivers are of the giver's domain."""
    giver = Unit.objects.get(pk=giver_id)
    if not actor.holds_for("giving.decide", giver.path, giver.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền giao việc cho cơ quan này."))
    wanted = {pk for one in lines for pk in (one.unit_id, *one.coordinator_ids)}
    units = Unit.objects.filter(domain=giver.domain).in_bulk(wanted)
    posts = Appointment.objects.select_related("unit").in_bulk({one.person_id for one in lines if one.person_id})
    moment = now()
    count = sum(1 + len(one.coordinator_ids) for one in lines)
    codes = iter(next_codes(prefix=CODE_PREFIX, year=today().year, count=count))
    given = list[GivenLine]()
    for line in lines:
        lead = _build(giver, _unit(units, line, line.unit_id), line, next(codes), moment)
        lead.person = _person(posts, line, lead.unit)
        helpers = [
            _build(giver, _unit(units, line, pk), line, next(codes), moment, lead=lead) for pk in line.coordinator_ids
        ]
        given.append(GivenLine(lead, tuple(helpers)))
    _save(actor, given, lines)
    return given


@transaction.atomic
def give_to_coordinators(*, actor: Actor, lead: Assignment, line: LinePlan) -> list[Assignment]:
    """Give the coordinators of ``line`` their part of work that was given before."""
    giver = lead.giver_unit
    if not actor.holds_for("giving.decide", giver.path, giver.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền giao việc cho cơ quan này."))
    units = Unit.objects.filter(domain=giver.domain).in_bulk(line.coordinator_ids)
    moment = now()
    codes = next_codes(prefix=CODE_PREFIX, year=today().year, count=len(line.coordinator_ids))
    helpers = [
        _build(giver, _unit(units, line, pk), line, code, moment, lead=lead)
        for pk, code in zip(line.coordinator_ids, codes, strict=True)
    ]
    Assignment.objects.bulk_create(helpers)
    _start(actor, line, helpers)
    return helpers


def _save(actor: Actor, given: Sequence[GivenLine], lines: Sequence[LinePlan]) -> None:
    Assignment.objects.bulk_create(one.lead for one in given)
    Assignment.objects.bulk_create(helper for one in given for helper in one.coordinators)
    for line, one in zip(lines, given, strict=True):
        _start(actor, line, one.all)
    look_for_likely([assignment for one in given for assignment in one.all])


def _start(actor: Actor, line: LinePlan, made: Sequence[Assignment]) -> None:
    for one in made:
        record_event(
            actor=actor, event=events.LINE_GIVEN, obj=one, object_text=one.code, changes={"unit": [None, one.unit.name]}
        )
    schedule = line.schedule
    if schedule is not None:
        start_series(made, schedule, actor=actor, starts_on=today(), ends_on=line.ends_on)


def _unit(units: Mapping[UUID, Unit], line: LinePlan, pk: UUID) -> Unit:
    unit = units.get(pk)
    if unit is None:
        raise DomainError(
            "unit-unknown",
            _("“%(text)s”: có cơ quan không còn trong danh mục hoặc thuộc khối khác.") % {"text": line.wording[:80]},
        )
    return unit


def _person(posts: Mapping[UUID, Appointment], line: LinePlan, unit: Unit) -> Appointment | None:
    """The person in charge, when the post is one of the leading unit or below it."""
    post = posts.get(line.person_id) if line.person_id else None
    return post if post is not None and post.unit.path.startswith(unit.path) else None


def _build(
    giver: Unit, unit: Unit, line: LinePlan, code: str, moment: dt.datetime, lead: Assignment | None = None
) -> Assignment:
    """Return the assignment of the lead, or with ``lead`` that of a coordinator, not saved. A head has no own day."""
    is_recurring = line.schedule is not None
    due_on = None if is_recurring else line.due_on
    return Assignment(
        code=code,
        domain=giver.domain,
        parent=lead,
        role=BodyRole.COORDINATOR if lead else BodyRole.LEAD,
        giver_unit=giver,
        unit=unit,
        is_kept_by_giver=not unit.has_accounts,
        is_recurring=is_recurring,
        wording=line.wording,
        source_text=line.source_text[:400],
        due_on=due_on,
        due_original=due_on,
        due_phrase=line.due_phrase,
        due_origin=DueOrigin.DOCUMENT if due_on else DueOrigin.NONE,
        product=line.product,
        given_at=moment,
        search_key=fold(f"{code} {line.wording} {unit.name}"),
    )
