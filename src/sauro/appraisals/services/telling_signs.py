"""Tells of what is to be explained: the person at once, the head when it is answered or its time has passed.

A notice says that there is something, never what; no score, filter or ranking reads it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sauro.accounts.selectors.recipients import Recipients, Users
from sauro.appraisals import events
from sauro.appraisals.enums import Duty
from sauro.appraisals.models import Sheet, Sign
from sauro.appraisals.policies import HEAD_WAITS
from sauro.appraisals.services.telling_complaints import tell, users_of_people
from sauro.audit.listeners import Heard, listen
from sauro.common.clock import VIETNAM
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.services.making import Occasion
from sauro.notices.subjects import Subject
from sauro.organizations.models import Unit
from sauro.plans.months import month_of, shifted

SIGN, SHEET = "appraisal_sign", "appraisal_sheet"
"""What a notice leads to: the place to answer, and for the head the sheet."""
_JUDGE = "appraisals.judge"
_MONTHS = 3
"""How many months back a sign is told of: as far as signs are looked for."""


def sheet_subject(sheet: Sheet) -> Subject:
    """Return how a notice names a sheet: by its month."""
    return Subject(SHEET, sheet.pk, sheet.domain, f"{sheet.month:%m/%Y}", None)


def listen_to_signs() -> None:
    """Register the listener."""
    listen(events.SIGN_ANSWERED, _answered)


def signs_due(day: dt.date) -> Iterator[Occasion]:
    """Yield what is to be told of signs without an answer: to the person, and after some days to the head.

    What was found anew in a sign is told anew.
    """
    rows = Sign.objects.filter(answer="", gone_at=None, sheet__month__gt=shifted(month_of(day), -_MONTHS))
    found = list(rows.select_related("sheet__appointment", "sheet__unit__parent"))
    users = users_of_people({one.sheet.appointment.person_id for one in found})
    recipients = Recipients(_judging(one.sheet) for one in found)
    for one in found:
        sheet, key = one.sheet, f"sign:{one.pk}:{one.found_at:%Y%m%d%H%M}"
        user, last = users.get(sheet.appointment.person_id), (one.found_at + HEAD_WAITS).astimezone(VIETNAM).date()
        if user is not None:
            subject = Subject(SIGN, one.pk, sheet.domain, f"{sheet.month:%m/%Y}", last)
            yield Occasion(Kind.SIGN_ASKED, key, frozenset([user]), subject=subject)
        if day > last:
            yield Occasion(
                Kind.SIGN_UNANSWERED, f"{key}:late", _heads(sheet, recipients) - {user}, subject=sheet_subject(sheet)
            )


def _answered(heard: Heard) -> None:
    if not isinstance(heard.obj, Sign):
        return
    sheet = heard.obj.sheet
    tell(heard, Kind.SIGN_ANSWERED, sheet_subject(sheet), _heads(sheet, Recipients([_judging(sheet)])))


def _judging(sheet: Sheet) -> Unit:
    unit = sheet.unit
    return unit.parent if sheet.duty == Duty.HEAD and unit.parent else unit


def _heads(sheet: Sheet, recipients: Recipients) -> Users:
    return recipients.heads(_judging(sheet), seeing=_JUDGE, otherwise=_JUDGE)
