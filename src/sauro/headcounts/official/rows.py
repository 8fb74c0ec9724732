"""What a line of a form is made from: a unit with its people counted, or a person."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sauro.workforce.selectors.people import MASK

WITHHELD = "*"
"""What stands in place of a number that would tell of few people; a note below the table says so."""

HIDDEN = MASK
"""What stands in place of a sensitive fact that was not opened."""

COUNTED_BY = ("sex", "band", "education", "theory", "rank", "rating", "is_digital", "side")
"""The dimensions by which the people of a unit are counted, in the order of the keys of ``UnitRow.people``."""

_AT = {name: place for place, name in enumerate(COUNTED_BY)}


@dataclass(slots=True)
class UnitRow:
    """A unit, or a commune with all its units: posts approved, and people in post by :data:`COUNTED_BY`.

    ``minority`` is what may be told of ethnicity: a number, or None where it is withheld.
    """

    name: str
    approved: int = 0
    people: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    minority: int | None = None

    @property
    def present(self) -> int:
        """How many people are in post."""
        return self.people.total()

    def count(self, wanted: Mapping[str, frozenset[Any]]) -> int:
        """Return how many people have one of the values wanted in each dimension."""
        tests = [(_AT[name], values) for name, values in wanted.items()]
        return sum(number for key, number in self.people.items() if all(key[at] in held for at, held in tests))


def together(rows: Iterable[UnitRow], name: str, minority: int | None) -> UnitRow:
    """Return the sum of rows. What may be told of ethnicity is no sum: it comes from elsewhere."""
    total = UnitRow(name, minority=minority)
    for row in rows:
        total.approved += row.approved
        total.people.update(row.people)
    return total


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody in a full post on the day, as far as the reader may know.

    ``born`` is a year alone where the reader may not see birth dates, None when nothing is stated. Of a kind of fact
    the highest value that day is kept: words of the value (``words``), what else it says (``details``), and since when
    (``since``). ``opened`` holds sensitive kinds in clear; the others are masked. ``more`` is what the form asked for.
    """

    dossier_id: UUID
    unit_id: UUID
    name: str
    born: dt.date | int | None
    is_female: bool | None
    post: str
    unit: str
    in_post_since: dt.date | None
    post_decision: str
    recruited_on: dt.date | None
    retires_on: dt.date | None
    words: Mapping[str, str]
    details: Mapping[str, str]
    since: Mapping[str, dt.date | None]
    opened: Mapping[str, str]
    more: Any = None

    def clear(self, kind: str) -> str:
        """Return a sensitive fact: in clear when it was opened, masked otherwise."""
        return self.opened.get(kind, HIDDEN)
