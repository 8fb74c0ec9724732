"""The steps of a report's life: to the head, approved, sent and frozen, recalled, accepted, returned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import DomainError
from sauro.jobs.queue import defer
from sauro.periodic_reports.content import digest_of, to_json
from sauro.periodic_reports.enums import FigureOrigin
from sauro.periodic_reports.models import SentVersion, TextVersion, UnitReport
from sauro.periodic_reports.policies import report_policy
from sauro.periodic_reports.selectors.content import latest_of_units, live_content, texts_of, values_of
from sauro.periodic_reports.transitions import TRANSITIONS, Step, check_step

ROLL_UP_JOB = "periodic_reports.roll_up"


@dataclass(frozen=True, slots=True)
class Issue:
    """Number and day of the paper that goes with a report, as far as it has them."""

    official_number: str = ""
    official_date: dt.date | None = None


def submit_report(*, actor: Actor, report_id: UUID) -> UnitReport:
    """Hand a filled report to the head of the unit. Says what is missing."""
    with transaction.atomic():
        report = _begin(actor, report_id, Step.SUBMIT)
        _check_filled(report)
        report.submitted_at, report.submitted_by_name = now(), actor.name
        return _finish(actor, report, Step.SUBMIT)


def take_back_report(*, actor: Actor, report_id: UUID) -> UnitReport:
    """Take a report back from the head, or after the approval and before it was sent, to go on filling it in."""
    with transaction.atomic():
        report = _begin(actor, report_id, Step.TAKE_BACK)
        report.approved_at, report.approved_by_name = None, ""
        return _finish(actor, report, Step.TAKE_BACK)


def refuse_report(*, actor: Actor, report_id: UUID, reason: str) -> UnitReport:
    """Give a report back to those who filled it in, as the head of the unit, with words."""
    with transaction.atomic():
        report = _begin(actor, report_id, Step.REFUSE)
        return _finish(actor, report, Step.REFUSE, reason=reason)


def approve_report(*, actor: Actor, report_id: UUID) -> UnitReport:
    """Approve a report as the head of the unit. Nothing in it can be changed any more without taking it back."""
    with transaction.atomic():
        report = _begin(actor, report_id, Step.APPROVE)
        report.approved_at, report.approved_by_name = now(), actor.name
        return _finish(actor, report, Step.APPROVE)


def send_report(*, actor: Actor, report_id: UUID, issue: Issue) -> SentVersion:
    """Send an approved report: what is in it is frozen as a version that never changes."""
    with transaction.atomic():
        report = _begin(actor, report_id, Step.SEND)
        if issue.official_date is not None and issue.official_date > today():
            raise DomainError("date-ahead", _("Ngày ban hành không được sau hôm nay."), field="official_date")
        content = to_json(live_content(report))
        moment = now()
        version = SentVersion.objects.create(
            report=report, number=report.versions_sent + 1, content=content, sha256=digest_of(content),
            official_number=issue.official_number.strip(), official_date=issue.official_date,
            reason=report.state_reason if report.versions_sent else "", sent_at=moment, sent_by_name=actor.name,
            approved_by_name=report.approved_by_name,
        )  # fmt: skip
        report.versions_sent = version.number
        report.sent_at = moment
        report.first_sent_at = report.first_sent_at or moment
        _finish(actor, report, Step.SEND, changes={"version": [None, version.number], "sha256": [None, version.sha256]})
        _tell_joint(report)
        return version


def recall_report(*, actor: Actor, report_id: UUID, reason: str) -> UnitReport:
    """Recall a report that was sent and not accepted yet, to correct it. What was sent stays, the next is a new one."""
    with transaction.atomic():
        report = _begin(actor, report_id, Step.RECALL)
        report.approved_at, report.approved_by_name = None, ""
        _finish(actor, report, Step.RECALL, reason=reason)
        _tell_joint(report)
        return report


def accept_report(*, actor: Actor, report_id: UUID) -> UnitReport:
    """Accept a report as the office that collects."""
    with transaction.atomic():
        report = _begin(actor, report_id, Step.ACCEPT)
        report.accepted_at, report.accepted_by_name = now(), actor.name
        return _finish(actor, report, Step.ACCEPT)


def return_report(*, actor: Actor, report_id: UUID, reason: str, due_on: dt.date | None = None) -> UnitReport:
    """Return a report as the office that collects, with words, and with a new deadline when one is given."""
    with transaction.atomic():
        report = _begin(actor, report_id, Step.RETURN)
        if due_on is not None and due_on < today():
            raise DomainError("due-past", _("Hạn mới không được trước hôm nay."), field="due_on")
        report.accepted_at, report.accepted_by_name = None, ""
        report.approved_at, report.approved_by_name = None, ""
        changes = {"due_on": [str(report.due_on), str(due_on)]} if due_on else {}
        report.due_on = due_on or report.due_on
        _finish(actor, report, Step.RETURN, reason=reason, changes=changes)
        _tell_joint(report)
        return report


def _begin(actor: Actor, report_id: UUID, step: Step) -> UnitReport:
    report = report_policy.get_locked(actor, report_id)
    report_policy.require(actor, TRANSITIONS[step].action, report)
    check_step(step, report.state)
    return report


def _finish(
    actor: Actor,
    report: UnitReport,
    step: Step,
    *,
    reason: str = "",
    changes: Mapping[str, Sequence[object]] | None = None,
) -> UnitReport:
    transition = TRANSITIONS[step]
    if transition.needs_reason and not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    before = report.state
    report.state = transition.target
    if reason.strip() or step == Step.SEND:
        # The words that led to a correction go with the version that corrects; the report begins anew.
        report.state_reason = reason.strip()
    report.save()
    record_event(
        actor=actor, event=transition.event, obj=report, reason=reason.strip(),
        changes={"state": [before, str(transition.target)], **(changes or {})},
    )  # fmt: skip
    return report


def _tell_joint(report: UnitReport) -> None:
    """The joint report is rolled up again behind the scenes."""
    if report.parent_id is not None:
        defer(ROLL_UP_JOB, report_id=str(report.parent_id))


def _check_filled(report: UnitReport) -> None:
    values, texts = values_of(report), texts_of(report)
    aside = TextVersion.objects.filter(section__report=report, is_aside=True, settled_at__isnull=True)
    unsettled = aside.select_related("section__field").first()
    if unsettled is not None:
        raise DomainError(
            "aside-open",
            _("Mục “%(label)s” có hai bản ghi của hai người. Hãy chọn hoặc ghép lại trước khi trình.")
            % {"label": unsettled.section.field.label},
        )
    for value in values:
        if value.field.is_required and value.value is None and not report.is_joint:
            raise DomainError("figure-missing", _("Chưa có số liệu “%(label)s”.") % {"label": value.field.label})
        if value.origin == FigureOrigin.CHANGED and not value.reason:
            raise DomainError(
                "reason-missing",
                _("Hãy ghi vì sao sửa số của hệ thống ở “%(label)s”.") % {"label": value.field.label},
            )
    for text in texts:
        if text.field.is_required and not text.text:
            raise DomainError("section-missing", _("Chưa có nội dung mục “%(label)s”.") % {"label": text.field.label})
    if report.is_joint and is_stale(report):
        raise DomainError("roll-up-stale", _("Có báo cáo đơn vị vừa thay đổi. Hãy bấm “Tổng hợp lại” rồi xem lại."))


def is_stale(joint: UnitReport) -> bool:
    """Tell whether the reports of units are not those the joint report was last rolled up from."""
    now_there = sorted([str(sent.report_id), sent.number] for sent in latest_of_units(joint))
    return now_there != sorted(joint.rolled_from)
