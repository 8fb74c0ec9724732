"""Template helpers of reports."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django import template

from sauro.periodic_reports.content import SourceText, Standing
from sauro.periodic_reports.enums import Punctuality
from sauro.periodic_reports.figure_sources import find_source
from sauro.periodic_reports.numbers import shown_number, typed
from sauro.periodic_reports.selectors.reports import SectionPage

register = template.Library()
_SENT = (Punctuality.ON_TIME, Punctuality.LATE)


@register.filter
def plain_number(value: Decimal | None) -> str:
    """Write a number as people read it, a dash for none."""
    return shown_number(value)


@register.filter
def typed_number(value: Decimal) -> str:
    """Write a number as people type it: a comma before the decimals, no dots."""
    return str(typed(value)).replace(".", ",")


@register.filter
def source_label(code: str) -> str:
    """Return what a source of figures is called."""
    source = find_source(code)
    return str(source.label) if source else code


@register.filter
def punctuality_word(value: str) -> str:
    """Return how a report stands, in words."""
    return str(Punctuality(value).label)


@register.filter
def sent_count(standings: Iterable[Standing]) -> int:
    """Count the units that have sent."""
    return sum(one.punctuality in _SENT for one in standings)


@register.filter
def late_or_missing(standings: Iterable[Standing]) -> list[Standing]:
    """Return the units that were late or have not sent, those missing first."""
    order = [Punctuality.MISSING, Punctuality.PENDING, Punctuality.LATE]
    named = [one for one in standings if one.punctuality in order]
    return sorted(named, key=lambda one: order.index(Punctuality(one.punctuality)))


@register.filter
def took_older(filled: SectionPage, source: SourceText) -> bool:
    """Tell whether an older version of a unit's words was taken than it has sent since."""
    taken = filled.taken.get(UUID(source.report))
    return taken is not None and taken.sent_number < source.number
