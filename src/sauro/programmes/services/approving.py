"""The steps of approval. Proposer, appraiser and decider are different people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.programmes import events
from sauro.programmes.enums import ProgrammeState, Step
from sauro.programmes.models import Programme, StepTaken
from sauro.programmes.policies import programme_policy
from sauro.programmes.services.common import search_key_of
from sauro.programmes.services.reviewing import review_later
from sauro.programmes.services.versions import store_version
from sauro.programmes.steps import STEPS, StepRule


@dataclass(frozen=True, slots=True)
class StepFields:
    """What a step is taken with. ``note`` are its words; number and day belong to issuing."""

    note: str = ""
    number: str = ""
    issued_on: dt.date | None = None
    council_number: str = ""


@transaction.atomic
def take_step(*, actor: Actor, programme_id: UUID, step: Step, fields: StepFields = StepFields()) -> Programme:
    """Take a step of approval and keep a version of what it was taken on."""
    programme = programme_policy.get_locked(actor, programme_id)
    rule = STEPS[step]
    programme_policy.require(actor, rule.action, programme)
    _check(actor, programme, step, rule, fields)
    before = programme.state
    programme.state = rule.target
    if step == Step.ISSUE:
        _issue(actor, programme, fields)
    programme.save()
    StepTaken.objects.create(
        programme=programme, step=step, note=fields.note.strip(), by_id=actor.user_id, by_name=actor.name, at=now()
    )
    record_event(
        actor=actor, event=events.STEPPED, obj=programme, object_text=programme.code,
        changes={"state": [before, programme.state]}, reason=fields.note.strip(),
    )  # fmt: skip
    store_version(actor, programme, str(Step(step).label))
    review_later(programme)
    return programme


def _check(actor: Actor, programme: Programme, step: Step, rule: StepRule, fields: StepFields) -> None:
    if programme.state not in rule.sources:
        raise Conflict(
            "wrong-state",
            _("Văn bản đang ở bước “%(state)s” nên chưa làm được bước này.") % {"state": programme.get_state_display()},
        )
    if rule.needs_note and not fields.note.strip():
        raise DomainError("note-needed", _("Hãy ghi vì sao trả lại."), field="note")
    _check_people(actor, programme, rule)
    if step == Step.TO_COUNCIL and not programme.needs_council:
        raise DomainError("no-council", _("Văn bản không đánh dấu phải trình HĐND; hãy sửa ở phần thông tin."))
    if step == Step.ISSUE:
        _check_issue(programme, fields)
    elif step == Step.SUBMIT and programme.figure("open") and not fields.note.strip():
        raise DomainError(
            "open-demands",
            _("Còn %(count)s yêu cầu chưa đưa vào và chưa loại. Hãy xử lý, hoặc ghi lý do gửi thẩm định khi chưa đủ.")
            % {"count": programme.figure("open")},
            field="note",
        )


def _check_people(actor: Actor, programme: Programme, rule: StepRule) -> None:
    """Only the last round counts: what was returned starts anew."""
    returned = programme.steps.filter(step=Step.RETURN).order_by("-at").first()
    taken = programme.steps.filter(step__in=rule.not_after)
    if returned is not None:
        taken = taken.filter(at__gt=returned.at)
    if actor.user_id is not None and taken.filter(by_id=actor.user_id).exists():
        raise NotAllowed(
            "same-person", _("Người soạn, người thẩm định và người quyết định phải là những người khác nhau.")
        )


def _check_issue(programme: Programme, fields: StepFields) -> None:
    if not fields.number.strip():
        raise DomainError("number-needed", _("Hãy ghi số, ký hiệu văn bản."), field="number")
    if fields.issued_on is None:
        raise DomainError("day-needed", _("Hãy ghi ngày ban hành."), field="issued_on")
    if fields.issued_on > today():
        raise DomainError("day-in-future", _("Ngày ban hành chưa đến."), field="issued_on")
    if programme.needs_council and programme.state != ProgrammeState.AT_COUNCIL:
        raise Conflict("council-first", _("Văn bản phải trình HĐND trước khi ban hành."))
    if programme.needs_council and not fields.council_number.strip():
        raise DomainError("council-number-needed", _("Hãy ghi số nghị quyết của HĐND."), field="council_number")
    if programme.figure("open") and not fields.note.strip():
        raise DomainError(
            "open-demands",
            _("Còn %(count)s yêu cầu chưa đưa vào và chưa loại. Muốn ban hành thì ghi rõ lý do.")
            % {"count": programme.figure("open")},
            field="note",
        )


def _issue(actor: Actor, programme: Programme, fields: StepFields) -> None:
    """Give number and day, and replace the unit's earlier one of the kind, if there is one in force."""
    programme.number, programme.issued_on = fields.number.strip(), fields.issued_on
    programme.council_number = fields.council_number.strip()
    programme.search_key = search_key_of(programme)
    older = Programme.objects.select_for_update().filter(
        unit=programme.unit, kind=programme.kind, domain=programme.domain, state=ProgrammeState.ISSUED
    )
    for one in older.exclude(pk=programme.pk).order_by("issued_on"):
        one.state = ProgrammeState.REPLACED
        one.save(update_fields=["state"])
        programme.replaces = one
        programme.replaces_text = programme.replaces_text or one.title[:400]
        StepTaken.objects.create(
            programme=one, step=Step.REPLACE, note=programme.number, by_id=actor.user_id, by_name=actor.name, at=now()
        )
        record_event(
            actor=actor, event=events.STEPPED, obj=one, object_text=one.code,
            changes={"state": ["issued", "replaced"]}, reason=programme.code,
        )  # fmt: skip
