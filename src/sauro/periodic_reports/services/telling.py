"""Tells those it concerns of what happens with reports, and reminds of deadlines, through notices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from django.urls import reverse

from sauro.accounts.selectors.recipients import Recipients, Users
from sauro.audit.listeners import Heard, listen
from sauro.common.clock import today
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.selectors.rules import Rules
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject
from sauro.periodic_reports import events
from sauro.periodic_reports.models import Round, UnitReport
from sauro.periodic_reports.transitions import OUT_STATES

SUBJECT = "report"

_KINDS = {
    events.SUBMITTED: (Kind.REPORT_SUBMITTED, "approve"),
    events.APPROVED: (Kind.REPORT_APPROVED, "fill"),
    events.REFUSED: (Kind.REPORT_RETURNED, "fill"),
    events.SENT: (Kind.REPORT_SENT, "collect"),
    events.RECALLED: (Kind.REPORT_RECALLED, "collect"),
    events.RETURNED: (Kind.REPORT_RETURNED, "fill"),
    events.ACCEPTED: (Kind.REPORT_ACCEPTED, "fill"),
}


def listen_to_acts() -> None:
    """Register every listener of this area."""
    for event, (kind, whom) in _KINDS.items():
        listen(event, _teller(kind, whom))
    listen(events.ROUND_OPENED, _tell_opened)
    listen(events.URGED, _tell_urged)


def report_address(pk: UUID) -> str:
    """Return the address of a report."""
    return reverse("report-detail", args=[pk])


def subject_of(report: UnitReport) -> Subject:
    """Return a report as a notice shows it."""
    return Subject(SUBJECT, report.pk, report.domain, report.code, report.due_on)


def remind() -> int:
    """Make every reminder of reports due today that was not made yet. Bears to run twice. Returns how many were made.

    The rule of the unit's reminders holds, as for its work. From the deadline on the head of the unit is told as well.
    """
    day, rules = today(), Rules()
    until = day + dt.timedelta(days=rules.earliest)
    rows = UnitReport.objects.filter(due_on__lte=until).exclude(state__in=sorted(OUT_STATES))
    reports = list(rows.select_related("unit", "parent__unit").order_by("id"))
    recipients = Recipients()
    return make_notices(one for report in reports for one in _reminders(report, day, rules, recipients))


def _reminders(report: UnitReport, day: dt.date, rules: Rules, recipients: Recipients) -> Iterator[Occasion]:
    rule = rules.of(report.unit.path)
    stage = rule.stage(report.due_on, day)
    if stage is None:
        return
    users = people_of(report, "fill", recipients)
    if stage > 0 and not report.is_kept:
        users |= recipients.heads(report.unit, seeing="reports.view", otherwise="reports.approve")
    kind = Kind.REPORT_MISSING if day > report.due_on else Kind.REPORT_DUE
    key = f"report:{report.pk}:{report.due_on:%Y%m%d}:{stage}"
    yield Occasion(kind, key, users, subject=subject_of(report))


def people_of(report: UnitReport, action: str, recipients: Recipients) -> Users:
    """Return those who fill a report in, approve it, or collect it. For a unit without accounts that is its keeper."""
    collector = report.receiver
    if action == "collect" or report.is_kept:
        return recipients.nearest("report_rounds.manage", collector) if collector else frozenset()
    return recipients.nearest(f"reports.{action}", report.unit)


def _teller(kind: Kind, whom: str) -> Callable[[Heard], None]:
    def tell(heard: Heard) -> None:
        # The office keeps reports of units without accounts itself: it need not be told of its own steps. Nor is it
        # told of every report that comes in, the round's page shows them; only of those that correct what it had.
        is_first = kind == Kind.REPORT_SENT and isinstance(heard.obj, UnitReport) and heard.obj.versions_sent == 1
        if isinstance(heard.obj, UnitReport) and not heard.obj.is_kept and not is_first:
            _tell(heard, kind, whom, [heard.obj])

    return tell


def _tell_opened(heard: Heard) -> None:
    if isinstance(heard.obj, Round):
        reports = heard.obj.reports.filter(is_kept=False, parent__isnull=False).select_related("unit", "parent__unit")
        _tell(heard, Kind.REPORT_ASKED, "fill", reports)


def _tell_urged(heard: Heard) -> None:
    codes = heard.event.changes["reports"][1]
    reports = UnitReport.objects.filter(code__in=codes, is_kept=False).select_related("unit", "parent__unit")
    _tell(heard, Kind.REPORT_URGED, "fill", reports, key=f"urged:{today():%Y%m%d}")


def _tell(heard: Heard, kind: Kind, whom: str, reports: Iterable[UnitReport], *, key: str = "") -> None:
    listed = list(reports)
    recipients = Recipients({unit for one in listed for unit in (one.unit, one.receiver) if unit})
    make_notices(
        Occasion(
            kind,
            f"{key or f'event:{heard.event.pk}'}:{one.pk}",
            people_of(one, whom, recipients) - {heard.actor.user_id},
            subject=subject_of(one),
        )
        for one in listed
    )
