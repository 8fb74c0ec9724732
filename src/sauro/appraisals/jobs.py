"""Opening the sheets of the month, keeping them in step with the work, closing what is due, what is to be explained."""

from __future__ import annotations

import time

from django.db import transaction

from sauro.appraisals.enums import SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.services.closing import close_due
from sauro.appraisals.services.filling import mark_for_renewal, renew_marked
from sauro.appraisals.services.opening import open_sheets
from sauro.appraisals.services.reminding import remind
from sauro.appraisals.services.signs import reckon_recent_signs
from sauro.common.clock import today
from sauro.jobs.queue import periodic

RENEWING_SECONDS = 240


@periodic(cron="50 0 * * *", name="appraisals.open_sheets")
def open_this_month(timestamp: int) -> int:
    """Make the sheets of this month that are not there yet, after the plans were opened; returns how many."""
    return open_sheets()


@periodic(cron="*/5 * * * *", name="appraisals.renew")
def renew_sheets(timestamp: int) -> int:
    """Reckon the sheets of whoever's work changed; returns of how many people.

    It goes on while there are any, some hundred at a time, and stops in time for the next run to take over.
    """
    end, total = time.monotonic() + RENEWING_SECONDS, 0
    while time.monotonic() < end:
        with transaction.atomic():
            number = renew_marked()
        total += number
        if number == 0:
            break
    return total


@periodic(cron="10 6 * * *", name="appraisals.remind")
def remind_of_sheets(timestamp: int) -> int:
    """Tell of sheets and complaints whose day has come or passed; returns how many notices were put forward."""
    with transaction.atomic():
        return remind(today())


@periodic(cron="20 1 * * *", name="appraisals.renew_all")
def renew_open_sheets(timestamp: int) -> int:
    """Mark everybody with an open sheet, so that what no event told of comes in once a day; returns how many."""
    people = list(
        Sheet.objects.exclude(state=SheetState.CLOSED).values_list("appointment", flat=True).distinct().order_by()
    )
    mark_for_renewal(people)
    return len(people)


@periodic(cron="30 1 * * *", name="appraisals.close_due")
def close_months(timestamp: int) -> int:
    """Close confirmed sheets whose day has come; returns how many."""
    return close_due()


@periodic(cron="40 4 * * *", name="appraisals.reckon_signs")
def reckon_what_to_explain(timestamp: int) -> int:
    """Find what people may be asked to explain in the last months; returns how many such questions stand."""
    return reckon_recent_signs()
