"""Template helpers available in every template."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from sauro.ui.lists.columns import shown as written

register = template.Library()

_ALERT_CLASSES = {"error": "danger", "debug": "secondary"}
_ALERT_ICONS = {"error": "alert-triangle", "warning": "alert-circle", "success": "circle-check"}


@register.simple_tag
def optional_url(name: str, *args: object) -> str:
    """Return the address of a page that another area may bring, or an empty text when it is not installed."""
    try:
        return reverse(name, args=args)
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


@register.filter
def described_by(field: forms.BoundField) -> str:
    """Return the ids of the hint and the fault of a form field, as ``aria-describedby`` wants them."""
    ids = [f"{field.auto_id}-hint"] if field.help_text else []
    return " ".join([*ids, f"{field.auto_id}-fault"] if field.errors else ids)


@register.filter
def described(field: forms.BoundField) -> SafeString:
    """Render a form field tied to its hint and its fault for people who hear the page."""
    attrs: dict[str, str | bool] = {}
    if ids := described_by(field):
        attrs["aria-describedby"] = ids
    if field.errors:
        css = field.field.widget.attrs.get("class", "")
        attrs |= {"aria-invalid": "true", "class": f"{css} is-invalid"}
    return field.as_widget(attrs=attrs)


@register.filter
def first_id(field: forms.BoundField) -> str:
    """Return the id that a link in the summary of faults leads to."""
    return field.id_for_label or str(field.auto_id)


@register.filter
def is_check(field: forms.BoundField) -> bool:
    """Tell whether the field is one box to tick, whose label stands after it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_group(field: forms.BoundField) -> bool:
    """Tell whether the field is a group of boxes or dots, each with a label of its own."""
    return isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)


@register.filter
def shown(value: Any) -> SafeString:
    """Write a value as everywhere: 25/11/2026, 1.234,5, a badge with its shape, a dash for nothing."""
    return written(value)


@register.filter
def unlocalized(value: float) -> str:
    """Write a number for the machine, as the attributes of SVG and progress want it."""
    return f"{value:g}"
