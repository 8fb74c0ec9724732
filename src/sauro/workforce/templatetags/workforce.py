"""Filters of the templates of the workforce."""

from __future__ import annotations

from django import template
from django.utils.formats import number_format

from sauro.workforce.fields import FactSpec
from sauro.workforce.models import Fact

register = template.Library()


@register.filter
def fact_words(fact: Fact, spec: FactSpec) -> str:
    """Return what a fact that is not sealed says, in one line."""
    amount = f"{number_format(fact.amount)} {str(spec.amount_label).lower()}" if fact.amount is not None else ""
    return " – ".join(filter(None, [spec.words_of(fact.value), fact.detail, fact.place, amount]))
