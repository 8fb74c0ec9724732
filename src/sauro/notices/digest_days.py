"""When a digest is due, and when nothing is sent. Pure: days and hours in Vietnam."""

from __future__ import annotations

import datetime as dt

from sauro.common.clock import VIETNAM
from sauro.notices.enums import DigestRhythm
from sauro.notices.models import MailPreference


def latest_digest_day(preference: MailPreference, moment: dt.datetime) -> dt.date | None:
    """Return the latest day on which a digest was or is due by ``moment``; none when none is wanted."""
    here = moment.astimezone(VIETNAM)
    day = here.date() if here.hour >= preference.hour else here.date() - dt.timedelta(days=1)
    if preference.rhythm == DigestRhythm.WEEKLY:
        return day - dt.timedelta(days=(day.weekday() - preference.weekday) % 7)
    return day if preference.rhythm == DigestRhythm.DAILY else None


def quiet_until(preference: MailPreference | None, moment: dt.datetime) -> dt.datetime | None:
    """Return when the quiet hours end in which ``moment`` lies; none when it lies in none."""
    if preference is None or preference.quiet_from is None or preference.quiet_until is None:
        return None
    here = moment.astimezone(VIETNAM)
    begins, ends = preference.quiet_from, preference.quiet_until
    clock = here.time()
    over_midnight = begins > ends
    is_quiet = (clock >= begins or clock < ends) if over_midnight else begins <= clock < ends
    if not is_quiet:
        return None
    end = here.replace(hour=ends.hour, minute=ends.minute, second=0, microsecond=0)
    return end + dt.timedelta(days=1) if over_midnight and clock >= begins else end
