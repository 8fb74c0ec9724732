"""Laying down how many members committees are to have."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError
from sauro.headcounts import events
from sauro.headcounts.enums import SizeOf
from sauro.headcounts.models import CommitteeSize
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit
from sauro.workforce.policies import establishment_policy
from sauro.workforce.services.establishment import Paper


@transaction.atomic
def decide_size(*, actor: Actor, unit_id: UUID, of: SizeOf, number: int, since: dt.date, paper: Paper) -> CommitteeSize:
    """Record the number of members from a day on; the number before ends there.

    Raises ``not-a-committee``, ``number-wrong``, ``decision-needed`` and ``later-size``.
    """
    unit = establishment_policy.get_locked(actor, unit_id)
    establishment_policy.require(actor, "manage", unit)
    if unit.domain != Domain.PARTY or unit.kind != UnitKind.PARTY_COMMITTEE:
        raise DomainError("not-a-committee", _("Chỉ cấp ủy mới có số lượng ủy viên."), field="unit")
    if number < 1:
        raise DomainError("number-wrong", _("Số lượng phải từ 1 trở lên."), field="number")
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số văn bản quyết định."), field="decision")
    _end_before(unit, of, since)
    made: CommitteeSize = CommitteeSize.objects.create(
        unit=unit, domain=unit.domain, of=of, number=number, valid=DateRange(since, None),
        decision=paper.number.strip(), decided_on=paper.on, recorded_by_name=actor.name,
    )  # fmt: skip
    record_event(actor=actor, event=events.SIZE_DECIDED, obj=made, changes={"number": [None, number], "of": str(of)})
    return made


def _end_before(unit: Unit, of: SizeOf, since: dt.date) -> None:
    last = CommitteeSize.objects.standing().filter(unit=unit, of=of).order_by("-valid").first()
    if last is None:
        return
    if last.valid.lower >= since:
        words = _("Đã có số lượng từ ngày %(day)s. Hãy chọn ngày sau đó.")
        raise Conflict("later-size", words % {"day": f"{last.valid.lower:%d/%m/%Y}"}, field="since")
    last.valid = DateRange(last.valid.lower, since)
    last.save(update_fields=["valid"])
