"""The conditions of moves: transfer, rotation, secondment, re-appointment (:mod:`sauro.careers.rules.provisions`).

What is not on record is unknown, and does not pass. Whether somebody is ill, expects a child or is being investigated
is no business of these records: an officer looks into it and says only whether one of the cases applies.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sauro.careers.enums import Bars, Condition, MoveKind, Outcome
from sauro.careers.rules.provisions import BARRED, MOVES, cited
from sauro.workforce.rules.terms import last_day


@dataclass(frozen=True, slots=True)
class MoveRules:
    """Numbers of the law that hold from a day on. All are months; ``renew_below`` is where a term is only prolonged."""

    since: dt.date
    secondment_most: int
    rotation_least: int
    rotation_left: int
    term: int
    renew_below: int


RULES = (MoveRules(dt.date(2025, 7, 1), 36, 36, 120, 60, 24),)
"""From the earliest to the latest."""


@dataclass(frozen=True, slots=True)
class MoveFacts:
    """What is on record for a move. ``retires_on`` is the last day of the working time, ``last_day`` that of the move.

    ``is_disciplined``: a discipline is on record for the first day. ``is_planned``: whether the person is in planning.
    ``is_excepted``: a post closed to locals, or after two terms, for which the time of the rotation itself is enough.
    ``is_local`` is about posts closed to local people; ``closed_to_locals`` whether this is one.
    """

    kind: MoveKind
    first_day: dt.date
    last_day: dt.date | None = None
    retires_on: dt.date | None = None
    bars: Bars = Bars.NOT_CHECKED
    is_disciplined: bool = False
    is_planned: bool | None = None
    is_excepted: bool = False
    closed_to_locals: bool = False
    is_local: bool | None = None


@dataclass(frozen=True, slots=True)
class MoveFinding:
    """One condition, how it stands, where it is laid down, and the day that decides it, when one does."""

    condition: Condition
    outcome: Outcome
    source: str
    day: dt.date | None = None


def rules_on(day: dt.date) -> MoveRules:
    """Return the rules for a move that begins on a day; before the first rules those are taken."""
    return next((one for one in reversed(RULES) if one.since <= day), RULES[0])


def findings(facts: MoveFacts) -> list[MoveFinding]:
    """Return every condition of a move with how it stands."""
    return list(_findings(facts, rules_on(facts.first_day)))


def _findings(facts: MoveFacts, rules: MoveRules) -> Iterator[MoveFinding]:
    yield _found(facts, Condition.NOT_BARRED, _barred(facts))
    if facts.kind == MoveKind.SECONDMENT:
        latest = last_day(facts.first_day, rules.secondment_most)
        outcome = _known(facts.last_day is not None and facts.last_day <= latest, facts.last_day)
        yield _found(facts, Condition.SECONDMENT_LENGTH, outcome, latest)
    if facts.kind == MoveKind.ROTATION:
        yield from _rotation(facts, rules)
    if facts.kind == MoveKind.REAPPOINTMENT:
        yield from _renewal(facts, rules)
    if facts.closed_to_locals and facts.kind != MoveKind.REAPPOINTMENT:
        yield _found(facts, Condition.NOT_LOCAL, _known(facts.is_local is False, facts.is_local))


def _found(facts: MoveFacts, condition: Condition, outcome: Outcome, day: dt.date | None = None) -> MoveFinding:
    """Return a finding with what lays the condition down on the first day of the move."""
    elsewhere = BARRED.get(facts.kind) if condition == Condition.NOT_BARRED else None
    return MoveFinding(condition, outcome, cited(elsewhere or MOVES[condition], facts.first_day), day)


def _known(holds: bool, what: object) -> Outcome:  # noqa: FBT001 -- the answer itself
    """Return the outcome of a question that is open while ``what`` it is about is not on record."""
    if what is None:
        return Outcome.UNKNOWN
    return Outcome.MET if holds else Outcome.LACKING


def _barred(facts: MoveFacts) -> Outcome:
    if facts.is_disciplined or facts.bars == Bars.BARRED:
        return Outcome.LACKING
    return Outcome.MET if facts.bars == Bars.CLEAR else Outcome.UNKNOWN


def _rotation(facts: MoveFacts, rules: MoveRules) -> Iterator[MoveFinding]:
    earliest = last_day(facts.first_day, rules.rotation_least)
    outcome = _known(facts.last_day is not None and facts.last_day >= earliest, facts.last_day)
    yield _found(facts, Condition.ROTATION_LENGTH, outcome, earliest)
    yield _found(facts, Condition.PLANNED, _known(facts.is_planned is True, facts.is_planned))
    needed = facts.last_day if facts.is_excepted else last_day(facts.first_day, rules.rotation_left)
    enough = needed is not None and facts.retires_on is not None and facts.retires_on >= needed
    known = None if needed is None or facts.retires_on is None else needed
    yield _found(facts, Condition.WORKING_TIME, _known(enough, known), facts.retires_on)


def _renewal(facts: MoveFacts, rules: MoveRules) -> Iterator[MoveFinding]:
    """From two years left on it is a re-appointment; from five on a whole term, below that until retirement."""
    retires = facts.retires_on
    least = last_day(facts.first_day, rules.renew_below)
    yield _found(facts, Condition.RENEWABLE, _known(retires is not None and retires >= least, retires), retires)
    whole = last_day(facts.first_day, rules.term)
    right = whole if retires is None or retires >= whole else retires
    known = None if retires is None else facts.last_day
    outcome = _known(facts.last_day == right, known)
    yield _found(facts, Condition.RENEWED_UNTIL, outcome, right if retires else None)
