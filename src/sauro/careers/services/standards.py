"""The competency framework, and the standards of posts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.careers import events
from sauro.careers.enums import CompetencyGroup
from sauro.careers.models import Competency, Demand, Standard
from sauro.careers.models.standards import LEVELS
from sauro.careers.policies import MANAGE, competency_policy
from sauro.careers.services.measuring import MEASURE_JOB
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.jobs.queue import defer
from sauro.workforce.models import Post
from sauro.workforce.policies import post_policy
from sauro.workforce.services.establishment import Paper
from vanban.text.normalize import fold, nfc, sort_key

MOST_SUBJECTS = 40


@dataclass(frozen=True, slots=True)
class CompetencyFields:
    """A competency: ``levels`` describe level 1 and on, ``until`` is its last day in the framework, when it has one."""

    code: str
    title: str
    group: CompetencyGroup
    since: dt.date
    levels: Sequence[str] = ()
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StandardFields:
    """What a post demands. ``competencies`` maps identities to levels."""

    since: dt.date
    education: str = ""
    subjects: Sequence[str] = ()
    theory: str = ""
    state_management: bool = False
    digital: bool = False
    grace_months: int | None = None
    competencies: Mapping[UUID, int] = field(default_factory=dict)


@transaction.atomic
def save_competency(*, actor: Actor, fields: CompetencyFields, competency_id: UUID | None = None) -> Competency:
    """Enter a competency of the framework, or change one. Raises ``title-needed``, ``code-taken``, ``until-before``."""
    if competency_id is None:
        _require_manager(actor)
        row = Competency()
    else:
        row = competency_policy.get_locked(actor, competency_id)
        competency_policy.require(actor, "manage", row)
    code, title = nfc(fields.code).strip(), " ".join(nfc(fields.title).split())
    if not code or not title:
        raise DomainError("title-needed", _("Hãy ghi mã và tên năng lực."), field="title")
    if Competency.objects.filter(code=code).exclude(pk=row.pk).exists():
        raise Conflict("code-taken", _("Mã này đã dùng cho một năng lực khác."), field="code")
    if fields.until is not None and fields.until < fields.since:
        raise DomainError("until-before", _("Ngày kết thúc không được trước ngày bắt đầu."), field="until")
    row.code, row.title, row.group = code, title, fields.group
    row.levels = [nfc(text).strip() for text in fields.levels][:LEVELS]
    row.valid = DateRange(fields.since, fields.until + dt.timedelta(days=1) if fields.until else None)
    row.search_key, row.sort_key = fold(f"{code} {title}")[:260], sort_key(title)[:640]
    row.save()
    record_event(actor=actor, event=events.COMPETENCY_SAVED, obj=row, object_text=code)
    return row


@transaction.atomic
def set_standard(*, actor: Actor, post_id: UUID, fields: StandardFields, paper: Paper, reason: str = "") -> Standard:
    """Lay down what a post demands from a day on; the standard before ends the day before.

    ``since`` on the first day of the one before corrects it: the wrong one is withdrawn with ``reason``. Everybody in
    the post is measured anew in the background. Raises ``decision-needed``, ``nothing-demanded``, ``later-standard``,
    ``reason-needed``, ``competency-unknown``.
    """
    post = post_policy.get_locked(actor, post_id)
    _require_manager(actor)
    _check(fields, paper)
    _end_before(actor, post, fields.since, reason.strip())
    made: Standard = Standard.objects.create(
        post=post, valid=DateRange(fields.since, None), decision=paper.number.strip(), decided_on=paper.on,
        recorded_by_name=actor.name, education=fields.education, subjects=_words(fields.subjects), theory=fields.theory,
        state_management=fields.state_management, digital=fields.digital, grace_months=fields.grace_months,
    )  # fmt: skip
    Demand.objects.bulk_create(
        Demand(standard=made, competency_id=pk, level=level) for pk, level in fields.competencies.items()
    )
    record_event(
        actor=actor, event=events.STANDARD_SET, obj=made, object_text=post.code, reason=reason.strip(),
        changes={"since": fields.since.isoformat(), "decision": made.decision},
    )  # fmt: skip
    defer(MEASURE_JOB, post_id=str(post.pk))
    return made


def _require_manager(actor: Actor) -> None:
    if not actor.holds(MANAGE):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi tiêu chuẩn, khung năng lực."))


def _words(subjects: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(word for one in subjects if (word := " ".join(nfc(one).split())[:120])))[:MOST_SUBJECTS]


def _check(fields: StandardFields, paper: Paper) -> None:
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số văn bản quy định tiêu chuẩn."), field="decision")
    demanded = (fields.education, _words(fields.subjects), fields.theory, fields.competencies)
    if not any(demanded) and not fields.state_management and not fields.digital:
        raise DomainError("nothing-demanded", _("Tiêu chuẩn phải có ít nhất một yêu cầu."))
    known = Competency.objects.filter(pk__in=fields.competencies, valid__contains=fields.since).count()
    if known != len(fields.competencies):
        words = _("Có năng lực không thuộc khung năng lực có hiệu lực từ ngày này.")
        raise DomainError("competency-unknown", words, field="since")


def _end_before(actor: Actor, post: Post, since: dt.date, reason: str) -> None:
    before = Standard.objects.standing().filter(post=post).order_by("-valid").first()
    if before is None:
        return
    if since < before.valid.lower:
        words = _("Đã có tiêu chuẩn từ ngày %(day)s. Hãy chọn ngày đó (để sửa sai) hoặc ngày sau đó.")
        raise Conflict("later-standard", words % {"day": f"{before.valid.lower:%d/%m/%Y}"}, field="since")
    if since > before.valid.lower:
        before.valid = DateRange(before.valid.lower, since)
        before.save(update_fields=["valid"])
        return
    if not reason:
        raise DomainError("reason-needed", _("Sửa tiêu chuẩn đã ghi thì phải ghi lý do."), field="reason")
    before.withdrawn_at, before.withdrawn_by_name, before.withdrawn_reason = now(), actor.name, reason
    before.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
