"""Assessed competencies of people: facts that an officer records."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.careers import events
from sauro.careers.models import Assessment, Competency
from sauro.careers.models.standards import LEVELS
from sauro.careers.policies import assessment_policy
from sauro.careers.services.measuring import measure_people
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.workforce.models import Dossier
from sauro.workforce.policies import dossier_policy
from sauro.workforce.services.establishment import Paper


@transaction.atomic
def assess(
    *, actor: Actor, dossier_id: UUID, competency_id: UUID, level: int, since: dt.date, paper: Paper
) -> Assessment:
    """Record the level of somebody's competency from a day on; the one before ends the day before.

    Raises ``since-in-future``, ``level-wrong``, ``competency-unknown``, ``later-assessment``.
    """
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "record", dossier)
    competency = Competency.objects.filter(pk=competency_id, valid__contains=since).first()
    if competency is None:
        words = _("Năng lực này không thuộc khung năng lực của ngày đánh giá.")
        raise DomainError("competency-unknown", words, field="competency")
    if since > today():
        raise DomainError("since-in-future", _("Ngày đánh giá ở tương lai."), field="since")
    if not 1 <= level <= LEVELS:
        raise DomainError("level-wrong", _("Mức năng lực từ 1 đến 5."), field="level")
    _end_before(dossier, competency, since)
    made: Assessment = Assessment.objects.create(
        dossier=dossier, competency=competency, level=level, valid=DateRange(since, None), recorded_by_name=actor.name,
        decision=paper.number.strip(), decided_on=paper.on,
    )  # fmt: skip
    measure_people([dossier.pk])
    record_event(actor=actor, event=events.ASSESSED, obj=dossier, changes={"competency": competency.code})
    return made


@transaction.atomic
def withdraw_assessment(*, actor: Actor, assessment_id: UUID, reason: str) -> Assessment:
    """Take back an assessment that is wrong; it stays on record. Raises ``reason-needed``, ``withdrawn-already``."""
    seen = assessment_policy.get_visible(actor, assessment_id)
    assessment_policy.require(actor, "record", seen)
    dossier = dossier_policy.get_locked(actor, seen.dossier_id)
    row = assessment_policy.get_locked(actor, assessment_id)
    if row.withdrawn_at is not None:
        raise Conflict("withdrawn-already", _("Thông tin này đã được rút."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    row.withdrawn_at, row.withdrawn_by_name, row.withdrawn_reason = now(), actor.name, reason.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    measure_people([dossier.pk])
    record_event(
        actor=actor, event=events.ASSESSMENT_WITHDRAWN, obj=dossier, changes={"competency": row.competency.code},
        reason=reason.strip(),
    )  # fmt: skip
    return row


def _end_before(dossier: Dossier, competency: Competency, since: dt.date) -> None:
    rows = Assessment.objects.standing().filter(dossier=dossier, competency=competency)
    for before in rows.filter(valid__endswith__isnull=True) | rows.filter(valid__endswith__gt=since):
        if before.valid.lower >= since:
            words = _("Đã có đánh giá từ ngày %(day)s. Hãy rút đánh giá đó trước, hoặc chọn ngày sau đó.")
            raise Conflict("later-assessment", words % {"day": f"{before.valid.lower:%d/%m/%Y}"}, field="since")
        before.valid = DateRange(before.valid.lower, since)
        before.save(update_fields=["valid"])
