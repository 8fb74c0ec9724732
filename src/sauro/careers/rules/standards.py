"""A person held against the standard of their post, demand by demand, and against the duties of training.

Levels are places in the lists of :mod:`sauro.workforce.fields`, 1 for the least. Of what is not on record nothing is
concluded: the outcome is unknown. A demand is due when the time that the standard leaves has passed since it began to
hold for the person.

Duties (NĐ 171/2025/NĐ-CP): whoever is appointed to lead finishes the course in state management within twelve months;
every civil servant has at least one week, 40 periods, of training for the post each year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sauro.careers.enums import Need, Outcome
from sauro.careers.rules.provisions import NEEDS, cited
from sauro.workforce.rules.terms import after_months

STATE_MANAGEMENT, DIGITAL, JOB = "state_management", "digital", "job"
"""Kinds of training as the dossiers name them."""


@dataclass(frozen=True, slots=True)
class DutyRules:
    """The duties of training that hold from a day on."""

    since: dt.date
    course_months: int
    yearly_periods: int


DUTIES = (DutyRules(dt.date(2025, 7, 1), course_months=12, yearly_periods=40),)
"""From the earliest to the latest."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A standard. Level 0 and an empty set demand nothing; ``subjects`` are folded words, one of which is enough."""

    since: dt.date
    education: int = 0
    subjects: tuple[str, ...] = ()
    theory: int = 0
    state_management: bool = False
    digital: bool = False
    competencies: Mapping[str, int] = field(default_factory=dict)
    grace_months: int | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """A training: its kind, the day it began, and its periods when they are on record."""

    kind: str
    since: dt.date
    periods: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """What is on record of a person. ``degrees`` are level and folded subject; ``theory`` None means no record."""

    degrees: tuple[tuple[int, str], ...] = ()
    theory: int | None = None
    trainings: tuple[Training, ...] = ()
    competencies: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Post:
    """What of the post held counts for duties: since when, whether it leads, whether a civil servant holds it."""

    since: dt.date
    is_leading: bool
    is_official: bool


@dataclass(frozen=True, slots=True)
class Result:
    """How somebody stands against one demand. ``wanted`` and ``held`` are codes or numbers: a level, a kind, periods.

    ``competency`` names the competency of such a demand; ``due`` is the last day for it, when there is one.
    """

    need: Need
    outcome: Outcome
    wanted: str = ""
    held: str = ""
    competency: str = ""
    due: dt.date | None = None

    def source(self, on: dt.date) -> str:
        """Return where a duty of the law is laid down on a day; empty for a demand of the post's standard."""
        return cited(NEEDS.get(self.need, ()), on)


def course_of(one: Result) -> str:
    """Return what would close a gap: the kind of demand with its level, as one word for the address."""
    if one.need in (Need.STATE_MANAGEMENT, Need.LEADERS_COURSE):
        return str(Need.STATE_MANAGEMENT)
    return ":".join(filter(None, (str(one.need), one.competency, one.wanted)))


def duties_on(day: dt.date) -> DutyRules | None:
    """Return the duties that hold on a day; None before the first."""
    return next((one for one in reversed(DUTIES) if one.since <= day), None)


def measure(wanted: Wanted | None, held: Held, post: Post, on: dt.date) -> list[Result]:
    """Return how a person stands on a day against every demand of the standard (None: none), and every duty."""
    return [*(_against(wanted, held, post) if wanted else ()), *_duties(held, post, on)]


def _against(wanted: Wanted, held: Held, post: Post) -> Iterator[Result]:
    begins = max(wanted.since, post.since)
    due = after_months(begins, wanted.grace_months) if wanted.grace_months is not None else None
    best = max((level for level, _subject in held.degrees), default=None)
    if wanted.education:
        yield _level(Need.EDUCATION, wanted.education, best, due)
    if wanted.subjects:
        yield _subject_result(wanted, held, due)
    if wanted.theory:
        yield _level(Need.THEORY, wanted.theory, held.theory, due)
    for need, kind, is_wanted in (
        (Need.STATE_MANAGEMENT, STATE_MANAGEMENT, wanted.state_management), (Need.DIGITAL, DIGITAL, wanted.digital)
    ):  # fmt: skip
        if is_wanted:
            yield Result(need, _trained(held, kind), wanted=kind, due=due)
    for code, level in wanted.competencies.items():
        yield _level(Need.COMPETENCY, level, held.competencies.get(code), due, code)


def _level(need: Need, wanted: int, held: int | None, due: dt.date | None, competency: str = "") -> Result:
    if held is None:
        return Result(need, Outcome.UNKNOWN, str(wanted), "", competency, due)
    return Result(need, Outcome.MET if held >= wanted else Outcome.LACKING, str(wanted), str(held), competency, due)


def _subject_result(wanted: Wanted, held: Held, due: dt.date | None) -> Result:
    """A degree of the level demanded in one of the fields. A degree without a subject leaves it open."""
    high_enough = [subject for level, subject in held.degrees if level >= wanted.education]
    if any(word in subject for subject in high_enough for word in wanted.subjects):
        outcome = Outcome.MET
    elif not held.degrees or "" in high_enough:
        outcome = Outcome.UNKNOWN
    else:
        outcome = Outcome.LACKING
    return Result(Need.SUBJECT, outcome, due=due)


def _trained(held: Held, kind: str) -> Outcome:
    if any(one.kind == kind for one in held.trainings):
        return Outcome.MET
    return Outcome.LACKING if held.trainings else Outcome.UNKNOWN


def has_degree_for(wanted: Wanted, held: Held) -> bool:
    """Tell whether one of the degrees is of the level demanded, in one of the fields where the standard names any."""
    high_enough = [subject for level, subject in held.degrees if level >= wanted.education]
    if not wanted.subjects:
        return bool(high_enough)
    return any(word in subject for subject in high_enough for word in wanted.subjects)


def _duties(held: Held, post: Post, on: dt.date) -> Iterator[Result]:
    rules = duties_on(on)
    if rules is None:
        return
    if post.is_leading:
        due = after_months(post.since, rules.course_months)
        yield Result(Need.LEADERS_COURSE, _trained(held, STATE_MANAGEMENT), wanted=STATE_MANAGEMENT, due=due)
    if post.is_official:
        yield _periods(rules, held, on)


def _periods(rules: DutyRules, held: Held, on: dt.date) -> Result:
    own = [one for one in held.trainings if one.kind == JOB and one.since.year == on.year and one.since <= on]
    known = sum(one.periods or 0 for one in own)
    if known >= rules.yearly_periods:
        outcome = Outcome.MET
    elif not held.trainings or any(one.periods is None for one in own):
        outcome = Outcome.UNKNOWN
    else:
        outcome = Outcome.LACKING
    due = dt.date(on.year, 12, 31)
    return Result(Need.YEARLY_PERIODS, outcome, str(rules.yearly_periods), str(known), due=due)
