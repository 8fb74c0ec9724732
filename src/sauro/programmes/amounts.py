"""Numbers as a Vietnamese reader writes them. Pure."""

from __future__ import annotations

from decimal import Decimal


def printed(value: Decimal) -> str:
    """Return a number without needless zeros: 1.234,5."""
    return f"{value.normalize():,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
