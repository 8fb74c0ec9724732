"""Issuing turns target lines into targets of the register, linked to their line.

A line of an indicator that the register has writes the path of the unit's share; another line defines its indicator
first. Where the line is led by an office of the unit, that office gets the whole of it as its part. What the line puts
lower than is asked has to be settled in the register before: that is a decision with a reason of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError
from sauro.programmes import events
from sauro.programmes.enums import EntryKind, ProgrammeState
from sauro.programmes.models import Entry, EntryTarget, Programme
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.entries import marked_entries
from sauro.targets.models import Share
from sauro.targets.rules import NOTHING, AddUp, Amount, Direction
from sauro.targets.services.indicators import IndicatorFields, define_indicator
from sauro.targets.services.lines import PathEntry, forecast_of, set_path
from sauro.targets.services.shares import give_share


@dataclass(frozen=True, slots=True)
class Settable:
    """A target line, the sentence that says why it cannot become a target, and the target it has become."""

    entry: Entry
    blocked: str
    target: EntryTarget | None


def settable(programme: Programme) -> list[Settable]:
    """Return the target lines of an issued programme. Takes three queries."""
    rows = EntryTarget.objects.filter(entry__programme=programme).select_related("share__indicator", "part__unit")
    made = {one.entry_id: one for one in rows}
    entries = [one for one in marked_entries(programme) if one.kind == EntryKind.TARGET]
    return [Settable(one, blocked_by(one), made.get(one.pk)) for one in entries]


def blocked_by(entry: Entry) -> str:
    """Return why a line cannot become a target; empty when it can."""
    if not entry.year_values:
        return _("chưa có giá trị hoặc năm đạt")
    if not entry.value_unit:
        return _("chưa có đơn vị tính")
    if (
        not entry.target_share_id
        and entry.rule == AddUp.RATIO
        and not (entry.numerator_label and entry.denominator_label)
    ):
        return _("tỷ lệ nhưng chưa ghi tử số, mẫu số là gì")
    return ""


@transaction.atomic
def set_targets(*, actor: Actor, programme_id: UUID, entry_ids: Sequence[UUID]) -> list[EntryTarget]:
    """Turn the chosen lines into targets, all or none. A line becomes a target once."""
    programme = issued_programme(actor, programme_id, "appraise")
    chosen = [one for one in settable(programme) if one.entry.pk in set(entry_ids)]
    if not chosen:
        raise DomainError("nothing-chosen", _("Chưa chọn dòng nào."), field="entries")
    for one in chosen:
        if one.blocked:
            raise DomainError("line-blocked", f"“{one.entry.work[:80]}”: {one.blocked}.", field="entries")
        if one.target is not None:
            known = {"text": one.entry.work[:80], "code": one.target.share.indicator.code}
            raise Conflict("line-given", _("“%(text)s” đã thành chỉ tiêu %(code)s.") % known)
    made = [_set(actor, programme, one.entry) for one in chosen]
    record_event(
        actor=actor, event=events.TARGETS_SET, obj=programme, object_text=programme.code,
        changes={"targets": [None, [one.share.indicator.code for one in made]]},
    )  # fmt: skip
    return made


def issued_programme(actor: Actor, programme_id: UUID, action: str) -> Programme:
    """Return an issued programme locked. Raises 404, 403, and 409 when it is not in force."""
    programme = programme_policy.get_locked(actor, programme_id)
    programme_policy.require(actor, action, programme)
    if programme.state != ProgrammeState.ISSUED:
        raise Conflict("not-issued", _("Chỉ làm từ văn bản đã ban hành và còn hiệu lực."))
    return programme


def _set(actor: Actor, programme: Programme, entry: Entry) -> EntryTarget:
    share = entry.target_share or define_indicator(actor=actor, unit_id=programme.unit_id, fields=_defined(entry))
    part = write_target(actor, programme, entry, share)
    entry.target_share = share
    entry.save(update_fields=["target_share"])
    return EntryTarget.objects.create(entry=entry, share=share, part=part)


def _defined(entry: Entry) -> IndicatorFields:
    return IndicatorFields(
        name=entry.work[:300], measure=entry.value_unit, direction=Direction(entry.direction), rule=AddUp(entry.rule),
        numerator_label=entry.numerator_label, denominator_label=entry.denominator_label,
        responsible_unit_id=entry.lead_unit_id,
    )  # fmt: skip


def write_target(actor: Actor, programme: Programme, entry: Entry, share: Share) -> Share | None:
    """Write the path of the unit's share; give the office that leads the same as its part, and return the part.

    A year of the programme that the line does not name loses what the unit itself had set, not what somebody asks for.
    """
    values: Mapping[int, Amount] = {year: Amount(value) for year, value in entry.year_values.items()}
    lines = {line.year: line for line in share.lines.all()}
    gone = {
        year: NOTHING for year, line in lines.items()
        if programme.first_year <= year <= programme.last_year and year not in values and line.target_from_id is None
        and line.target is not None
    }  # fmt: skip
    entries = [
        PathEntry(year, amount, forecast_of(lines[year]) if year in lines else NOTHING)
        for year, amount in {**values, **gone}.items()
    ]
    try:
        set_path(
            actor=actor, share_id=share.pk, baseline_year=share.baseline_year, baseline=share.baseline, entries=entries
        )
    except Conflict as error:
        raise Conflict(error.code, f"“{entry.work[:80]}”: {error.message}", field="entries") from error
    lead = entry.lead_unit
    if lead is None or lead.pk == programme.unit_id or not lead.path.startswith(programme.unit.path):
        return None
    return give_share(actor=actor, share_id=share.pk, unit_id=lead.pk, values=values, basis=programme.title)
