"""Units of confirmed work per approved post, against which a need can be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Sum

from sauro.appraisals.enums import SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.rules.figures import UNIT
from sauro.plans.months import month_of, shifted
from sauro.workforce.models import Seat

FEWEST_PEOPLE = 5
"""With fewer sheets the figure of a unit would tell how much a single person did."""

_SHOWN = Decimal("0.01")


def confirmed_work_per_post(unit_ids: Collection[UUID], day: dt.date) -> Mapping[UUID, Decimal]:
    """Return standard units of work confirmed in the month before a day, by approved post of that day.

    Left out are units without posts and those with fewer than five confirmed sheets.
    """
    sheets = Sheet.objects.filter(
        unit__in=unit_ids,
        month=shifted(month_of(day), -1),
        state__in=(SheetState.CONFIRMED, SheetState.CLOSED),
    )
    done = sheets.values("unit").annotate(units=Sum("done"), people=Count("pk")).filter(people__gte=FEWEST_PEOPLE)
    seats = Seat.objects.filter(allotment__unit__in=unit_ids, valid__contains=day)
    posts = dict(seats.values_list("allotment__unit").annotate(posts=Count("pk")).order_by())
    return {
        row["unit"]: (Decimal(row["units"]) / UNIT / posts[row["unit"]]).quantize(_SHOWN)
        for row in done.order_by()
        if posts.get(row["unit"])
    }
