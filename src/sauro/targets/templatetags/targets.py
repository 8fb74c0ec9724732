"""Numbers of targets as people read them."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _

from sauro.targets.rules import MOST_SHOWN, PERCENT, shown_progress
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
def compared(value: Decimal | None) -> str:
    """Write progress beside that of others: beyond what can be compared it says so instead of a number."""
    if value is None:
        return "–"
    if value < 0:
        return _("dưới 0%")
    if value > MOST_SHOWN:
        return _("trên %(most)s%%") % {"most": MOST_SHOWN}
    return f"{figure(shown_progress(value))}%"


@register.filter
def why_beyond(value: Decimal | None) -> str:
    """Say what progress above 100 or below 0 percent means; empty in between."""
    if value is None or 0 <= value <= PERCENT:
        return ""
    return _("vượt chỉ tiêu") if value > PERCENT else _("lùi so với số đầu kỳ")


@register.filter
def year(value: int | None) -> str:
    """Write a year, without the point of thousands; a dash for none."""
    return "–" if value is None else str(value)
