"""Keeps the fingerprints of the texts taken in."""

from __future__ import annotations

from sauro.documents.models import Reading, ReadingPrints
from vanban.check.fingerprints import fingerprints

LONGEST_TEXT = 2_000_000
"""Characters of a text that are fingerprinted: about a thousand pages; the rest of a longer one is not compared."""
_AT_ONCE = 200


def keep_prints(reading: Reading) -> None:
    """Store the fingerprints of a reading, once."""
    values = sorted(fingerprints(reading.text.text[:LONGEST_TEXT]))
    ReadingPrints.objects.get_or_create(reading=reading, defaults={"values": values})


def keep_missing_prints() -> int:
    """Store the fingerprints of current readings that have none, a batch at a time. Returns of how many."""
    missing = Reading.objects.filter(is_current=True, prints__isnull=True).select_related("text").order_by("created_at")
    batch = list(missing[:_AT_ONCE])
    for reading in batch:
        keep_prints(reading)
    return len(batch)


def drop_old_prints() -> int:
    """Remove the fingerprints of readings that are no longer in force. Returns how many."""
    return ReadingPrints.objects.filter(reading__is_current=False).delete()[0]
