"""Amending a target line after the issue: its name, lead and any value of its path, and its target with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import now
from sauro.common.errors import DomainError
from sauro.programmes.enums import EntryKind
from sauro.programmes.models import Entry, EntryTarget, Programme
from sauro.programmes.services.amending import Lead, name_lead, record_amendment, still_answers
from sauro.programmes.services.common import check_text, entry_of
from sauro.programmes.services.setting import issued_programme, write_target
from sauro.programmes.services.target_lines import check_target
from sauro.programmes.services.versions import store_version
from sauro.targets.models import Share
from sauro.targets.services.indicators import change_indicator, fields_of
from sauro.targets.services.shares import take_back


@dataclass(frozen=True, slots=True)
class TargetAmendment:
    """What a target line says from now on: the value at the end of ``year``, those of years before; and on what ground.

    ``work`` and ``lead`` stay as they are where they are None. ``still_answers`` is the person's word that the line
    answers what it was said to answer.
    """

    reason: str
    value: Decimal
    year: int
    path: Mapping[int, Decimal] = field(default_factory=dict)
    work: str | None = None
    lead: Lead | None = None
    still_answers: bool = False


@transaction.atomic
def amend_target(*, actor: Actor, programme_id: UUID, entry_id: UUID, amendment: TargetAmendment) -> Entry:
    """Amend a target line of an issued document, and its target in the register. A version is kept before.

    A year that the line no longer names loses the target that the line had set, not one that somebody asks for. Of an
    indicator that the unit itself defined the name follows; under another lead the part of the former one is taken
    back, its figures stay.
    """
    programme = issued_programme(actor, programme_id, "decide")
    entry = entry_of(programme, entry_id)
    if entry.kind != EntryKind.TARGET:
        raise DomainError("not-a-target", _("Dòng này không phải là chỉ tiêu."))
    reason = check_text(amendment.reason, field="reason", message=_("Hãy ghi căn cứ, lý do điều chỉnh."))
    store_version(actor, programme, _("Trước điều chỉnh: %(reason)s") % {"reason": reason})
    before, named_before = _told(entry), entry.work
    _write(actor, programme, entry, amendment)
    made = EntryTarget.objects.select_related("share__indicator", "part__unit").filter(entry=entry).first()
    if made is not None:
        _carry(actor, programme, entry, made, named_before, reason)
    if amendment.still_answers:
        still_answers(actor, entry)
    record_amendment(actor, programme, entry, before, _told(entry), reason)
    return entry


def _told(entry: Entry) -> dict[str, str]:
    """What the event tells: figures, and which unit leads; no words."""
    return {
        "value": str(entry.value or ""), "year": str(entry.target_year or ""), "path": entry.printed_path,
        "lead": str(entry.lead_unit_id or ""),
    }  # fmt: skip


def _write(actor: Actor, programme: Programme, entry: Entry, amendment: TargetAmendment) -> None:
    if amendment.work is not None:
        entry.work = check_text(amendment.work, field="work", message=_("Hãy ghi tên chỉ tiêu."))
    if amendment.lead is not None:
        name_lead(programme, entry, amendment.lead)
    if (amendment.value, amendment.year) != (entry.value, entry.target_year):
        entry.due_text, entry.due_on = "", None
    entry.value, entry.target_year = amendment.value, amendment.year
    entry.path = {str(year): f"{value.normalize():f}" for year, value in sorted(amendment.path.items())}
    check_target(actor, programme, entry)
    entry.version += 1
    entry.changed_at, entry.changed_by_name = now(), actor.name
    entry.save()


def _carry(
    actor: Actor, programme: Programme, entry: Entry, made: EntryTarget, named_before: str, reason: str
) -> None:  # fmt: skip
    """Bring the register in line with the entry."""
    _rename(actor, programme, entry, made.share, named_before)
    part = made.part
    if part is not None and part.unit_id != entry.lead_unit_id:
        take_back(actor=actor, part_id=part.pk, reason=reason)
        part = None
    elif part is not None:
        gone = set(part.asks.values_list("year", flat=True)) - set(entry.year_values)
        take_back(actor=actor, part_id=part.pk, years=gone, reason=reason)
    made.part = write_target(actor, programme, entry, made.share) or part
    made.save(update_fields=["part"])


def _rename(actor: Actor, programme: Programme, entry: Entry, share: Share, named_before: str) -> None:
    """An indicator that this line defined goes by its name and lead; one that came from above keeps its own."""
    indicator = share.indicator
    if indicator.owner_unit_id != programme.unit_id or indicator.name != " ".join(named_before[:300].split()):
        return
    fields = replace(fields_of(indicator), name=entry.work[:300], responsible_unit_id=entry.lead_unit_id)
    if fields != fields_of(indicator):
        change_indicator(actor=actor, indicator_id=indicator.pk, fields=fields, is_closed=indicator.is_closed)
        share.indicator.refresh_from_db()
