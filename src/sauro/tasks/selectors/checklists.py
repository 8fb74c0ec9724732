"""Reading what is demanded of a product, what was said to it, and the templates of criteria."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.access.policies import within
from sauro.accounts.selectors.recipients import paths_to
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment, ChecklistTemplate, Criterion, CriterionAnswer
from sauro.tasks.policies import template_policy
from vanban.text.normalize import fold


def criteria_of(assignment: Assignment) -> list[Criterion]:
    """Return the criteria that hold for an assignment the caller may see, in their order."""
    return [criterion for criterion in assignment.criteria.all() if criterion.dropped_at is None]


def answers_to_judge(assignment: Assignment) -> list[CriterionAnswer]:
    """Return what the pending hand-in claims of each criterion; nothing when none is pending or none was set."""
    rows = CriterionAnswer.objects.filter(product__assignment=assignment, product__decision="pending")
    return list(rows.select_related("criterion"))


def visible_templates(actor: Actor) -> QuerySet[ChecklistTemplate]:
    """Return the templates that the actor may use, with what lists show; those no longer offered are left out."""
    return template_policy.visible(actor).filter(retired_at__isnull=True).select_related("owner_unit")


def get_template(actor: Actor, pk: UUID) -> ChecklistTemplate:
    """Return one template. Raises ``NotVisible``."""
    return template_policy.get_visible(actor, pk, base=ChecklistTemplate.objects.select_related("owner_unit"))


def usable_templates(unit: Unit, product: str) -> list[ChecklistTemplate]:
    """Return the templates kept by a unit or above it, those whose kind of product is demanded first.

    Whoever decides on what the unit gives may see each of them.
    """
    rows = ChecklistTemplate.objects.filter(
        domain=unit.domain, retired_at__isnull=True, owner_unit__path__in=paths_to(unit.path)
    )
    return by_fit(list(rows), product)


def by_fit(templates: Sequence[ChecklistTemplate], product: str) -> list[ChecklistTemplate]:
    """Return templates in their order, those whose kind is named in the product demanded before the others."""
    demanded = f" {fold(product)} "
    return sorted(templates, key=lambda row: (f" {fold(row.product_kind)} " not in demanded, row.sort_key))


def units_keeping_templates(actor: Actor) -> QuerySet[Unit]:
    """Return the units for which the actor may keep templates: those whose giving they decide on."""
    return Unit.objects.filter(within(actor, "giving.decide", unit=None)).order_by("sort_key")


def lines_of(text: str, templates: Sequence[ChecklistTemplate], chosen: str) -> list[str]:
    """Return the lines typed, and behind them those of the template chosen by its identity."""
    typed = text.splitlines()
    return [*typed, *next((row.lines for row in templates if str(row.pk) == chosen), [])]
