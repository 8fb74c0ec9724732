"""Reading status reports."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, within
from sauro.organizations.models import Unit
from sauro.status_reports.digest import GONE, digest_of
from sauro.status_reports.enums import ReportState, Subject
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.policies import report_policy
from sauro.status_reports.selectors.figures import Figures, figures_of

_SENDING = ("documents.send", "giving.decide")
_PERMISSIONS = {
    Subject.GIVEN: _SENDING,
    Subject.DIRECTIVE: _SENDING,
    Subject.RECEIVED: ("tasks.lead",),
}


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with its figures and what the actor may do.

    ``was_checked`` tells whether its rows were held against their digest for this page, which reads them all;
    ``is_intact`` whether they still are those it was issued with. It is None when nobody asked, for drafts, and where a
    purge has blanked rows.
    """

    report: StatusReport
    figures: Figures
    may_write: bool
    may_issue: bool
    may_withdraw: bool
    was_checked: bool
    is_intact: bool | None


def visible_reports(actor: Actor) -> QuerySet[StatusReport]:
    """Return the reports the actor may see."""
    return report_policy.visible(actor).select_related("unit")


def visible_rows(actor: Actor) -> QuerySet[ReportRow]:
    """Return the rows of the reports the actor may see."""
    return ReportRow.objects.filter(report__in=report_policy.visible(actor).values("pk")).select_related("report")


def get_page(actor: Actor, pk: UUID, *, check: bool = False) -> ReportPage:
    """Return one report; ``check`` holds its rows against their digest. Raises ``NotVisible``."""
    report = report_policy.get_visible(actor, pk, base=StatusReport.objects.select_related("unit", "document"))
    may_issue = report_policy.can(actor, "issue", report)
    return ReportPage(
        report=report,
        figures=figures_of(report),
        may_write=report.is_draft and report_policy.can(actor, "write", report),
        may_issue=report.is_draft and may_issue,
        may_withdraw=report.state == ReportState.ISSUED and may_issue,
        was_checked=check and not report.is_draft,
        is_intact=_is_intact(report) if check else None,
    )


def _is_intact(report: StatusReport) -> bool | None:
    if report.is_draft or report.rows.filter(source_text=GONE).exists():
        return None
    return digest_of(report.rows.order_by("position").iterator(chunk_size=2000)) == report.row_digest


def reporting_units(actor: Actor) -> list[Unit]:
    """Return the units whose reports the actor may draft: those their roles name, by level and name."""
    scopes = [scope for name in (*_SENDING, "tasks.lead") for scope in actor.scopes(name)]
    units = Unit.objects.filter(pk__in={scope.unit_id for scope in scopes}).exclude(kind="territory")
    return list(units.order_by("level", "position", "sort_key"))


def may_report(actor: Actor, unit: Unit, subject: Subject) -> bool:
    """Tell whether the actor may draft a report of this unit on this subject."""
    condition = NOBODY
    for permission in _PERMISSIONS[subject]:
        condition |= within(actor, permission, unit=None)
    return Unit.objects.filter(condition, pk=unit.pk).exists()
