"""Who may see and change periods: the office that made them. The lists of one domain say nothing of another's."""

from __future__ import annotations

from sauro.access.policies import Policy, within
from sauro.organizations.models import Unit
from sauro.periods.models import Period

period_policy = Policy(
    Period,
    {
        "view": lambda actor: within(actor, "periods.view", unit="owner_unit"),
        "manage": lambda actor: within(actor, "periods.manage", unit="owner_unit"),
    },
)

period_office_policy = Policy(
    Unit,
    {
        "view": lambda actor: within(actor, "periods.view", unit=None),
        "manage": lambda actor: within(actor, "periods.manage", unit=None),
    },
)
"""Of a unit: who sees and makes its periods."""
