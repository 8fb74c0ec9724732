"""Reading changes of many dossiers."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from sauro.access.actor import Actor
from sauro.workforce.enums import RunOutcome
from sauro.workforce.models import PeopleRun, PeopleRunRow
from sauro.workforce.policies import dossier_policy, run_policy

_FIRST = (RunOutcome.REFUSED, RunOutcome.WILL_CHANGE, RunOutcome.DONE)


def get_run(actor: Actor, pk: UUID) -> PeopleRun:
    """Return one of the actor's runs. Raises ``NotVisible``."""
    return run_policy.get_visible(actor, pk, base=PeopleRun.objects.select_related("acting_unit"))


def rows_shown(actor: Actor, run: PeopleRun) -> QuerySet[PeopleRunRow]:
    """Return the rows whose dossiers the actor may still see, those that are refused first."""
    order = Case(
        *(When(outcome=outcome, then=Value(at)) for at, outcome in enumerate(_FIRST)), default=Value(len(_FIRST)),
        output_field=IntegerField(),
    )  # fmt: skip
    seen = dossier_policy.visible(actor).values("pk")
    rows = run.rows.filter(dossier__in=seen).select_related("dossier__person", "dossier__unit")
    return rows.order_by(order, "position")
