"""Filters of the templates of the workforce."""

from __future__ import annotations

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from sauro.workforce.fields import FactSpec
from sauro.workforce.models import Fact
from sauro.workforce.models.dated import Dated

register = template.Library()


@register.filter
def fact_words(fact: Fact, spec: FactSpec) -> str:
    """Return what a fact that is not sealed says, in one line."""
    amount = f"{number_format(fact.amount)} {str(spec.amount_label).lower()}" if fact.amount is not None else ""
    return " – ".join(filter(None, [spec.words_of(fact.value), fact.detail, fact.place, amount]))


@register.filter
def days_of(row: Dated) -> str:
    """Return the days for which a row holds: "01/02/2026 – 31/03/2026", or "từ 01/02/2026" while no end is known."""
    first = date_format(row.first_day, "SHORT_DATE_FORMAT") if row.first_day else ""
    if row.last_day is None:
        return _("từ %(day)s") % {"day": first}
    return _("%(first)s – %(last)s") % {"first": first, "last": date_format(row.last_day, "SHORT_DATE_FORMAT")}
