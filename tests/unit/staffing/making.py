"""Small problems of staffing, by hand and at random, and the best answer found by trying all of them."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections import Counter
from collections.abc import Iterator, Mapping

from sauro.staffing.solver.places import Crossing, Place, Point, Roads
from sauro.staffing.solver.problem import Mover, Opening, Problem, Rules, Weights

TODAY = dt.date(2026, 12, 1)
NEAR, MIDDLE, FAR, ISLAND = (
    Place("near", Point(10.0, 105.0), hardship=0, approved=40, present=30),
    Place("middle", Point(10.2, 105.1), hardship=1, approved=40, present=20),
    Place("far", Point(10.5, 105.3), hardship=2, approved=40, present=38),
    Place("island", Point(9.7, 104.3), hardship=3, approved=20, present=10),
)
ROADS = Roads(crossings={"island": Crossing(harbour=Point(10.0, 105.05), minutes=150)})


def free(key: str, place: str = "near", **more: object) -> Mover:
    """Somebody who works in land matters and consents to move."""
    known: dict[str, object] = {"fields": frozenset({"land"}), "consents": True, **more}
    return Mover(key, place, **known)  # type: ignore[arg-type]  # fields of Mover by name


def problem_of(*rows: Mover | Opening, **more: object) -> Problem:
    """A problem on the four places."""
    movers = tuple(row for row in rows if isinstance(row, Mover))
    openings = tuple(row for row in rows if isinstance(row, Opening))
    given: dict[str, object] = {"rules": Rules(TODAY), "roads": ROADS, **more}
    return Problem((NEAR, MIDDLE, FAR, ISLAND), movers, openings, **given)  # type: ignore[arg-type]  # as above


def random_problem(seed: int, *, people: int = 4, posts: int = 4, budget: int | None = None) -> Problem:
    """A small problem in which every rule has its turn."""
    choose = random.Random(seed)  # noqa: S311 -- repeatable, not secret
    places = [place.key for place in (NEAR, MIDDLE, FAR, ISLAND)]
    movers = tuple(_random_mover(choose, f"p{number}", places) for number in range(choose.randint(1, people)))
    openings = tuple(_random_opening(choose, f"o{number}", places) for number in range(choose.randint(1, posts)))
    weights = Weights(*(choose.randint(0, 10) for _name in Weights.__slots__))
    rules = Rules(
        TODAY, consent_needed=choose.random() < 0.8, longest_minutes=choose.choice((60, 180, 400)), budget=budget
    )
    return problem_of(*movers, *openings, rules=rules, weights=weights)


def _random_mover(choose: random.Random, key: str, places: list[str]) -> Mover:
    return Mover(
        key,
        place=choose.choice(places),
        home=choose.choice(["", *places]),
        fields=frozenset(choose.sample(["land", "finance", "health"], choose.randint(1, 2))),
        qualifications=frozenset(choose.sample(["law", "it"], choose.randint(0, 2))),
        circumstances=choose.randint(0, 3),
        not_before=choose.choice([None, None, TODAY, TODAY + dt.timedelta(days=1)]),
        stays_until=choose.choice([None, None, TODAY, TODAY - dt.timedelta(days=1)]),
        consents=choose.random() < 0.8,
    )


def _random_opening(choose: random.Random, key: str, places: list[str]) -> Opening:
    return Opening(
        key,
        place=choose.choice(places),
        field=choose.choice(["land", "finance", "health"]),
        count=choose.randint(0, 3),
        qualifications=frozenset(choose.sample(["law", "it"], choose.choice([0, 0, 1]))),
        importance=choose.randint(1, 5),
        closed_to_locals=choose.random() < 0.3,
    )


def best_by_trying(problem: Problem) -> int:
    """The most points any allowed set of moves has. It shares no code with the solver."""
    return max(_worth(problem, moves) for moves in _allowed(problem))


def _allowed(problem: Problem) -> Iterator[Mapping[str, Opening]]:
    choices = [[None, *(one for one in problem.openings if _may(problem, who, one))] for who in problem.movers]
    for picked in itertools.product(*choices):
        moves = {who.key: one for who, one in zip(problem.movers, picked, strict=True) if one is not None}
        counts = Counter(one.key for one in moves.values())
        within = all(counts[one.key] <= one.count for one in problem.openings)
        settled = all(moves.get(who) == (key and problem.opening_of[key]) for who, key in problem.fixed.items())
        budget = problem.rules.budget
        if within and settled and (budget is None or _support(problem, moves) <= budget):
            yield moves


def _may(problem: Problem, who: Mover, one: Opening) -> bool:
    if who.key in problem.fixed:
        return problem.fixed[who.key] == one.key
    rules, minutes = problem.rules, _minutes(problem, who, one)
    return (
        (who.consents or not rules.consent_needed)
        and not (who.not_before and who.not_before > rules.on)
        and not (who.stays_until and who.stays_until >= rules.on)
        and one.field in who.fields
        and all(need in who.qualifications for need in one.qualifications)
        and not (one.closed_to_locals and (not who.home or who.home == one.place))
        and who.place != one.place
        and minutes <= rules.longest_minutes
    )


def _minutes(problem: Problem, who: Mover, one: Opening) -> int:
    minutes = problem.roads.minutes(problem.place_of[who.place], problem.place_of[one.place])
    assert minutes is not None
    return minutes


def _cost(problem: Problem, who: Mover, one: Opening) -> int:
    far = _minutes(problem, who, one) >= problem.rules.far_minutes
    grade = problem.place_of[one.place].hardship
    return problem.rules.support + grade * problem.rules.support_by_hardship if far else 0


def _support(problem: Problem, moves: Mapping[str, Opening]) -> int:
    return sum(_cost(problem, problem.mover_of[who], one) for who, one in moves.items())


def _worth(problem: Problem, moves: Mapping[str, Opening]) -> int:
    weights, rules, points = problem.weights, problem.rules, 0
    highest = rules.support + 3 * rules.support_by_hardship
    arrived: Counter[str] = Counter()
    for key, one in moves.items():
        who, place = problem.mover_of[key], problem.place_of[one.place]
        share = 100 * min(_minutes(problem, who, one), rules.longest_minutes) // rules.longest_minutes
        points += weights.importance * 20 * one.importance - weights.distance * share
        points -= weights.circumstances * (share * who.circumstances // 3)
        points -= weights.support * (100 * _cost(problem, who, one) // highest)
        empty = max(0, place.approved - place.present - arrived[place.key])
        points += weights.fairness * (100 * empty // place.approved)
        arrived[place.key] += 1
    return points
