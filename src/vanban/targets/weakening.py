"""Whether a line of a plan asks for less than the line it answers: a lower figure, another unit, no figure at all.

Figures are compared by their unit; of several with one unit the one whose words agree most counts. "Không quá", "giảm
còn" and the like turn the comparison round: more is then less. Dates are compared by who has them as days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vanban.targets.quantities import Measure, Quantity, quantities
from vanban.text.normalize import fold, nfc

_DOWNWARD = re.compile(r"\b(?:còn|xuống|dưới)(?:\s+(?:khoảng|mức|còn|dưới))*\s*$", re.I)
"""What stands before a figure that is reached from above; "giảm 5%" is a change, of which more is more."""
_BEFORE = 90
_CLAUSE = re.compile(r"[;:.]\s")


class Lack(StrEnum):
    """How a figure falls short."""

    LOWER = "lower"
    OTHER_UNIT = "other_unit"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Weakening:
    """A figure that falls short: as asked, and as taken up (empty when it is absent)."""

    lack: Lack
    asked: str
    taken: str


def weakenings(asked: str, taken: str) -> tuple[Weakening, ...]:
    """Return the figures of ``asked`` that ``taken`` lowers, gives in another unit or leaves out, in reading order."""
    asked, taken = nfc(asked), nfc(taken)
    return tuple(_weakenings(asked, taken))


def _weakenings(asked: str, taken: str) -> Iterator[Weakening]:
    found = _figures(taken)
    for figure in _figures(asked):
        same = [one for one in found if _unit(one) == _unit(figure)]
        if not same:
            lack = Lack.OTHER_UNIT if found else Lack.ABSENT
            yield Weakening(lack, _printed(asked, figure), _printed(taken, found[0]) if found else "")
            continue
        mine = max(same, key=lambda one: _agreement(asked, figure, taken, one))
        if _is_less(asked, figure, mine):
            yield Weakening(Lack.LOWER, _printed(asked, figure), _printed(taken, mine))


def _figures(text: str) -> Sequence[Quantity]:
    return [one for one in quantities(text, 0, len(text)) if one.measure is not Measure.TIME]


def _unit(figure: Quantity) -> str:
    return fold(figure.unit or "")


def _printed(text: str, figure: Quantity) -> str:
    return " ".join(text[figure.begin : figure.end].split())


def _words(text: str, figure: Quantity) -> set[str]:
    """The words of the clause before a figure: those of the one before it say nothing of this one."""
    before = text[max(0, figure.begin - _BEFORE) : figure.begin]
    return set(fold(_CLAUSE.split(before)[-1]).split())


def _agreement(asked: str, figure: Quantity, taken: str, other: Quantity) -> int:
    return len(_words(asked, figure) & _words(taken, other))


def _is_less(asked: str, figure: Quantity, mine: Quantity) -> bool:
    before = asked[max(0, figure.begin - _BEFORE) : figure.begin]
    downward = figure.operator == "<=" or _DOWNWARD.search(before) is not None
    return mine.value > figure.value if downward else mine.value < figure.value
