"""Background work of the workforce."""

from __future__ import annotations

from sauro.jobs.queue import periodic
from sauro.workforce.services.settling import settle_dossiers


@periodic(cron="5 0 * * *", name="workforce.settle")
def settle(timestamp: int) -> None:
    """Let dossiers follow posts that begin or end today."""
    settle_dossiers()
