"""Background work of the figures."""

from __future__ import annotations

from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.headcounts.services.snapshots import drop_old, last_month_end, snapshot_of
from sauro.jobs.queue import periodic


@periodic(cron="40 0 * * *", name="headcounts.keep")
def keep(timestamp: int) -> None:
    """Keep the last closed month flat, mended where the records of it changed, and drop days asked for long ago."""
    for domain in Domain:
        snapshot_of(domain, last_month_end(today()))
    drop_old()
