"""Posts closed to local people, and official decisions on leaving, screening and replacement.

Decisions are recorded as they were issued. Nothing here finds, ranks or suggests anybody.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.careers import events
from sauro.careers.enums import ActKind, LocalRule
from sauro.careers.models import ClosedPost, OfficialAct
from sauro.careers.policies import act_policy, closed_post_policy
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.workforce.models.dated import Dated
from sauro.workforce.policies import dossier_policy, post_policy
from sauro.workforce.services.establishment import Paper
from vanban.text.normalize import nfc


@dataclass(frozen=True, slots=True)
class ActFields:
    """An official decision: what it did, from which day, who issued it, the provision it rests on."""

    kind: ActKind
    since: dt.date
    issuer: str
    basis: str
    note: str = ""


@transaction.atomic
def close_post(
    *, actor: Actor, post_id: UUID, rule: LocalRule, since: dt.date, due_on: dt.date | None, paper: Paper
) -> ClosedPost:
    """Lay down from a day on that a post is closed to local people; the rule before ends the day before.

    Raises ``decision-needed``, ``later-rule``, ``due-before``.
    """
    post = post_policy.get_locked(actor, post_id)
    post_policy.require(actor, "manage", post)
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số văn bản quy định."), field="decision")
    if due_on is not None and due_on < since:
        raise DomainError("due-before", _("Hạn hoàn thành không được trước ngày có hiệu lực."), field="due_on")
    before = ClosedPost.objects.standing().filter(post=post).order_by("-valid").first()
    if before is not None:
        if since <= before.valid.lower:
            words = _("Đã có quy định từ ngày %(day)s. Hãy rút quy định đó trước, hoặc chọn ngày sau đó.")
            raise Conflict("later-rule", words % {"day": f"{before.valid.lower:%d/%m/%Y}"}, field="since")
        before.valid = DateRange(before.valid.lower, since)
        before.save(update_fields=["valid"])
    made: ClosedPost = ClosedPost.objects.create(
        post=post, rule=rule, due_on=due_on, valid=DateRange(since, None), decision=paper.number.strip(),
        decided_on=paper.on, recorded_by_name=actor.name,
    )  # fmt: skip
    record_event(actor=actor, event=events.POST_CLOSED, obj=made, object_text=post.code, changes={"rule": str(rule)})
    return made


@transaction.atomic
def open_post(*, actor: Actor, closure_id: UUID, reason: str) -> ClosedPost:
    """Take back a rule on a closed post. Raises ``reason-needed``, ``withdrawn-already``."""
    row = closed_post_policy.get_locked(actor, closure_id)
    closed_post_policy.require(actor, "manage", row)
    _withdraw(actor, row, reason)
    record_event(actor=actor, event=events.POST_OPENED, obj=row, reason=row.withdrawn_reason)
    return row


@transaction.atomic
def record_act(*, actor: Actor, dossier_id: UUID, fields: ActFields, paper: Paper) -> OfficialAct:
    """Record an official decision about somebody, as it was issued.

    Raises ``decision-needed``, ``decided-later``, ``basis-needed``, ``issuer-needed``.
    """
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "record", dossier)
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định đã ban hành."), field="decision")
    if paper.on is None:
        raise DomainError("decision-needed", _("Hãy ghi ngày quyết định."), field="decided_on")
    if paper.on > today():
        raise DomainError(
            "decided-later", _("Chỉ ghi quyết định đã ban hành; ngày này ở tương lai."), field="decided_on"
        )
    basis, issuer = " ".join(nfc(fields.basis).split()), " ".join(nfc(fields.issuer).split())
    if not basis:
        raise DomainError("basis-needed", _("Hãy ghi căn cứ nêu trong quyết định."), field="basis")
    if not issuer:
        raise DomainError("issuer-needed", _("Hãy ghi cơ quan ban hành quyết định."), field="issuer")
    made: OfficialAct = OfficialAct.objects.create(
        dossier=dossier, kind=fields.kind, issuer=issuer, basis=basis, note=nfc(fields.note).strip(),
        valid=DateRange(fields.since, None), decision=paper.number.strip(), decided_on=paper.on,
        recorded_by_name=actor.name,
    )  # fmt: skip
    record_event(actor=actor, event=events.ACT_RECORDED, obj=dossier, changes={"kind": str(fields.kind)})
    return made


@transaction.atomic
def withdraw_act(*, actor: Actor, act_id: UUID, reason: str) -> OfficialAct:
    """Take back a record that was a mistake; it stays, marked. Raises ``reason-needed``, ``withdrawn-already``."""
    seen = act_policy.get_visible(actor, act_id)
    act_policy.require(actor, "record", seen)
    dossier = dossier_policy.get_locked(actor, seen.dossier_id)
    row = act_policy.get_locked(actor, act_id)
    _withdraw(actor, row, reason)
    record_event(actor=actor, event=events.ACT_WITHDRAWN, obj=dossier, reason=row.withdrawn_reason)
    return row


def _withdraw(actor: Actor, row: Dated, reason: str) -> None:
    if row.withdrawn_at is not None:
        raise Conflict("withdrawn-already", _("Thông tin này đã được rút."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    row.withdrawn_at, row.withdrawn_by_name, row.withdrawn_reason = now(), actor.name, nfc(reason).strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
