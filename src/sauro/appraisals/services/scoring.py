"""The score of sheets, by the pure rules from the sums; of leaders after those they answer for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from uuid import UUID

from sauro.appraisals.enums import Duty
from sauro.appraisals.rulings import score_of
from sauro.appraisals.selectors.led import Led
from sauro.appraisals.selectors.regulations import field_paths
from sauro.appraisals.services.sums import Figures, add_up, write_scores


def score_sheets(sheet_ids: Sequence[UUID]) -> None:
    """Add some sheets up and score them: staff first, then leaders from the lowest unit upwards."""
    found = add_up(sheet_ids)
    write_scores([(one, score_of(one, None)) for one in found if one.duty == Duty.STAFF])
    leaders = [one for one in found if one.duty != Duty.STAFF]
    fields = field_paths([one.appointment_id for one in leaders])
    for level in _from_below(leaders):
        led = Led(level)
        write_scores([(one, score_of(one, led.leader(one, fields.get(one.appointment_id, ())))) for one in level])


def _from_below(leaders: Sequence[Figures]) -> Iterator[list[Figures]]:
    """Yield the leaders level by level: deputies before heads, lower units first."""
    levels: dict[tuple[int, bool], list[Figures]] = defaultdict(list)
    for one in leaders:
        levels[-one.path.count("/"), one.duty == Duty.HEAD].append(one)
    for _level, held in sorted(levels.items(), key=lambda one: one[0]):
        yield held
