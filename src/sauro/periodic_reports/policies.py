"""Who may see and do what with definitions, rounds and reports.

A unit's own people see and fill its report; the unit that collects it and the office that opened the round see that it
exists and how it stands. What is in it they see only once it was sent
(:mod:`sauro.periodic_reports.selectors.reports`); who collects the report of a unit without accounts keeps it.
Neighbours see nothing of each other.
"""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import Policy, within
from sauro.organizations.models import Unit
from sauro.periodic_reports.models import DefinitionVersion, ReportDefinition, Round, UnitReport

definition_policy = Policy(
    ReportDefinition,
    {
        "view": lambda actor: within(actor, "report_rounds.follow", unit="owner_unit"),
        "manage": lambda actor: within(actor, "report_rounds.manage", unit="owner_unit"),
    },
)

version_policy = Policy(
    DefinitionVersion,
    {
        "view": lambda actor: within(
            actor, "report_rounds.follow", unit="definition__owner_unit", domain="definition__domain"
        ),
        "manage": lambda actor: within(
            actor, "report_rounds.manage", unit="definition__owner_unit", domain="definition__domain"
        ),
    },
)

round_policy = Policy(
    Round,
    {
        "view": lambda actor: within(actor, "report_rounds.follow", unit="owner_unit"),
        "manage": lambda actor: within(actor, "report_rounds.manage", unit="owner_unit"),
    },
)

collecting_office_policy = Policy(
    Unit,
    {
        "view": lambda actor: within(actor, "report_rounds.follow", unit=None),
        "manage": lambda actor: within(actor, "report_rounds.manage", unit=None),
    },
)
"""Of a unit: who defines reports and opens rounds in its name."""


def _collect(actor: Actor) -> Q:
    """The unit whose report is the one above collects; the top report is sent outside."""
    return Q(parent__isnull=False) & within(actor, "report_rounds.manage", unit="parent__unit")


def _kept(actor: Actor) -> Q:
    return Q(is_kept=True) & _collect(actor)


def _read(actor: Actor) -> Q:
    """Those who may read what is not sent yet: the unit's own people, and the keeper of its record."""
    return within(actor, "reports.view", unit="unit") | _kept(actor)


report_policy = Policy(
    UnitReport,
    {
        "view": lambda actor: (
            _read(actor)
            | within(actor, "report_rounds.follow", unit="round__owner_unit")
            | within(actor, "report_rounds.follow", unit="parent__unit")
        ),
        "read": _read,
        "fill": lambda actor: within(actor, "reports.fill", unit="unit") | _kept(actor),
        "approve": lambda actor: within(actor, "reports.approve", unit="unit") | _kept(actor),
        "collect": _collect,
    },
)
