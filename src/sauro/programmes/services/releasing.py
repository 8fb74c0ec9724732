"""Handing lines of the Party's programme to the State's side: only what a named person releases, as copied words."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit
from sauro.programmes import events
from sauro.programmes.digests import digest
from sauro.programmes.enums import DemandKind, EntryKind, ProgrammeState
from sauro.programmes.models import Entry, Programme, ReleasedLine
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.entries import marked_entries

_FROM = frozenset({ProgrammeState.ADOPTED, ProgrammeState.AT_COUNCIL, ProgrammeState.ISSUED})
"""The guide lets the plan start from the programme's draft; here it starts from what the committee adopted."""


def may_release(actor: Actor, programme: Programme) -> bool:
    """Tell whether the actor may release lines of the programme now."""
    return (
        programme.domain == Domain.PARTY
        and programme.state in _FROM
        and programme_policy.can(actor, "appraise", programme)
    )


def receiving_unit(programme: Programme) -> Unit | None:
    """Return the people's committee of the programme's territory."""
    if programme.unit.territory_id is None:
        return None
    rows = Unit.objects.filter(
        territory=programme.unit.territory_id, domain=Domain.STATE, kind=UnitKind.PEOPLES_COMMITTEE
    )
    return rows.order_by("position").first()


@transaction.atomic
def release_entries(*, actor: Actor, programme_id: UUID, entry_ids: Sequence[UUID]) -> list[ReleasedLine]:
    """Copy the chosen lines to the people's committee of the same commune. Released before, they stay as they are."""
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, "appraise", programme)
    if actor.user_id is None:
        raise NotAllowed("not-a-person", _("Việc chuyển giao phải do người có tên thực hiện."))
    if programme.domain != Domain.PARTY or programme.state not in _FROM:
        raise Conflict("not-adopted", _("Chỉ chuyển nội dung của chương trình đã được thông qua."))
    unit = receiving_unit(programme)
    if unit is None:
        raise DomainError("no-receiver", _("Chưa xác định được Ủy ban nhân dân nhận nội dung."))
    chosen = [one for one in marked_entries(programme) if one.pk in set(entry_ids)]
    if not chosen:
        raise DomainError("nothing-chosen", _("Chưa chọn dòng nào để chuyển."), field="entries")
    known = set(ReleasedLine.objects.filter(unit=unit).values_list("source_key", flat=True))
    made = [_line(actor, programme, unit, one) for one in chosen]
    made = [one for one in made if one.source_key not in known]
    ReleasedLine.objects.bulk_create(made)
    record_event(
        actor=actor, event=events.RELEASED, obj=programme, object_text=programme.code,
        changes={"lines": [None, len(made)], "to_domain": [None, Domain.STATE.value]},
    )  # fmt: skip
    return made


def _line(actor: Actor, programme: Programme, unit: Unit, entry: Entry) -> ReleasedLine:
    value = f": {entry.printed_value}" if entry.printed_value else ""
    is_target = entry.kind == EntryKind.TARGET
    return ReleasedLine(
        from_domain=programme.domain, domain=unit.domain, unit=unit, text=f"{entry.work}{value}",
        product=entry.product, due_on=entry.due_on,
        kind=DemandKind.TARGET if is_target else DemandKind.TASK,
        indicator=entry.work[:400] if is_target else "", value=entry.value, value_unit=entry.value_unit,
        direction=entry.direction if is_target else "", year=entry.target_year, path=entry.path,
        source_text=f"{programme.title} ({programme.unit.name})"[:600], source_key=digest(str(entry.pk)),
        released_by_name=actor.name, released_at=now(),
    )  # fmt: skip
