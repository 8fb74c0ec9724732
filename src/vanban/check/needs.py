"""What a rule may ask for beyond the text."""

from __future__ import annotations

from enum import StrEnum


class Need(StrEnum):
    """What a rule must be given; without it the rule is reported as not checkable, never as passed."""

    LAYOUT = "layout"
    STORE = "store"
    CATALOGUE = "catalogue"
    DATE = "date"
    CLOCK = "clock"
