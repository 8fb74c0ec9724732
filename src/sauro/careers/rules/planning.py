"""The numeric rules of succession planning (QĐ 377-QĐ/TW, HD 45-HD/BTCTW of 2025), with the day from which they hold.

Months are counted from month to month: the reference is a month, and working time ends with a month. A post is higher
when its step in the list of posts of the political system is a smaller number (QĐ 368-QĐ/TW).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from sauro.careers.enums import Outcome, PlanningGroup, PlanningRule
from sauro.careers.rules.provisions import PLANNING_RULES, cited


@dataclass(frozen=True, slots=True)
class PlanningRules:
    """Numbers that hold from a day on: ``months_*`` of working time left, ``least`` and ``most`` names for a seat.

    ``women_least`` and ``young_least`` are the shares of a committee to strive for (Directive 45-CT/TW).
    """

    since: dt.date
    source: str
    per_post: int
    per_person: int
    months_due: int
    months_successor: int
    least: Fraction
    most: Fraction
    young_below: int
    women_least: Fraction
    young_least: Fraction


RULES = (
    PlanningRules(
        dt.date(2025, 11, 21), "QĐ 377-QĐ/TW, HD 45-HD/BTCTW", per_post=3, per_person=3, months_due=60,
        months_successor=120, least=Fraction(1), most=Fraction(3, 2), young_below=42,
        women_least=Fraction(15, 100), young_least=Fraction(10, 100),
    ),
)  # fmt: skip
"""From the earliest to the latest."""

REFERENCES = (
    ("Cấp ủy xã, phường, đặc khu, nhiệm kỳ 2030–2035", dt.date(2030, 7, 1)),
    ("Tổ chức cơ sở đảng, nhiệm kỳ 2030–2035", dt.date(2030, 4, 1)),
    ("Cấp trên trực tiếp cơ sở, nhiệm kỳ 2030–2035", dt.date(2030, 6, 1)),
    ("Trực thuộc Trung ương, nhiệm kỳ 2030–2035", dt.date(2030, 9, 1)),
    ("Chức danh nhà nước, nhiệm kỳ 2031–2036", dt.date(2031, 3, 1)),
)
"""Months at which working time left is counted, as their first days (HD 45-HD/BTCTW)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is on record for a name. Levels are steps of posts, 0 when not on record; numbers count this name too.

    ``retires_on`` is the last day of the working time; ``is_collective`` says that the list is of a committee, which
    has a coefficient and no limit of its own for each post.
    """

    group: PlanningGroup
    reference: dt.date
    level_held: int = 0
    level_wanted: int = 0
    retires_on: dt.date | None = None
    names_for_post: int = 1
    posts_of_person: int = 1
    is_collective: bool = False
    is_disciplined: bool = False


@dataclass(frozen=True, slots=True)
class PlanningFinding:
    """One rule with how it stands, and the two numbers compared, where there are any."""

    rule: PlanningRule
    outcome: Outcome
    number: int | None = None
    limit: int | None = None

    def source(self, on: dt.date) -> str:
        """Return where the rule is laid down on a day."""
        return cited(PLANNING_RULES[self.rule], on)


def rules_on(day: dt.date) -> PlanningRules:
    """Return the rules that hold on a day; before the first those are taken."""
    return next((one for one in reversed(RULES) if one.since <= day), RULES[0])


def months_between(reference: dt.date, end: dt.date) -> int:
    """Return the months from the month of reference to the month in which working time ends; less than 0 when past."""
    return (end.year - reference.year) * 12 + end.month - reference.month


def examine(candidate: Candidate, on: dt.date) -> list[PlanningFinding]:
    """Return how a name stands against every rule of a day."""
    return list(_examined(candidate, rules_on(on)))


def _examined(one: Candidate, rules: PlanningRules) -> Iterator[PlanningFinding]:
    yield PlanningFinding(PlanningRule.HIGHER, _higher(one), one.level_held or None, one.level_wanted or None)
    needed = rules.months_due if one.group == PlanningGroup.DUE else rules.months_successor
    left = months_between(one.reference, one.retires_on) if one.retires_on is not None else None
    outcome = Outcome.UNKNOWN if left is None else _met(is_met=left >= needed)
    yield PlanningFinding(PlanningRule.WORKING_TIME, outcome, left, needed)
    if not one.is_collective:
        is_met = one.names_for_post <= rules.per_post
        yield PlanningFinding(PlanningRule.PER_POST, _met(is_met=is_met), one.names_for_post, rules.per_post)
    if one.level_wanted:
        is_met = one.posts_of_person <= rules.per_person
        yield PlanningFinding(PlanningRule.PER_PERSON, _met(is_met=is_met), one.posts_of_person, rules.per_person)
    else:
        yield PlanningFinding(PlanningRule.PER_PERSON, Outcome.UNKNOWN, None, rules.per_person)
    if one.is_disciplined:
        yield PlanningFinding(PlanningRule.DISCIPLINE, Outcome.LACKING)


def _met(*, is_met: bool) -> Outcome:
    return Outcome.MET if is_met else Outcome.LACKING


def _higher(one: Candidate) -> Outcome:
    if not one.level_held or not one.level_wanted:
        return Outcome.UNKNOWN
    return _met(is_met=one.level_wanted < one.level_held)


def names_wanted(seats: int, on: dt.date) -> tuple[int, int]:
    """Return the least and the most names for a committee of so many seats, by the coefficient of a day."""
    rules = rules_on(on)
    return ceil(seats * rules.least), floor(seats * rules.most)


def is_young(birth: dt.date, reference: dt.date) -> bool:
    """Tell whether somebody is below the age of the young at the month of reference."""
    months = (reference.year - birth.year) * 12 + reference.month - birth.month
    return months < rules_on(reference).young_below * 12
