"""The mark of a year of a target. Red only for what is behind or missed; old figures turn grey by themselves."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext_lazy as _

from sauro.targets.enums import StandingChoice
from sauro.targets.models import YearLine
from sauro.targets.selectors.register import is_missed, is_stale
from sauro.ui.badges import Badge, Tone

_TONES = {
    StandingChoice.REACHED: Tone.DONE,
    StandingChoice.ON_PACE: Tone.ACTIVE,
    StandingChoice.BEHIND: Tone.LATE,
    StandingChoice.UNKNOWN: Tone.IDLE,
}


def standing_badge(line: YearLine, on: dt.date) -> Badge:
    """Return the mark of a year on a day."""
    if line.target is None:
        return Badge(_("Chưa có chỉ tiêu"), Tone.IDLE)
    if is_missed(line, on):
        return (
            Badge(_("Không đạt"), Tone.LATE) if line.actual is not None else Badge(_("Hết năm, chưa có số"), Tone.LATE)
        )
    if line.year > on.year and line.actual is None:
        return Badge(_("Chưa đến năm"), Tone.IDLE)
    if is_stale(line, on):
        return Badge(_("Chưa có số") if line.actual is None else _("Số liệu cũ"), Tone.IDLE)
    standing = StandingChoice(line.standing)
    return Badge(standing.label, _TONES[standing])
