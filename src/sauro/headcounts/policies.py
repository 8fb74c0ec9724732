"""Who sees and lays down the sizes of committees: those with the right over the workforce of the Party's unit."""

from __future__ import annotations

from sauro.access.policies import Policy, within
from sauro.headcounts.models import CommitteeSize

size_policy = Policy(
    CommitteeSize,
    {
        "view": lambda actor: within(actor, "workforce.view", unit="unit"),
        "manage": lambda actor: within(actor, "workforce.manage", unit="unit"),
    },
    is_plain=True,
)
