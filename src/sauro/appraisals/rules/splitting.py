"""A task and the parts it was split into, side by side (NĐ 335/2025/NĐ-CP Điều 18 khoản 1 điểm c).

Parts that fail and are late alike give what the whole gives. When they differ, parts soften a failure of the whole to
the weight of the part that carries it; both figures are then shown, and people judge whether the splitting was real.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.rules.tasks import Sums, Task, sums_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """What parts give as parts and as one product."""

    parts: Sums
    whole: Sums

    @property
    def same(self) -> bool:
        """Whether splitting changed nothing."""
        return self.parts == self.whole


def as_whole(parts: Sequence[Task]) -> Task:
    """The parts as one product: done when all are; a failing or delay of any part is one of the whole, and parts that
    fail together fail once."""
    if not parts:
        raise RuleError("no_parts")
    return Task(
        id="+".join(part.id for part in parts),
        units=sum(part.units for part in parts),
        done=all(part.delivered for part in parts),
        failures=max(part.counted_failures for part in parts),
        late=max(part.counted_late for part in parts),
        kind=parts[0].kind,
        pending=any(part.pending for part in parts),
    )


def side_by_side(parts: Sequence[Task], settings: Settings) -> Comparison:
    """Compare the parts of one task with the whole they make."""
    return Comparison(sums_of(parts, settings), sums_of([as_whole(parts)], settings))
