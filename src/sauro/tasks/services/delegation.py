"""A body passes part of its work to a unit below it. The part is an assignment of its own, given by the body."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.tasks import events
from sauro.tasks.codes import CODE_PREFIX
from sauro.tasks.enums import BodyRole, DueOrigin
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.transitions import OPEN_STATES
from vanban.text.normalize import fold


@transaction.atomic
def delegate_part(
    *, actor: Actor, assignment_id: UUID, unit_id: UUID, wording: str, due_on: dt.date | None = None
) -> Assignment:
    """Give a part of an assignment to a unit below its own. The whole stays with the delegating body.

    ``due_on`` may not lie after the deadline of the whole. Without it the part has the deadline of the whole.
    """
    whole = assignment_policy.get_locked(actor, assignment_id)
    assignment_policy.require(actor, "lead", whole)
    unit = _check(whole, unit_id, wording, due_on)
    moment = now()
    code = next_code(prefix=CODE_PREFIX, year=moment.year)
    part = build_part(whole, unit, wording=wording, due_on=due_on, code=code, moment=moment)
    part.save(force_insert=True)
    record_event(
        actor=actor,
        event=events.PART_DELEGATED,
        obj=whole,
        object_text=whole.code,
        changes={"part": [None, part.code], "unit": [None, unit.name]},
    )
    return part


def build_part(
    whole: Assignment, unit: Unit, *, wording: str, due_on: dt.date | None, code: str, moment: dt.datetime
) -> Assignment:
    """Return the part of an assignment that a unit below gets, not saved."""
    own_deadline = due_on is not None and due_on != whole.due_on
    return Assignment(
        code=code,
        domain=whole.domain,
        obligation=None,
        parent=whole,
        role=BodyRole.LEAD,
        giver_unit=whole.unit,
        unit=unit,
        is_kept_by_giver=not unit.has_accounts,
        field_id=whole.field_id,
        wording=wording.strip(),
        source_text=whole.source_text,
        due_on=due_on or whole.due_on,
        due_original=due_on or whole.due_on,
        due_phrase="" if own_deadline else whole.due_phrase,
        due_origin=DueOrigin.OFFICE if own_deadline else whole.due_origin,
        product=whole.product,
        no_product_needed=whole.no_product_needed,
        given_at=moment,
        search_key=fold(f"{code} {wording} {unit.name}"),
    )


def units_below(assignment: Assignment) -> list[Unit]:
    """Return the units to which a part can be given: those below the assignment's unit, of the same domain."""
    below = Unit.objects.filter(path__startswith=assignment.unit.path, domain=assignment.domain)
    return list(below.exclude(pk=assignment.unit_id).order_by("position", "sort_key"))


def _check(whole: Assignment, unit_id: UUID, wording: str, due_on: dt.date | None) -> Unit:
    if whole.state not in OPEN_STATES:
        raise Conflict("assignment-closed", _("Nhiệm vụ đã kết thúc nên không giao tiếp được nữa."))
    unit = Unit.objects.filter(pk=unit_id).first()
    is_below = unit is not None and unit.path.startswith(whole.unit.path) and unit.pk != whole.unit_id
    if unit is None or not is_below or unit.domain != whole.domain:
        raise DomainError("not-below", _("Chỉ giao tiếp được cho đơn vị trực thuộc."), field="unit")
    if not wording.strip():
        raise DomainError("wording-needed", _("Hãy ghi phần việc giao cho đơn vị."), field="wording")
    if due_on and whole.due_on and due_on > whole.due_on:
        raise DomainError(
            "due-after-whole",
            _("Thời hạn của phần việc không được sau thời hạn chung %(day)s.") % {"day": f"{whole.due_on:%d/%m/%Y}"},
            field="due_on",
        )
    return unit
