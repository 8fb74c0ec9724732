"""Work that belongs to no area: sealing the events."""

from __future__ import annotations

from sauro.audit.services import seal_events
from sauro.jobs.queue import periodic


@periodic(cron="*/10 * * * *", name="audit.seal_events")
def seal(timestamp: int) -> int | None:
    """Seal the events written since the last seal. Returns the number of the seal, or None when nothing was new."""
    made = seal_events()
    return made.number if made else None
