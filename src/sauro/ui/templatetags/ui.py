"""Template helpers available in every template."""

from __future__ import annotations

from django import template
from django.urls import NoReverseMatch, reverse

register = template.Library()

_ALERT_CLASSES = {"error": "danger", "debug": "secondary"}
_ALERT_ICONS = {"error": "alert-triangle", "warning": "alert-circle", "success": "circle-check"}


@register.simple_tag
def optional_url(name: str) -> str:
    """Return the address of a page that another area may bring, or an empty text when it is not installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.filter
def initial_of_given_name(name: str) -> str:
    """Return the first letter of the given name, which a Vietnamese name puts last."""
    words = name.split()
    return words[-1][0].upper() if words else ""


@register.filter
def alert_class(level: str) -> str:
    """Return the alert colour for the level tag of a message."""
    return _ALERT_CLASSES.get(level, level or "info")


@register.filter
def alert_icon(level: str) -> str:
    """Return the icon for the level tag of a message."""
    return _ALERT_ICONS.get(level, "info-circle")
