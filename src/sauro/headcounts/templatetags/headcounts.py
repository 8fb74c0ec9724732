"""Filters of the templates of the figures."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sauro.headcounts.official.declaring import Value
from sauro.headcounts.official.rows import WITHHELD

register = template.Library()


@register.filter
def official_cell(value: Value) -> SafeString:
    """Return a value of a form as the cell of a table: numbers at the right, nought as a dash."""
    if isinstance(value, int):
        words = number_format(value, force_grouping=True) if value else "–"
        return format_html('<td class="col-number">{}</td>', words)
    if value == WITHHELD:
        return format_html('<td class="col-number">{}</td>', value)
    if isinstance(value, dt.date):
        return format_html('<td class="text-nowrap">{}</td>', date_format(value, "SHORT_DATE_FORMAT"))
    return format_html("<td>{}</td>", value or "")
