"""What becomes of each demand: people say which line answers it, or why it is left out. Nothing is inferred."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.programmes import events
from sauro.programmes.digests import digest, entry_digest
from sauro.programmes.enums import DemandKind, DemandOrigin, DemandState, ReferenceState
from sauro.programmes.models import Answer, Demand, Entry, Programme, Reference
from sauro.programmes.services.common import begin, check_text, entry_of, refresh_figures
from sauro.programmes.services.marking import mark_entries

MOST_NAMES = 200


@transaction.atomic
def take_up(*, actor: Actor, programme_id: UUID, demand_id: UUID, entry_id: UUID) -> Answer:
    """State that an entry answers a demand."""
    programme = begin(actor, programme_id)
    entry = entry_of(programme, entry_id)
    answer = state_answer(actor, programme, demand_id, entry)
    mark_entries(actor, programme, [entry])
    refresh_figures(programme)
    return answer


def state_answer(actor: Actor, programme: Programme, demand_id: UUID, entry: Entry) -> Answer:
    """Record the statement. Call with the programme locked; marks and figures are the caller's."""
    demand = _demand(programme, demand_id)
    if demand.state == DemandState.EXCLUDED:
        raise Conflict("demand-excluded", _("Yêu cầu này đã được loại. Hãy mở lại trước."))
    answer, _made = Answer.objects.update_or_create(
        demand=demand,
        entry=entry,
        defaults={
            "demand_digest": digest(demand.text),
            "entry_digest": entry_digest(entry),
            "by_name": actor.name,
            "at": now(),
        },
    )
    _decide(actor, demand, DemandState.TAKEN_UP, "")
    record_event(actor=actor, event=events.DEMAND_TAKEN_UP, obj=programme, object_text=programme.code)
    return answer


@transaction.atomic
def exclude_demand(*, actor: Actor, programme_id: UUID, demand_id: UUID, reason: str) -> Demand:
    """Leave a demand out, with a reason that stays."""
    programme = begin(actor, programme_id)
    demand = _demand(programme, demand_id)
    if demand.answers.exists():
        raise Conflict("demand-answered", _("Đã có dòng đáp ứng yêu cầu này. Hãy gỡ dòng đó trước."))
    held = check_text(reason, field="reason", message=_("Hãy ghi vì sao không đưa vào."))
    _decide(actor, demand, DemandState.EXCLUDED, held)
    record_event(actor=actor, event=events.DEMAND_EXCLUDED, obj=programme, object_text=programme.code, reason=held)
    refresh_figures(programme)
    return demand


@transaction.atomic
def reopen_demand(*, actor: Actor, programme_id: UUID, demand_id: UUID, entry_id: UUID | None = None) -> Demand:
    """Take back an exclusion, or with ``entry_id`` the statement that this entry answers the demand."""
    programme = begin(actor, programme_id)
    demand = _demand(programme, demand_id)
    entries = [one.entry for one in demand.answers.select_related("entry") if entry_id in (None, one.entry_id)]
    demand.answers.filter(entry__in=entries).delete()
    if not demand.answers.exists():
        _decide(actor, demand, DemandState.OPEN, "")
    record_event(actor=actor, event=events.DEMAND_REOPENED, obj=programme, object_text=programme.code)
    mark_entries(actor, programme, entries)
    refresh_figures(programme)
    return demand


@transaction.atomic
def confirm_answers(*, actor: Actor, programme_id: UUID, demand_id: UUID) -> Demand:
    """Say again, after a change of either end, that the entries answer the demand as it now reads."""
    programme = begin(actor, programme_id)
    demand = _demand(programme, demand_id)
    for answer in demand.answers.select_related("entry"):
        answer.demand_digest, answer.entry_digest = digest(demand.text), entry_digest(answer.entry)
        answer.by_name, answer.at = actor.name, now()
        answer.save()
    demand.is_source_changed = False
    demand.save(update_fields=["is_source_changed"])
    record_event(actor=actor, event=events.ANSWER_CONFIRMED, obj=programme, object_text=programme.code)
    refresh_figures(programme)
    return demand


@transaction.atomic
def add_demand(
    *, actor: Actor, programme_id: UUID, kind: DemandKind, text: str, source_text: str, due_on: dt.date | None = None
) -> Demand:
    """Enter by hand what no reading found, with where it is written."""
    programme = begin(actor, programme_id)
    held = check_text(text, field="text", message=_("Hãy ghi nội dung yêu cầu."))
    source = check_text(source_text, field="source_text", message=_("Hãy ghi văn bản nêu yêu cầu này."))
    last = programme.demands.order_by("-position").values_list("position", flat=True).first()
    demand = Demand.objects.create(
        programme=programme, kind=kind, origin=DemandOrigin.TYPED, text=held, source_text=source, due_on=due_on,
        position=(last or 0) + 1,
    )  # fmt: skip
    record_event(actor=actor, event=events.DEMAND_ADDED, obj=programme, object_text=programme.code)
    refresh_figures(programme)
    return demand


@transaction.atomic
def add_references(*, actor: Actor, programme_id: UUID, names: str) -> list[Reference]:
    """Add documents by name, one a line: those of a list that were not taken in here. Known names stay once."""
    programme = begin(actor, programme_id)
    lines = list(dict.fromkeys(" ".join(line.split())[:600] for line in names.splitlines() if line.strip()))
    if not lines:
        raise DomainError("names-needed", _("Hãy ghi mỗi văn bản một dòng."), field="names")
    if len(lines) > MOST_NAMES:
        raise DomainError("too-many-names", _("Mỗi lần nhập nhiều nhất 200 văn bản."), field="names")
    known = set(programme.references.values_list("name", flat=True))
    start = programme.references.count()
    made = [
        Reference(programme=programme, name=name, position=start + place)
        for place, name in enumerate((one for one in lines if one not in known), 1)
    ]
    Reference.objects.bulk_create(made)
    record_event(
        actor=actor,
        event=events.REFERENCE_ADDED,
        obj=programme,
        object_text=programme.code,
        changes={"count": [None, len(made)]},
    )
    return made


@transaction.atomic
def judge_reference(
    *, actor: Actor, programme_id: UUID, reference_id: UUID, state: ReferenceState, reason: str = ""
) -> Reference:
    """Say what a reference document means here. "Not ours" needs a reason; "taken up" needs at least one answered
    demand where demands were gathered from it."""
    programme = begin(actor, programme_id)
    reference = Reference.objects.filter(programme=programme, pk=reference_id).first()
    if reference is None:
        raise NotVisible("reference-gone", _("Văn bản này không còn trong danh sách."))
    if state == ReferenceState.NOT_OURS and not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao văn bản không thuộc xã."), field="reason")
    demands = reference.demands.all()
    if (
        state == ReferenceState.TAKEN_UP
        and demands.exists()
        and not demands.filter(state=DemandState.TAKEN_UP).exists()
    ):
        raise DomainError("nothing-taken-up", _("Chưa có yêu cầu nào của văn bản này được đưa vào."), field="state")
    reference.state, reference.reason = state, reason.strip()
    reference.judged_by_name, reference.judged_at = actor.name, now()
    reference.save()
    record_event(
        actor=actor, event=events.REFERENCE_JUDGED, obj=programme, object_text=programme.code,
        changes={"state": [None, str(state)]}, reason=reference.reason,
    )  # fmt: skip
    return reference


def _demand(programme: Programme, demand_id: UUID) -> Demand:
    demand = Demand.objects.select_for_update(of=("self",)).filter(programme=programme, pk=demand_id).first()
    if demand is None:
        raise NotVisible("demand-gone", _("Yêu cầu này không còn trong danh sách."))
    return demand


def _decide(actor: Actor, demand: Demand, state: DemandState, reason: str) -> None:
    demand.state, demand.reason = state, reason
    demand.decided_by_name, demand.decided_at = actor.name, now()
    demand.save()
