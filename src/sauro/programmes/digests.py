"""Fingerprints of both ends of the statement that a line answers a demand: when one changes, it is doubtful."""

from __future__ import annotations

import hashlib

from sauro.programmes.models import Answer, Entry
from vanban.text.normalize import nfc


def digest(*parts: str) -> str:
    """Return the fingerprint of words: how they are broken into lines does not count."""
    words = "\n".join(" ".join(nfc(part).split()) for part in parts)
    return hashlib.sha256(words.encode()).hexdigest()


def entry_digest(entry: Entry) -> str:
    """Return the fingerprint of what an entry promises."""
    value = "" if entry.value is None else f"{entry.value.normalize():f} {entry.value_unit}"
    years = [f"{year} {value.normalize():f}" for year, value in entry.year_values.items()]
    return digest(entry.work, entry.product, str(entry.due_on or entry.due_text), value, *years)


def is_doubtful(answer: Answer) -> bool:
    """Tell whether one end of a statement has changed since it was made."""
    return (
        answer.demand.is_source_changed
        or answer.demand_digest != digest(answer.demand.text)
        or answer.entry_digest != entry_digest(answer.entry)
    )
