"""Where what careers checks is laid down: instrument, article and clause, each with the day from which it holds.

Only what was read in the instrument itself, or in a copy of it, is named by article; where no more than the instrument
is known, ``place`` is empty and the screen says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from sauro.careers.enums import ActKind, Condition, MoveKind, Need, PlanningRule


class Grade(StrEnum):
    """How well a provision is known: from the instrument or an official page, or from a copy elsewhere."""

    CONFIRMED = "C"
    SECONDARY = "C2"


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision in force from ``since`` on. ``place`` names article and clause, empty when only the act is known."""

    instrument: str
    place: str
    since: dt.date
    grade: Grade = Grade.CONFIRMED
    amended_by: str = ""

    @property
    def words(self) -> str:
        """The provision as people cite it, from the smallest part up."""
        where = " ".join(filter(None, (self.place, self.instrument)))
        if self.amended_by:
            return _("%(where)s (sửa đổi bởi %(act)s)") % {"where": where, "act": self.amended_by}
        return where


LAW, DECREE, AMENDMENT = "Luật 80/2025/QH15", "NĐ 170/2025/NĐ-CP", "NĐ 300/2026/NĐ-CP"
TRAINING, AGES, PLANNING, GUIDE = "NĐ 171/2025/NĐ-CP", "NĐ 135/2020/NĐ-CP", "QĐ 377-QĐ/TW", "HD 45-HD/BTCTW"
RANKS, LOCALS = "QĐ 368-QĐ/TW", "Chỉ thị 45-CT/TW"

_LAW_DAY = dt.date(2025, 7, 1)
AMENDED_FROM = dt.date(2026, 8, 1)
"""The day from which the amendment holds."""
_BARRED = Provision(LAW, "khoản 2 Điều 38", _LAW_DAY)
_RETIREMENT = Provision(AGES, "Điều 4", dt.date(2021, 1, 1))
_PLANNED = Provision(GUIDE, "", dt.date(2025, 11, 21))
_TERM = Provision(LAW, "Điều 31", _LAW_DAY)


def _decree(place: str, since: dt.date = _LAW_DAY) -> Provision:
    return Provision(DECREE, place, since)


def _amended(place: str) -> Provision:
    """An article of the decree in the words of the amendment, of which a copy was read."""
    return Provision(DECREE, place, AMENDED_FROM, Grade.SECONDARY, AMENDMENT)


MOVES: Mapping[Condition, Sequence[Provision]] = {
    Condition.NOT_BARRED: (_BARRED, Provision(DECREE, "khoản 5 Điều 25", _LAW_DAY, Grade.SECONDARY)),
    Condition.SECONDMENT_LENGTH: (_decree("Điều 26"), _amended("khoản 2 Điều 26")),
    Condition.ROTATION_LENGTH: (_decree(""),),
    Condition.PLANNED: (_decree(""),),
    Condition.WORKING_TIME: (_decree(""), _RETIREMENT),
    Condition.RENEWABLE: (_TERM, _decree("Điều 36"), _amended("khoản 1 Điều 36"), _RETIREMENT),
    Condition.RENEWED_UNTIL: (_TERM, _decree("Điều 28"), _decree("Điều 36"), _amended("khoản 1 Điều 36")),
    Condition.NOT_LOCAL: (Provision(LOCALS, "", dt.date(2025, 4, 14)),),
}
"""For each condition of a move what lays it down; of one article of one act the latest in force counts."""

BARRED: Mapping[MoveKind, Sequence[Provision]] = {
    MoveKind.SECONDMENT: (_BARRED, _amended("khoản 6 Điều 26")),
    MoveKind.REAPPOINTMENT: (_BARRED, _amended("khoản 3 Điều 36")),
}
"""Where the cases in which nobody is moved stand elsewhere than for a transfer."""

PLANNING_RULES: Mapping[PlanningRule, Sequence[Provision]] = {
    PlanningRule.HIGHER: (_PLANNED, Provision(RANKS, "", dt.date(2025, 9, 8))),
    PlanningRule.WORKING_TIME: (_PLANNED, _RETIREMENT),
    PlanningRule.PER_POST: (_PLANNED,),
    PlanningRule.PER_PERSON: (_PLANNED,),
    PlanningRule.DISCIPLINE: (_PLANNED, _BARRED),
}

NEEDS: Mapping[Need, Sequence[Provision]] = {
    Need.LEADERS_COURSE: (Provision(TRAINING, "", _LAW_DAY),),
    Need.YEARLY_PERIODS: (Provision(TRAINING, "", _LAW_DAY),),
}
"""The duties of training; every other demand is laid down by the paper of the post's standard."""

ACTS: Mapping[ActKind, Sequence[Provision]] = {
    ActKind.RETIRED: (_RETIREMENT, Provision(DECREE, "Chương IV", _LAW_DAY, Grade.SECONDARY)),
    ActKind.LEFT: (Provision(DECREE, "Chương IV", _LAW_DAY, Grade.SECONDARY),),
    ActKind.RESIGNED: (_amended("Điều 52"),),
    ActKind.RELIEVED: (_decree("Điều 53"), _amended("Điều 53")),
    ActKind.DISMISSED: (Provision(LAW, "Điều 35, Điều 36", _LAW_DAY),),
}
"""On what the law lets each kind of decision rest, as a hint: the record says what the decision itself named."""


def in_force(provisions: Sequence[Provision], day: dt.date) -> list[Provision]:
    """Return the provisions in force on a day; of the same article only its latest words, before the first all."""
    held = [one for one in provisions if one.since <= day] or list(provisions)
    latest = {(one.instrument, _article(one)): one for one in sorted(held, key=lambda one: one.since)}
    return [one for one in held if latest[one.instrument, _article(one)] is one]


def cited(provisions: Sequence[Provision], day: dt.date) -> str:
    """Return the provisions in force on a day in words."""
    return "; ".join(one.words for one in in_force(provisions, day))


def _article(one: Provision) -> str:
    return one.place.rpartition("Điều ")[2]
