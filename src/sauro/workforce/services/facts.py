"""Recording a fact of a dossier, and withdrawing one that is wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.workforce import events, sealing
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS, FactSpec
from sauro.workforce.models import Dossier, Fact
from sauro.workforce.policies import dossier_policy
from sauro.workforce.services.dossiers import identity_of
from sauro.workforce.services.establishment import Paper
from vanban.text.normalize import nfc

_NO_PAPER = Paper("")


@dataclass(frozen=True, slots=True)
class Content:
    """What a fact says. ``until`` is the last day, when it is known."""

    since: dt.date
    value: str = ""
    detail: str = ""
    place: str = ""
    amount: int | None = None
    until: dt.date | None = None


@transaction.atomic
def record_fact(*, actor: Actor, dossier_id: UUID, kind: FactKind, content: Content, paper: Paper = _NO_PAPER) -> Fact:
    """Record a fact. Of a kind with one value at a time the one before ends the day before.

    Raises ``kind-of-other-domain``, ``value-unknown``, ``detail-needed``, ``since-in-future``, ``until-before``,
    ``later-fact``; ``NotAllowed`` for a sensitive kind without the right to seal.
    """
    dossier = dossier_policy.get_locked(actor, dossier_id)
    spec = FACTS[kind]
    dossier_policy.require(actor, "seal" if spec.is_sealed else "record", dossier)
    _check(spec, dossier, content)
    if spec.is_single:
        _end_before(dossier, spec, content.since)
    fact = Fact(
        dossier=dossier, kind=spec.kind, is_single=spec.is_single, recorded_by_name=actor.name,
        valid=DateRange(content.since, content.until + dt.timedelta(days=1) if content.until else None),
        decision=paper.number.strip(), decided_on=paper.on,
    )  # fmt: skip
    _write(fact, spec, dossier, content)
    fact.save()
    record_event(actor=actor, event=events.FACT_RECORDED, obj=dossier, changes={"kind": str(spec.kind)})
    return fact


@transaction.atomic
def withdraw_fact(*, actor: Actor, fact_id: UUID, reason: str) -> Fact:
    """Take back a fact that is wrong; it stays on record, marked. Raises ``reason-needed``, ``withdrawn-already``."""
    found = Fact.objects.filter(pk=fact_id).first()
    if found is None:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    dossier = dossier_policy.get_locked(actor, found.dossier_id)
    dossier_policy.require(actor, "seal" if FACTS[found.kind].is_sealed else "record", dossier)
    fact = Fact.objects.select_for_update(of=("self",)).get(pk=fact_id)
    if fact.withdrawn_at is not None:
        raise Conflict("withdrawn-already", _("Thông tin này đã được rút."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    fact.withdrawn_at, fact.withdrawn_by_name, fact.withdrawn_reason = now(), actor.name, reason.strip()
    fact.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    record_event(
        actor=actor, event=events.FACT_WITHDRAWN, obj=dossier, changes={"kind": fact.kind}, reason=reason.strip()
    )
    return fact


def _check(spec: FactSpec, dossier: Dossier, content: Content) -> None:
    if spec.domain is not None and spec.domain != dossier.domain:
        raise DomainError("kind-of-other-domain", _("Loại thông tin này chỉ thuộc hồ sơ của khối khác."), field="kind")
    if spec.choices and not spec.level_of(content.value):
        raise DomainError("value-unknown", _("Hãy chọn một giá trị trong danh sách."), field="value")
    if not spec.choices and not content.detail.strip():
        words = _("Hãy ghi %(what)s.") % {"what": str(spec.detail_label).lower()}
        raise DomainError("detail-needed", words, field="detail")
    if content.since > today() and not spec.may_lie_ahead:
        raise DomainError("since-in-future", _("Ngày bắt đầu ở tương lai."), field="since")
    if content.until is not None and content.until < content.since:
        raise DomainError("until-before", _("Ngày kết thúc không được trước ngày bắt đầu."), field="until")


def _end_before(dossier: Dossier, spec: FactSpec, since: dt.date) -> None:
    rows = Fact.objects.standing().filter(dossier=dossier, kind=spec.kind, is_single=True).select_for_update()
    for before in rows.filter(valid__endswith__isnull=True) | rows.filter(valid__endswith__gt=since):
        if before.valid.lower is not None and before.valid.lower >= since:
            words = _("Đã có giá trị từ ngày %(day)s. Hãy rút giá trị đó trước, hoặc chọn ngày sau đó.")
            raise Conflict("later-fact", words % {"day": f"{before.valid.lower:%d/%m/%Y}"}, field="since")
        before.valid = DateRange(before.valid.lower, since)
        before.save(update_fields=["valid"])


def _write(fact: Fact, spec: FactSpec, dossier: Dossier, content: Content) -> None:
    words = {"value": content.value, "detail": nfc(content.detail).strip(), "place": nfc(content.place).strip()}
    if not spec.is_sealed:
        fact.value, fact.detail, fact.place = words["value"], words["detail"], words["place"]
        fact.amount, fact.level = content.amount, spec.level_of(content.value)
        return
    identity = identity_of(dossier.person)
    if identity.wrapped_key is None:
        raise Conflict("key-destroyed", _("Khóa của hồ sơ này đã bị hủy; không ghi thêm thông tin nhạy cảm được."))
    fact.sealed = sealing.seal(dossier.person_id, identity.wrapped_key, words)
