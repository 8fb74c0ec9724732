"""Rolling up and counting behind the scenes, without anybody asking."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db import transaction

from sauro.access.actor import system_actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.ids import new_id
from sauro.periodic_reports import events
from sauro.periodic_reports.models import Round, UnitReport
from sauro.periodic_reports.services.figures import read_figures, roll_up
from sauro.periodic_reports.services.steps import is_stale
from sauro.periodic_reports.transitions import FILLING_STATES

# Facts of the last day may be entered on the next; after that the figures stand as they were taken.
_GRACE = dt.timedelta(days=1)


def roll_up_if_open(report_id: UUID) -> bool:
    """Roll a joint report up again, if it is still being filled in and something changed. Tells whether it was."""
    with transaction.atomic():
        joint = UnitReport.objects.select_for_update().filter(pk=report_id, is_joint=True).first()
        if joint is None or joint.state not in FILLING_STATES or not is_stale(joint):
            return False
        roll_up(joint)
        record_event(actor=system_actor(str(new_id())), event=events.FIGURES_READ, obj=joint)
    return True


def refresh_running_rounds() -> int:
    """Take the system's figures anew for every report that is being filled in while its period runs or has just closed.

    Returns how many reports were refreshed. Bears to run twice.
    """
    refreshed = 0
    for this_round in Round.objects.filter(closes_at__gte=now() - _GRACE).order_by("id"):
        with transaction.atomic():
            rows = UnitReport.objects.select_for_update(of=("self",)).select_related("round")
            open_rows = rows.filter(round=this_round, parent__isnull=False, state__in=sorted(FILLING_STATES))
            reports = list(open_rows.order_by("id"))
            read_figures(reports, this_round)
            for report in reports:
                record_event(actor=system_actor(str(new_id())), event=events.FIGURES_READ, obj=report)
        refreshed += len(reports)
    return refreshed
