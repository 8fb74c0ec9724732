"""Measures proposals of moves for an invented province and writes the figures: `make bench-staffing`.

Three provinces of 102 communes, with the surplus and the openings of a province that lacks one post in seven. Processor
time is what counts: the machine may do other things. The page docs/dev/staffing-figures.md is written by this command.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from sauro.staffing.solver.columns import columns_of
from sauro.staffing.solver.explain import limits, why
from sauro.staffing.solver.places import Crossing, Place, Point, Roads
from sauro.staffing.solver.problem import Mover, Opening, Problem, Rules
from sauro.staffing.solver.proposal import Proposal, propose

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "staffing-figures.md"
SEEDS = (1, 2, 3)
PEOPLE = (500, 1200, 3000)
COMMUNES, POSTS, ISLANDS = 102, 2600, 3
FIELDS = tuple(f"field-{number}" for number in range(14))
SHOWN = ("degree", "informatics", "language", "law")
HARBOUR = Point(10.0, 104.9)


def province(seed: int, people: int) -> Problem:
    """An invented province: communes over a hundred kilometres, three of them islands, people and posts at random."""
    choose = Random(seed)  # noqa: S311 -- the same every time
    keys = [f"commune-{number}" for number in range(COMMUNES)]
    places = tuple(
        Place(
            key,
            Point(9.6 + choose.random(), 104.5 + choose.random()),
            choose.randrange(4),
            110,
            choose.randint(75, 108),
        )
        for key in keys
    )
    crossings = {key: Crossing(HARBOUR, choose.randint(60, 150)) for key in keys[:ISLANDS]}
    movers = tuple(_mover(choose, f"person-{number}", keys) for number in range(people))
    alike = Counter(_post(choose, keys) for _number in range(POSTS))
    openings = tuple(replace(post, key=f"post-{number}", count=alike[post]) for number, post in enumerate(alike))
    return Problem(places, movers, openings, Rules(dt.date(2026, 12, 1)), roads=Roads(crossings=crossings))


def _mover(choose: Random, key: str, places: list[str]) -> Mover:
    return Mover(
        key,
        place=choose.choice(places),
        home=choose.choice(places),
        fields=frozenset(choose.sample(FIELDS, choose.choice((1, 1, 1, 2)))),
        qualifications=frozenset(choose.sample(SHOWN, choose.randrange(4))),
        circumstances=choose.choices(range(4), (6, 2, 1, 1))[0],
        consents=choose.random() < 0.9,
    )


def _post(choose: Random, places: list[str]) -> Opening:
    return Opening(
        "",
        place=choose.choice(places),
        field=choose.choice(FIELDS),
        qualifications=frozenset(choose.sample(SHOWN, choose.choice((0, 0, 1)))),
        importance=choose.randint(1, 5),
        closed_to_locals=choose.random() < 0.1,
    )


def main() -> int:
    """Measure, write the page and print it."""
    lines = [
        *_HEAD,
        *(_line(seed, people, budget) for budget in (None, 40_000) for people in PEOPLE for seed in SEEDS),
    ]
    text = "\n".join([*lines, ""])
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


def _line(seed: int, people: int, budget: int | None) -> str:
    problem = province(seed, people)
    problem = replace(problem, rules=replace(problem.rules, budget=budget))
    begin, clock = time.process_time(), time.monotonic()
    proposal = propose(problem)
    spent, waited = time.process_time() - begin, time.monotonic() - clock
    begin = time.process_time()
    explained = _explain(proposal)
    cells = (
        people, "" if budget is None else f"{budget:,}".replace(",", "."), seed, len(columns_of(problem).mover),
        len(proposal.moves), sum(proposal.left.values()), f"{spent:.2f}", f"{waited:.2f}",
        f"{100 * proposal.gap / max(1, proposal.points):.3f}",
        f"{(time.process_time() - begin) * 1000 / explained:.0f}",
    )  # fmt: skip
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _explain(proposal: Proposal) -> int:
    """Explain some people and the whole; returns how many explanations that were."""
    people = [move.person for move in proposal.moves[:20]]
    for person in people:
        why(proposal, person)
    return len(people) + len(limits(proposal))


_HEAD = [
    "# Figures of proposals of moves",
    "",
    f"Written by `make bench-staffing` on {dt.datetime.now(dt.UTC):%d.%m.%Y}; not edited by hand. Invented provinces",
    f"of {COMMUNES} communes and {POSTS} vacant posts; HiGHS for at most 2 s on one of {os.cpu_count()} processors.",
    "*Budget*: thousand",
    "đồng a month for those far away. *Gap*: how far from the best the proposal can be at most, in per cent of its",
    "points. *Explanation*: milliseconds of the processor for one person or one field.",
    "",
    "| people | budget | seed | possible moves | moved | left | processor, s | waited, s | gap, % | explanation, ms |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
]


if __name__ == "__main__":
    sys.exit(main())
