"""Sending turns accepted obligations into assignments: one per body, frozen from then on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.numbering.services import next_codes
from sauro.organizations.models import Unit
from sauro.tasks import events
from sauro.tasks.codes import CODE_PREFIX
from sauro.tasks.enums import BodyRole, ChangeAnswer, DueOrigin
from sauro.tasks.models import Assignment, DeadlineChange, Handover, Obligation
from sauro.tasks.schedule import Schedule, schedule_from_print
from sauro.tasks.sendable import why_not_sendable
from sauro.tasks.services.demands import add_criteria, checked_criteria
from sauro.tasks.services.likely import look_for_likely
from sauro.tasks.services.recurring import start_series
from vanban.text.normalize import fold


@dataclass(frozen=True, slots=True)
class Receivers:
    """The bodies an obligation goes to, as a person confirmed them, and the criteria by which leads are judged.

    Criteria do not cross into another domain: there the receiver confirms its work itself. ``deadlines`` are days of
    single bodies, by unit, that differ from the common one of the obligation.
    """

    leads: tuple[UUID, ...]
    coordinators: tuple[UUID, ...] = ()
    criteria: tuple[str, ...] = ()
    deadlines: Mapping[UUID, dt.date] = field(default_factory=dict)

    def own_deadlines(self, common: dt.date | None) -> dict[UUID, dt.date]:
        """Return the days that differ from the common one, of bodies that are among the receivers."""
        units = {*self.leads, *self.coordinators}
        return {pk: day for pk, day in self.deadlines.items() if pk in units and day != common}


@dataclass(frozen=True, slots=True)
class SendResult:
    """What sending made: the new assignments (of recurring work the heads), and how many of them crossed into another
    domain."""

    assignments: tuple[Assignment, ...]
    crossed: int


@transaction.atomic
def send_obligations(
    *, actor: Actor, document_id: UUID, receivers: Mapping[UUID, Receivers], release_to_other_domains: bool = False
) -> SendResult:
    """Make one assignment per body for each obligation named in ``receivers``.

    All or nothing: an obligation that cannot be sent (not accepted, general direction, already sent, deadline before
    the document, no lead) stops the whole act with a sentence that names it. Bodies of another domain receive copied
    text through a hand-over, which the actor must release expressly.
    """
    document = document_policy.get_locked(actor, document_id)
    document_policy.require(actor, "send", document)
    obligations = _lock_obligations(document, receivers)
    units = _load_units(receivers)
    _check_crossing(document, units, release=release_to_other_domains)
    made: list[Assignment] = []
    crossed = 0
    for obligation in obligations:
        assignments, handed_over = _send_one(actor, document, obligation, receivers[obligation.pk], units)
        made += assignments
        crossed += handed_over
    look_for_likely(made)
    document.state = DocumentState.SENT
    document.save(update_fields=["state"])
    return SendResult(tuple(made), crossed)


def _lock_obligations(document: Document, receivers: Mapping[UUID, Receivers]) -> list[Obligation]:
    if not receivers:
        raise DomainError("nothing-to-send", _("Chưa chọn nhiệm vụ nào để giao."))
    rows = Obligation.objects.select_for_update(of=("self",)).filter(document=document, pk__in=list(receivers))
    obligations = list(rows.select_related("document").order_by("position", "id"))
    if len(obligations) != len(receivers):
        raise Conflict("obligation-gone", _("Có nhiệm vụ vừa được người khác tách, gộp hoặc loại. Hãy tải lại trang."))
    for obligation in obligations:
        reason = why_not_sendable(obligation)
        if reason:
            raise Conflict("not-sendable", _("“%(text)s”: %(reason)s.") % {"text": str(obligation), "reason": reason})
        if not receivers[obligation.pk].leads:
            raise DomainError("no-lead", _("“%(text)s”: chưa có cơ quan chủ trì.") % {"text": str(obligation)})
        _check_deadlines(document, obligation, receivers[obligation.pk])
    return obligations


def _check_deadlines(document: Document, obligation: Obligation, chosen: Receivers) -> None:
    """A day of one body is neither past nor before the document; recurring work has its days by period."""
    own = chosen.own_deadlines(obligation.due_on)
    if own and obligation.recurrence:
        raise DomainError(
            "deadline-recurring",
            _("“%(text)s” là việc định kỳ: hạn theo từng kỳ, không đặt hạn riêng cho cơ quan được.")
            % {"text": str(obligation)},
        )
    earliest = max(today(), document.issued_on or today())
    wrong = next((day for day in own.values() if day < earliest), None)
    if wrong is not None:
        raise DomainError(
            "deadline-early",
            _("“%(text)s”: hạn riêng %(day)s ở quá khứ hoặc trước ngày văn bản. Hãy sửa lại.")
            % {"text": str(obligation), "day": f"{wrong:%d/%m/%Y}"},
        )


def _load_units(receivers: Mapping[UUID, Receivers]) -> dict[UUID, Unit]:
    wanted = {pk for chosen in receivers.values() for pk in (*chosen.leads, *chosen.coordinators)}
    units = Unit.objects.in_bulk(wanted)
    if len(units) != len(wanted):
        raise DomainError("unit-unknown", _("Có cơ quan không còn trong danh mục. Hãy chọn lại."))
    return units


def _check_crossing(document: Document, units: Mapping[UUID, Unit], *, release: bool) -> None:
    foreign = sorted(unit.name for unit in units.values() if unit.domain != document.domain)
    if foreign and not release:
        raise DomainError(
            "release-needed",
            _("Có cơ quan thuộc khối khác (%(names)s). Hãy đánh dấu đồng ý chuyển giao nội dung sang khối đó.")
            % {"names": ", ".join(foreign[:5])},
            field="release_to_other_domains",
        )


def _send_one(
    actor: Actor, document: Document, obligation: Obligation, chosen: Receivers, units: Mapping[UUID, Unit]
) -> tuple[list[Assignment], int]:
    moment = now()
    codes = next_codes(prefix=CODE_PREFIX, year=today().year, count=count_receivers(chosen))
    assignments, schedule = build_assignments(document, obligation, chosen, units, codes, moment)
    Assignment.objects.bulk_create(assignments)
    own = chosen.own_deadlines(obligation.due_on)
    _record_own_deadlines(actor, obligation, [(one, own[one.unit_id]) for one in assignments if one.unit_id in own])
    judged = [one for one in assignments if one.role == BodyRole.LEAD and one.domain == document.domain]
    add_criteria(actor=actor, assignments=judged, texts=checked_criteria(chosen.criteria))
    if schedule:
        start_series(assignments, schedule, actor=actor, starts_on=today())
    handovers = _hand_over(actor, document, obligation, assignments)
    obligation.sent_at = moment
    obligation.version += 1
    obligation.save(update_fields=["sent_at", "version"])
    record_event(
        actor=actor,
        event=events.OBLIGATION_SENT,
        obj=obligation,
        object_text=document.code,
        changes={"assignments": [None, [item.code for item in assignments]]}
        | (
            {
                "own_deadlines": [
                    obligation.due_on.isoformat() if obligation.due_on else None,
                    sorted(day.isoformat() for day in own.values()),
                ]
            }
            if own
            else {}
        ),
    )
    return assignments, len(handovers)


def _record_own_deadlines(
    actor: Actor, obligation: Obligation, assignments: Sequence[tuple[Assignment, dt.date]]
) -> None:
    """Keep beside the day of one body the common one, from which the giver departed when sending."""
    DeadlineChange.objects.bulk_create(
        DeadlineChange(
            assignment=one,
            from_day=obligation.due_on,
            asked_day=day,
            granted_day=day,
            reason=_("Hạn riêng của cơ quan này, đặt khi giao; hạn chung ghi bên trái."),
            asked_by_name=actor.name,
            asked_by_id=actor.user_id,
            asked_at=one.given_at,
            is_by_giver=True,
            answer=ChangeAnswer.GRANTED,
            answered_by_name=actor.name,
            answered_by_id=actor.user_id,
            answered_at=one.given_at,
        )
        for one, day in assignments
    )


def count_receivers(chosen: Receivers) -> int:
    """Return how many assignments sending to these bodies makes."""
    return len({*chosen.leads, *chosen.coordinators})


def build_assignments(
    document: Document,
    obligation: Obligation,
    chosen: Receivers,
    units: Mapping[UUID, Unit],
    codes: Sequence[str],
    moment: dt.datetime,
) -> tuple[list[Assignment], Schedule | None]:
    """Return the assignments of one obligation, not saved, and the rhythm of recurring work, whose heads they are."""
    coordinators = [pk for pk in dict.fromkeys(chosen.coordinators) if pk not in chosen.leads]
    planned = [(units[pk], BodyRole.LEAD) for pk in dict.fromkeys(chosen.leads)]
    planned += [(units[pk], BodyRole.COORDINATOR) for pk in coordinators]
    assignments = [
        _build(document, obligation, unit, role, code) for (unit, role), code in zip(planned, codes, strict=True)
    ]
    own = chosen.own_deadlines(obligation.due_on)
    for assignment in assignments:
        assignment.given_at = moment
        if assignment.unit_id in own:
            assignment.due_on = assignment.due_original = own[assignment.unit_id]
            assignment.due_origin = DueOrigin.OFFICE
    _attach_parts(assignments)
    phrase = str((obligation.elements.get("recurrence") or {}).get("text") or "")
    schedule = schedule_from_print(obligation.recurrence, obligation.due_on, phrase)
    if schedule:
        _make_heads(assignments, phrase)
    return assignments, schedule


def _build(document: Document, obligation: Obligation, unit: Unit, role: BodyRole, code: str) -> Assignment:
    crosses = unit.domain != document.domain
    return Assignment(
        code=code,
        domain=unit.domain,
        obligation=None if crosses else obligation,
        role=role,
        # Across domains the receiver keeps and confirms the work itself: no right of the giver reaches there.
        giver_unit=unit if crosses else document.owner_unit,
        giver_text=document.owner_unit.name if crosses else "",
        unit=unit,
        is_kept_by_giver=not unit.has_accounts and not crosses,
        field_id=obligation.field_id,
        wording=obligation.text,
        source_text=_source_text(document, obligation),
        due_on=obligation.due_on,
        due_original=obligation.due_on,
        due_phrase=obligation.due_phrase,
        due_origin=obligation.due_origin,
        product=obligation.product,
        no_product_needed=obligation.no_product_needed,
        search_key=fold(f"{code} {obligation.text} {unit.name}"),
    )


def _make_heads(assignments: Sequence[Assignment], phrase: str) -> None:
    """Recurring work has a deadline in each period, none of its own. ``phrase`` is the period as printed."""
    for assignment in assignments:
        assignment.is_recurring = True
        assignment.due_on = assignment.due_original = None
        assignment.due_origin = DueOrigin.NONE
        assignment.due_phrase = assignment.due_phrase or phrase[:300]


def _attach_parts(assignments: Sequence[Assignment]) -> None:
    """Hang coordinators' parts under the lead's assignment, when there is exactly one lead to hang them under."""
    leads = [item for item in assignments if item.role == BodyRole.LEAD]
    if len(leads) != 1:
        return
    for item in assignments:
        if item.role == BodyRole.COORDINATOR and item.domain == leads[0].domain:
            item.parent = leads[0]


def _hand_over(
    actor: Actor, document: Document, obligation: Obligation, assignments: Sequence[Assignment]
) -> list[Handover]:
    crossing = [item for item in assignments if item.domain != document.domain]
    if not crossing or actor.user_id is None:
        return []
    handovers = Handover.objects.bulk_create(
        Handover(
            obligation=obligation,
            domain=document.domain,
            to_domain=item.domain,
            owner_unit=document.owner_unit,
            to_unit=item.unit,
            text=obligation.text,
            assignment_code=item.code,
            released_by_id=actor.user_id,
            released_by_name=actor.name,
            released_at=item.given_at,
        )
        for item in crossing
    )
    for handover in handovers:
        record_event(actor=actor, event=events.HANDOVER_RELEASED, obj=handover, object_text=handover.assignment_code)
    return handovers


def _source_text(document: Document, obligation: Obligation) -> str:
    where = _("mục %(section)s") % {"section": obligation.section} if obligation.section else ""
    day = document.issued_on.strftime("%d/%m/%Y") if document.issued_on else ""
    named = " ".join(filter(None, [document.get_kind_display(), document.official_code]))
    parts = [named, _("ngày %(day)s") % {"day": day} if day else "", document.issuer_name, where]
    return ", ".join(filter(None, parts))[:400]
