"""Numbers of targets as people read them."""

from __future__ import annotations

from decimal import Decimal

from django import template

from sauro.tasks.figures import written_number

register = template.Library()
PLACES = 2


@register.filter
def figure(value: Decimal | None) -> str:
    """Write a number with two decimals at most: 1.234,5; a dash for none."""
    return "–" if value is None else written_number(round(value, PLACES))


@register.filter
def exact(value: Decimal | None) -> str:
    """Write a number with all its decimals; a dash for none."""
    return "–" if value is None else written_number(value)


@register.filter
def year(value: int | None) -> str:
    """Write a year, without the point of thousands; a dash for none."""
    return "–" if value is None else str(value)
