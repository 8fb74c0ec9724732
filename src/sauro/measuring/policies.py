"""Who sees figures that wait: whoever may record what the unit has reached."""

from __future__ import annotations

from sauro.access.policies import Policy
from sauro.measuring.models import Proposal
from sauro.targets.policies import recorders_of

proposal_policy = Policy(Proposal, {"view": recorders_of("share__"), "record": recorders_of("share__")}, is_plain=True)
