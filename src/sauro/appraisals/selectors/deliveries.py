"""Which closed results still have to go to the national database, and until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max, Min, QuerySet
from django.utils import timezone

from sauro.access.actor import Actor
from sauro.appraisals.enums import ResultKind, SheetState
from sauro.appraisals.models import ResultsFile, Sheet
from sauro.appraisals.policies import results_policy
from sauro.common.clock import today
from sauro.organizations.models import Unit
from sauro.organizations.paths import with_those_above
from sauro.plans.months import month_of, shifted

DAYS = 5
"""NĐ 335/2025/NĐ-CP Điều 26 khoản 1 điểm d."""
MONTHS_BACK = 6


@dataclass(frozen=True, slots=True)
class Due:
    """A month of a unit with sheets closed after its last file, or without one, and the last day for the file."""

    unit: Unit
    month: dt.date
    due_on: dt.date

    @property
    def is_late(self) -> bool:
        """Whether the last day has passed."""
        return today() > self.due_on


def own_results_unit(actor: Actor) -> Unit | None:
    """Return the unit an actor acts for, if they see every sheet of it."""
    return results_policy.visible(actor, "whole").filter(pk__in=[actor.unit_id]).first()


def deliveries_due(actor: Actor) -> Sequence[Due]:
    """Return the last months of the actor's unit whose closed results are not in a file yet, oldest first."""
    unit = own_results_unit(actor)
    if unit is None:
        return []
    months = [shifted(month_of(today()), -back) for back in range(1, MONTHS_BACK + 1)]
    sheets = Sheet.objects.filter(
        unit__path__startswith=unit.path, domain=unit.domain, month__in=months, state=SheetState.CLOSED
    )
    closed = sheets.values("month").annotate(first=Min("closed_at"), last=Max("closed_at")).order_by("month")
    made = dict(_files(unit).values_list("period").annotate(last=Max("made_at")).order_by())
    return [
        Due(unit, row["month"], _last_day(row["last"] if row["month"] in made else row["first"]))
        for row in closed
        if row["month"] not in made or made[row["month"]] < row["last"]
    ]


def _last_day(closed_at: dt.datetime) -> dt.date:
    return timezone.localdate(closed_at) + dt.timedelta(DAYS)


def _files(unit: Unit) -> QuerySet[ResultsFile]:
    """The files of the unit or of one above it: these hold its people too."""
    return ResultsFile.objects.filter(
        unit__path__in=with_those_above(unit.path), domain=unit.domain, kind=ResultKind.MONTH
    )


def files_of(actor: Actor, unit: Unit) -> list[ResultsFile]:
    """Return the last files of a unit whose sheets the actor sees."""
    results_policy.require(actor, "whole", unit)
    return list(ResultsFile.objects.filter(unit=unit).order_by("-made_at")[:20])
