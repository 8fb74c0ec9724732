"""How a write to a report begins."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import Conflict
from sauro.periodic_reports.enums import ReportState
from sauro.periodic_reports.models import UnitReport
from sauro.periodic_reports.policies import report_policy
from sauro.periodic_reports.transitions import FILLING_STATES


def begin_filling(actor: Actor, report_id: UUID) -> UnitReport:
    """Return a report locked for being filled in. Raises for who may not, and for a report that is out of hand."""
    report = report_policy.get_locked(actor, report_id)
    report_policy.require(actor, "fill", report)
    if report.state not in FILLING_STATES:
        raise Conflict(
            "not-filling",
            _("Báo cáo đang ở trạng thái “%(state)s” nên không sửa được. Hãy rút lại trước khi sửa.")
            % {"state": ReportState(report.state).label},
        )
    return report
