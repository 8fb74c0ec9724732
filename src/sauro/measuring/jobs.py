"""Background work of measuring."""

from __future__ import annotations

from sauro.jobs.queue import periodic
from sauro.measuring.services.proposing import propose_month


@periodic(cron="10 1 * * *", name="measuring.propose")
def propose(timestamp: int) -> int:
    """Put the measures of the closed month before people, after its snapshot was made. Returns how many."""
    return propose_month()
