"""Background work of the board."""

from __future__ import annotations

from sauro.jobs.queue import periodic
from sauro.reporting.services.board_cells import fold_changes


@periodic(cron="* * * * *", name="reporting.fold_changes")
def fold(timestamp: int) -> int:
    """Fold the changes of the board. The board is exact without it, only slower. Returns how many changes."""
    return fold_changes()
