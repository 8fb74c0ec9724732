"""Which years the terms of a document reach into. Pure: the reader's child process uses it too."""

from __future__ import annotations

import datetime as dt

LONGEST_TERM = dt.timedelta(days=60)
"""A term in working days that ends later than this after the date of its document has not been seen."""


def years_of_terms(issued_on: dt.date) -> frozenset[int]:
    """Return the years whose calendar must be complete before terms counted from a day get a last day."""
    return frozenset({issued_on.year, (issued_on + LONGEST_TERM).year})
