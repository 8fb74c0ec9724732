"""Measures a proposal of moves on the synthetic province's records: `make bench-staffing-records`.

In a database that holds it (`sauro demo --workforce` in a data folder of its own), in a transaction that is taken back:
people who could move, what communes need and where they lie are invented there. Waiting time is that of a machine which
may have other things to do; processor time is of this process and of its database connection together.
docs/dev/staffing-on-records.md is written by this command.
"""

from __future__ import annotations

import cProfile
import datetime as dt
import os
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Count, Exists, OuterRef
from tools.bench_workforce import conditions, took

from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.staffing.models import Calculation, Consent, Need, PlaceData, ProposedMove, Scenario, Standing, Unplaced
from sauro.staffing.selectors.gather import gather
from sauro.staffing.services.running import run_scenario
from sauro.staffing.solver.proposal import propose
from sauro.workforce.models import Post, Seat, Tenure

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "staffing-on-records.md"
PEOPLE, TIMES = 1_200, 5
BUDGET = 40_000
_HARBOUR = (10.0, 104.9)


def main() -> None:
    """Measure, write the page and print it. With SAURO_PROFILE the whole run is profiled instead."""
    with transaction.atomic():
        scenario = _invent(Random(7))  # noqa: S311 -- the same every time
        if os.environ.get("SAURO_PROFILE"):
            cProfile.runctx("run_scenario(scenario_id=scenario.pk)", globals(), {"scenario": scenario}, sort="cumtime")
        else:
            text = "\n".join(_page(scenario)) + "\n"
            # What follows was measured by hand.
            _own, there, rest = PAGE.read_text(encoding="utf-8").partition("\n## ") if PAGE.exists() else ("", "", "")
            PAGE.write_text(f"{text}{there}{rest}", encoding="utf-8")
            sys.stdout.write(text)
        transaction.set_rollback(True)


def _invent(dice: Random) -> Scenario:
    """Lay down where communes lie, who could move, and for which positions free posts are needed."""
    ProposedMove.objects.all().delete()
    for model in (Unplaced, Calculation, Scenario, Need, PlaceData, Consent, Standing):
        model.objects.all().delete()
    communes = Unit.objects.filter(level=UnitLevel.COMMUNE, kind=UnitKind.TERRITORY).order_by("code")
    PlaceData.objects.bulk_create(_place(dice, number, unit) for number, unit in enumerate(communes))
    tenures = Tenure.objects.as_of(today()).filter(
        dossier__domain=Domain.STATE, unit__level=UnitLevel.COMMUNE, post__is_head=False, post__is_key=False,
    ).order_by("pk")  # fmt: skip
    people = dice.sample(list(tenures.values_list("dossier", "post")), PEOPLE)
    Standing.objects.bulk_create(
        Standing(dossier_id=dossier, could_move=True, circumstances=dice.choices(range(4), (6, 2, 1, 1))[0])
        for dossier, _post in people
    )
    Consent.objects.bulk_create(Consent(dossier_id=dossier) for dossier, _post in people)
    _need(dice, sorted({post for _dossier, post in people}))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE staffing_standing, staffing_consent, staffing_need, staffing_placedata")
    root = Unit.objects.get(level=UnitLevel.PROVINCE, kind=UnitKind.TERRITORY)
    made: Scenario = Scenario.objects.create(
        name="Đo tốc độ", unit=root, domain=Domain.STATE, day=today() + dt.timedelta(days=30), longest_minutes=180,
        made_by_name="Đo tốc độ", search_key="do toc do",
    )  # fmt: skip
    Calculation.objects.create(scenario=made)
    return made


def _place(dice: Random, number: int, unit: Unit) -> PlaceData:
    """A commune within a hundred kilometres; the first three are islands."""
    harbour = (*_HARBOUR, dice.randint(60, 150)) if number < 3 else (None, None, None)
    return PlaceData(
        unit=unit, latitude=9.6 + dice.random(), longitude=104.5 + dice.random(), hardship=dice.randrange(4),
        harbour_latitude=harbour[0], harbour_longitude=harbour[1], crossing_minutes=harbour[2],
    )  # fmt: skip


def _need(dice: Random, posts: list[UUID]) -> None:
    """Let every free post of a unit be needed for one of the positions that those who could move hold."""
    blocks = dict(Post.objects.values_list("pk", "block"))
    held = Tenure.objects.as_of(today()).filter(seat=OuterRef("pk"))
    free = Seat.objects.filter(~Exists(held), valid__contains=today(), is_exceptional=False, post=None)
    rows = free.filter(allotment__domain=Domain.STATE, allotment__unit__level=UnitLevel.COMMUNE)
    wanted: dict[tuple[UUID, UUID], int] = {}
    for unit, block, number in rows.values_list("allotment__unit", "allotment__block").annotate(n=Count("pk")):
        fitting = [post for post in posts if blocks[post] == block]
        for _one in range(number if fitting else 0):
            key = (unit, dice.choice(fitting))
            wanted[key] = wanted.get(key, 0) + 1
    Need.objects.bulk_create(Need(unit_id=unit, post_id=post, number=n) for (unit, post), n in wanted.items())


def _page(scenario: Scenario) -> Iterator[str]:
    gathered = gather(scenario)
    problem = gathered.problem
    yield "# Proposals of moves on a whole province"
    yield ""
    vacant = sum(one.count for one in problem.openings)
    yield f"Written by `make bench-staffing-records` on {dt.datetime.now(dt.UTC):%d.%m.%Y}; not edited by hand. The"
    yield f"synthetic province on {os.cpu_count()} processors: {len(problem.movers)} people who could move,"
    yield f"{len(problem.openings)} openings for {vacant} vacant posts, {len(problem.places)} places. Milliseconds, the"
    yield f"median of {TIMES} times, and the longest; processor time is of the program and its database connection."
    yield from conditions()
    yield ""
    yield "| what | waited | longest | processor |"
    yield "| --- | --- | --- | --- |"
    yield _row("Gathering the problem from the records", lambda: gather(scenario))
    yield _row("Solving it, without a budget", lambda: propose(problem))
    yield _row("Whole run: gathered, solved, reasons, written", lambda: _run(scenario))
    scenario.budget = BUDGET
    scenario.save()
    yield _row(f"Whole run with a budget of {BUDGET} thousand đồng a month", lambda: _run(scenario))
    kept = Scenario.objects.get(pk=scenario.pk)
    yield ""
    moves = ProposedMove.objects.filter(scenario=scenario).count()
    yield f"With the budget {moves} moves of {kept.points} points; the best possible has at most {kept.bound}."


def _run(scenario: Scenario) -> None:
    ProposedMove.objects.filter(scenario=scenario).delete()
    Unplaced.objects.filter(scenario=scenario).delete()
    Scenario.objects.filter(pk=scenario.pk).update(state="computing")
    run_scenario(scenario_id=scenario.pk)


def _row(name: str, measured: Callable[[], object]) -> str:
    waited, spent = zip(*(took(measured) for _time in range(TIMES)), strict=True)
    cells = [f"{1000 * value:.0f}" for value in (statistics.median(waited), max(waited), statistics.median(spent))]
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
