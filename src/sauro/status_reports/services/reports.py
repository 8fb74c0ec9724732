"""Drafting, counting, writing, issuing and withdrawing status reports."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.status_reports import events
from sauro.status_reports.digest import digest_of
from sauro.status_reports.enums import PeriodKind, ReportState, Subject
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.policies import report_policy
from sauro.status_reports.selectors.counting import count_given, count_rows
from sauro.status_reports.selectors.differences import differences
from sauro.status_reports.selectors.periods import label_of
from sauro.status_reports.selectors.reports import may_report
from vanban.text.normalize import fold

CODE_PREFIX = "BCTH"
_BATCH = 2_000


@transaction.atomic
def draft_report(
    *,
    actor: Actor,
    unit_id: UUID,
    subject: Subject,
    period_kind: PeriodKind,
    first_day: dt.date | None,
    last_day: dt.date,
    document_id: UUID | None = None,
) -> StatusReport:
    """Draft a report and count it. ``first_day`` may be left out for a directive only: its whole life counts."""
    unit = Unit.objects.filter(pk=unit_id).first()
    if unit is None or not may_report(actor, unit, subject):
        raise DomainError("unit-not-yours", _("Bạn không lập báo cáo này cho cơ quan đã chọn."), field="unit")
    _check_days(subject, first_day, last_day)
    document = _document(actor, unit, document_id) if subject == Subject.DIRECTIVE else None
    code = next_code(prefix=CODE_PREFIX, year=today().year)
    label = label_of(unit, period_kind, first_day, last_day)
    report = StatusReport.objects.create(
        code=code,
        domain=unit.domain,
        unit=unit,
        subject=subject,
        document=document,
        document_text=document.title[:400] if document else "",
        period_kind=period_kind,
        first_day=first_day,
        last_day=last_day,
        period_label=label,
        as_of=min(last_day, today()),
        counted_at=now(),
        made_by_name=actor.name,
        search_key=fold(f"{code} {label} {unit.name} {document.title if document else ''}"),
    )
    _count(report)
    record_event(actor=actor, event=events.DRAFTED, obj=report, object_text=code)
    return report


@transaction.atomic
def recount_report(*, actor: Actor, report_id: UUID) -> StatusReport:
    """Count a draft again from the data of now."""
    report = _begin(actor, report_id, "write")
    report.as_of, report.counted_at = min(report.last_day, today()), now()
    report.rows.all().delete()
    _count(report)
    record_event(actor=actor, event=events.COUNTED, obj=report, object_text=report.code)
    return report


@transaction.atomic
def write_report(*, actor: Actor, report_id: UUID, remarks: str, proposals: str) -> StatusReport:
    """Write the words of a draft: what its unit says of the figures, and what it proposes."""
    report = _begin(actor, report_id, "write")
    report.remarks, report.proposals = remarks.strip(), proposals.strip()
    report.save()
    record_event(actor=actor, event=events.WRITTEN, obj=report, object_text=report.code)
    return report


@transaction.atomic
def issue_report(*, actor: Actor, report_id: UUID, number: str = "", accept_differences: bool = False) -> StatusReport:
    """Issue a draft: from now on neither words nor figures change. ``number`` is the official number, if it has one.

    Raises a conflict when the data have changed since they were counted, unless that is accepted.
    """
    report = _begin(actor, report_id, "issue")
    if actor.user_id is None:
        raise NotAllowed("not-a-person", _("Báo cáo phải do người có tên phát hành."))
    if not accept_differences and (changed := len(differences(report))):
        raise Conflict(
            "figures-changed",
            _(
                "%(count)s dòng đã khác từ lúc lấy số liệu. Hãy xem bảng khác biệt rồi lấy lại số liệu, "
                "hoặc đánh dấu giữ nguyên."
            )
            % {"count": changed},
        )
    report.state, report.number = ReportState.ISSUED, number.strip()
    report.issued_at, report.issued_by_name, report.issued_by_position = now(), actor.name, actor.position
    report.row_digest = digest_of(report.rows.order_by("position").iterator(chunk_size=_BATCH))
    report.search_key = fold(f"{report.search_key} {report.number}")
    report.save()
    record_event(
        actor=actor,
        event=events.ISSUED,
        obj=report,
        object_text=report.code,
        changes={"state": ["draft", "issued"], "row_digest": [None, report.row_digest]},
    )
    return report


@transaction.atomic
def withdraw_report(*, actor: Actor, report_id: UUID, reason: str) -> StatusReport:
    """Withdraw an issued report for a reason. It stays readable, marked as withdrawn."""
    report = report_policy.get_locked(actor, report_id)
    report_policy.require(actor, "issue", report)
    if report.state != ReportState.ISSUED:
        raise Conflict("not-issued", _("Chỉ thu hồi báo cáo đã phát hành. Hãy tải lại trang để xem mới nhất."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do thu hồi."), field="reason")
    report.state, report.withdrawal_reason = ReportState.WITHDRAWN, reason.strip()
    report.withdrawn_at, report.withdrawn_by_name = now(), actor.name
    report.save()
    record_event(
        actor=actor, event=events.WITHDRAWN, obj=report, object_text=report.code,
        changes={"state": ["issued", "withdrawn"]}, reason=report.withdrawal_reason,
    )  # fmt: skip
    return report


@transaction.atomic
def discard_report(*, actor: Actor, report_id: UUID) -> None:
    """Throw a draft away: nobody has answered for it yet."""
    report = _begin(actor, report_id, "write")
    record_event(actor=actor, event=events.DISCARDED, obj=report, object_text=report.code)
    report.rows.all().delete()
    report.delete()


def _begin(actor: Actor, report_id: UUID, action: str) -> StatusReport:
    report = report_policy.get_locked(actor, report_id)
    report_policy.require(actor, action, report)
    if not report.is_draft:
        raise Conflict("report-issued", _("Báo cáo đã phát hành nên không sửa được nữa. Hãy tải lại trang."))
    return report


def _count(report: StatusReport) -> None:
    ReportRow.objects.bulk_create(count_rows(report), batch_size=_BATCH)
    report.given_in_period = count_given(report)
    report.save()


def _check_days(subject: Subject, first_day: dt.date | None, last_day: dt.date) -> None:
    if first_day is None and subject != Subject.DIRECTIVE:
        raise DomainError("first-day-needed", _("Hãy chọn ngày đầu kỳ."), field="first_day")
    if first_day is not None and first_day > last_day:
        raise DomainError("days-reversed", _("Ngày đầu kỳ phải trước hoặc trùng ngày cuối kỳ."), field="last_day")
    if first_day is not None and first_day > today():
        raise DomainError("period-ahead", _("Kỳ này chưa bắt đầu."), field="first_day")


def _document(actor: Actor, unit: Unit, document_id: UUID | None) -> Document:
    visible = document_policy.visible(actor).filter(domain=unit.domain)
    document: Document | None = visible.filter(pk=document_id).first() if document_id else None
    if document is None:
        raise DomainError("document-needed", _("Hãy chọn một văn bản mà bạn được xem."), field="document")
    return document
