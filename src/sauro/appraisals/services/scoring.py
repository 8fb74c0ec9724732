"""The score of sheets, by the pure rules from the sums; of leaders after those they answer for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from uuid import UUID

from sauro.appraisals.enums import Duty
from sauro.appraisals.rulings import score_of
from sauro.appraisals.selectors.led import Led
from sauro.appraisals.selectors.regulations import field_paths
from sauro.appraisals.services.sums import Figures, Scored, add_up, write_scores


def score_sheets(sheet_ids: Sequence[UUID], *, closed_at: dt.datetime | None = None) -> int:
    """Add some sheets up and score them: staff first, then leaders from the lowest unit upwards.

    With ``closed_at`` they are closed in the same breath. Returns how many sheets changed.
    """
    found = add_up(sheet_ids)
    scored = [(one, score_of(one, None)) for one in found if one.duty == Duty.STAFF]
    scored += _score_leaders([one for one in found if one.duty != Duty.STAFF], scored)
    return write_scores(scored, closed_at=closed_at)


def _score_leaders(leaders: Sequence[Figures], staff: Sequence[Scored]) -> list[Scored]:
    if not leaders:
        return []
    led, fields = Led(leaders), field_paths([one.appointment_id for one in leaders])
    done: list[Scored] = []
    level = staff
    for above in _from_below(leaders):
        for one, score in level:
            led.hear(one.sheet_id, one.sums, score)
        level = [(one, score_of(one, led.leader(one, fields.get(one.appointment_id, ())))) for one in above]
        done += level
    return done


def _from_below(leaders: Sequence[Figures]) -> Iterator[list[Figures]]:
    """Yield the leaders level by level: deputies before heads, lower units first."""
    levels: dict[tuple[int, bool], list[Figures]] = defaultdict(list)
    for one in leaders:
        levels[-one.path.count("/"), one.duty == Duty.HEAD].append(one)
    for _level, held in sorted(levels.items(), key=lambda one: one[0]):
        yield held
