"""Makes runs over assignments of commune A."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.bulk.enums import Act
from sauro.bulk.models import Run, RunRow
from sauro.bulk.services import runs
from sauro.bulk.services.performing import check_run, perform_run
from sauro.tasks.models import Assignment


def give(world: World, unit: str = "ubnd_a", **columns: Any) -> Assignment:
    """An assignment of the province to a commune."""
    return make_assignment(world.units["ubnd"], world.units[unit], **columns)


def prepare(
    world: World,
    persona: str,
    act: Act,
    rows: Sequence[Assignment] | None,
    *,
    list_name: str = "assignment-list",
    query: str = "",
    **arguments: str,
) -> Run:
    """A run that has been rehearsed."""
    chosen = None if rows is None else [row.pk for row in rows]
    actor = world.actor(persona)
    run = runs.prepare_run(actor=actor, act=act, list_name=list_name, query=query, chosen=chosen)
    runs.fill_run(actor=actor, run_id=run.pk, arguments=arguments)
    check_run(run.pk)
    run.refresh_from_db()
    return run


def carry_out(world: World, persona: str, run: Run) -> Run:
    """Start a run and do what the job would."""
    runs.start_run(actor=world.actor(persona), run_id=run.pk)
    perform_run(run.pk)
    run.refresh_from_db()
    return run


def rows_of(run: Run) -> list[RunRow]:
    """The rows of a run, fresh."""
    return list(RunRow.objects.filter(run=run))


def outcomes(run: Run) -> list[str]:
    """The outcomes in the order of the rows."""
    return [row.outcome for row in rows_of(run)]
