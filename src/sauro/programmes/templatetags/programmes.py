"""Filters of the templates of programmes and plans."""

from __future__ import annotations

from django import template

from sauro.programmes.models import Entry
from sauro.programmes.selectors.entries import time_of

register = template.Library()


@register.filter
def time_of_entry(entry: Entry) -> str:
    """Return when a line is due, as printed."""
    return time_of(entry.due_on, entry.due_text, str(entry.get_rhythm_display()) if entry.rhythm else "")
