"""Work that comes from a line of a programme or plan: an assignment without a document, given by the composing unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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
from sauro.tasks.services.likely import look_for_likely
from vanban.text.normalize import fold


@dataclass(frozen=True, slots=True)
class LinePlan:
    """A line to give: its wording, unit, person in charge, last day, product, and where it is printed."""

    wording: str
    unit_id: UUID
    source_text: str
    person_id: UUID | None = None
    due_on: dt.date | None = None
    due_phrase: str = ""
    product: str = ""


@transaction.atomic
def give_lines(*, actor: Actor, giver_id: UUID, lines: Sequence[LinePlan]) -> list[Assignment]:
    """Make an assignment of each line, in their order, all or none. Receivers are of the giver's domain."""
    giver = Unit.objects.get(pk=giver_id)
    if not actor.holds_for("giving.decide", giver.path, giver.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền giao việc cho cơ quan này."))
    units = Unit.objects.filter(domain=giver.domain).in_bulk({one.unit_id for one in lines})
    posts = Appointment.objects.select_related("unit").in_bulk({one.person_id for one in lines if one.person_id})
    moment = now()
    codes = next_codes(prefix=CODE_PREFIX, year=today().year, count=len(lines))
    made = [_build(giver, units, posts, line, code, moment) for line, code in zip(lines, codes, strict=True)]
    Assignment.objects.bulk_create(made)
    for one in made:
        record_event(
            actor=actor, event=events.LINE_GIVEN, obj=one, object_text=one.code, changes={"unit": [None, one.unit.name]}
        )
    look_for_likely(made)
    return made


def _build(
    giver: Unit, units: dict[UUID, Unit], posts: dict[UUID, Appointment], line: LinePlan, code: str, moment: dt.datetime
) -> Assignment:
    unit = units.get(line.unit_id)
    if unit is None:
        raise DomainError(
            "unit-unknown",
            _("“%(text)s”: cơ quan chủ trì không có hoặc thuộc khối khác.") % {"text": line.wording[:80]},
        )
    post = posts.get(line.person_id) if line.person_id else None
    return Assignment(
        code=code,
        domain=giver.domain,
        role=BodyRole.LEAD,
        giver_unit=giver,
        unit=unit,
        person=post if post is not None and post.unit.path.startswith(unit.path) else None,
        is_kept_by_giver=not unit.has_accounts,
        wording=line.wording,
        source_text=line.source_text[:400],
        due_on=line.due_on,
        due_original=line.due_on,
        due_phrase=line.due_phrase,
        due_origin=DueOrigin.DOCUMENT if line.due_on else DueOrigin.NONE,
        product=line.product,
        given_at=moment,
        search_key=fold(f"{code} {line.wording} {unit.name}"),
    )
