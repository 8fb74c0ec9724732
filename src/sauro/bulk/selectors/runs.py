"""Reading runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sauro.access.actor import Actor
from sauro.bulk.enums import Outcome
from sauro.bulk.models import Run, RunRow
from sauro.bulk.policies import run_policy
from sauro.common.clock import today
from sauro.organizations.models import Appointment
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: its rows by outcome."""

    counts: Mapping[str, int]
    total: int

    def of(self, outcome: Outcome) -> int:
        """The number of rows with one outcome."""
        return self.counts.get(str(outcome), 0)

    @property
    def percent(self) -> int:
        """How much of the work under way is behind it, in percent."""
        waiting = self.of(Outcome.UNCHECKED) or self.of(Outcome.WILL_DO)
        return 100 * (self.total - waiting) // self.total if self.total else 100


def get_run(actor: Actor, pk: UUID) -> Run:
    """Return one of the actor's runs. Raises ``NotVisible``."""
    return run_policy.get_visible(actor, pk, base=Run.objects.select_related("undoes"))


def own_runs(actor: Actor) -> QuerySet[Run]:
    """Return the actor's runs."""
    return run_policy.visible(actor)


def progress_of(run: Run) -> Progress:
    """Count the rows of a run. Takes one query."""
    counted = run.rows.order_by().values_list("outcome").annotate(number=Count("pk"))
    return Progress(dict(counted), run.total)


def rows_of(actor: Actor, run: Run) -> QuerySet[RunRow]:
    """Return the rows whose assignments the actor may still see."""
    seen = assignment_policy.visible(actor).values("pk")
    return run.rows.filter(assignment__in=seen).select_related("assignment__unit")


def posts_for(actor: Actor, run: Run) -> QuerySet[Appointment]:
    """Return the posts of today in the units whose chosen work the actor leads, and below them, by name."""
    chosen = Assignment.objects.filter(bulk_rows__run=run)
    led = assignment_policy.visible(actor, "lead", base=chosen).order_by().values_list("unit__path", flat=True)
    inside = Q(pk__in=())
    for path in _highest(set(led)):
        inside |= Q(unit__path__startswith=path)
    posts = Appointment.objects.filter(inside, valid__contains=today())
    return posts.select_related("person", "position", "unit").order_by("person__sort_key", "id")


def _highest(paths: set[str]) -> list[str]:
    """The paths that do not lie below another of them."""
    kept: list[str] = []
    for path in sorted(paths):
        if not kept or not path.startswith(kept[-1]):
            kept.append(path)
    return kept
