"""One person and one opening: what bars the move, and how many points it brings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sauro.staffing.solver.places import Place
from sauro.staffing.solver.problem import GRADES, IMPORTANCE, Mover, Opening, Problem

FULL = 100


class Bar(StrEnum):
    """Why a person cannot be proposed for an opening. The first that holds is told, in this order."""

    CONSENT = "consent"
    NOT_BEFORE = "not-before"
    STAY = "stay"
    SETTLED = "settled"
    FIELD = "field"
    QUALIFICATION = "qualification"
    LOCALS = "locals"
    SAME_PLACE = "same-place"
    UNKNOWN_ROAD = "unknown-road"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class Terms:
    """The points of a move by goal, weights included; ``fairness`` is that of the last post filled there."""

    importance: int
    distance: int
    circumstances: int
    support: int
    fairness: int = 0

    @property
    def points(self) -> int:
        """All together."""
        return self.importance + self.distance + self.circumstances + self.support + self.fairness


def own_bar(problem: Problem, mover: Mover) -> Bar | None:
    """What keeps a person out of every proposal, wherever the opening is. People settled are not asked again."""
    if mover.key in problem.fixed:
        return None
    rules = problem.rules
    if rules.consent_needed and not mover.consents:
        return Bar.CONSENT
    if mover.not_before is not None and rules.on < mover.not_before:
        return Bar.NOT_BEFORE
    if mover.stays_until is not None and rules.on <= mover.stays_until:
        return Bar.STAY
    return None


def bar_between(problem: Problem, mover: Mover, opening: Opening) -> Bar | None:
    """The first reason against a move, None when it is possible. What people settled stands against all rules."""
    if mover.key in problem.fixed:
        return None if problem.fixed[mover.key] == opening.key else Bar.SETTLED
    if (bar := own_bar(problem, mover)) is not None:
        return bar
    if opening.field not in mover.fields:
        return Bar.FIELD
    if not opening.qualifications <= mover.qualifications:
        return Bar.QUALIFICATION
    return _bar_of_place(problem, mover, opening)


def _bar_of_place(problem: Problem, mover: Mover, opening: Opening) -> Bar | None:
    # Whose home is not recorded could be a local: an opening closed to locals is not for them until it is.
    if opening.closed_to_locals and mover.home in ("", opening.place):
        return Bar.LOCALS
    if mover.place == opening.place:
        return Bar.SAME_PLACE
    minutes = problem.minutes_between[mover.place, opening.place]
    if minutes is None:
        return Bar.UNKNOWN_ROAD
    return Bar.DISTANCE if minutes > problem.rules.longest_minutes else None


def terms_of(problem: Problem, mover: Mover, opening: Opening) -> Terms:
    """The points of a move without fairness, which depends on who else moves. Whole numbers, so sums are exact."""
    weights, rules = problem.weights, problem.rules
    minutes = minutes_of(problem, mover, opening)
    far = FULL * min(minutes, rules.longest_minutes) // rules.longest_minutes
    support = rules.support_for(minutes, problem.place_of[opening.place])
    return Terms(
        importance=importance_points(problem, opening),
        distance=-weights.distance * far,
        circumstances=-weights.circumstances * (far * mover.circumstances // GRADES[-1]),
        support=-weights.support * (FULL * support // rules.highest_support),
    )


def importance_points(problem: Problem, opening: Opening) -> int:
    """The points of filling a post as important as this one."""
    return problem.weights.importance * FULL * opening.importance // IMPORTANCE[-1]


def minutes_of(problem: Problem, mover: Mover, opening: Opening) -> int:
    """Minutes of a move; the longest allowed where nobody can tell (only a move settled by people gets there)."""
    minutes = problem.minutes_between[mover.place, opening.place]
    return problem.rules.longest_minutes if minutes is None else minutes


def fairness_of(problem: Problem, place: Place, already_placed: int) -> int:
    """The points of filling one more post of a place where so many were filled: its share of empty posts, in per cent.

    It falls with each post filled, so places with the greatest lack come first and none is filled before the others.
    """
    empty = max(0, place.approved - place.present - already_placed)
    return problem.weights.fairness * (FULL * empty // max(1, place.approved))
