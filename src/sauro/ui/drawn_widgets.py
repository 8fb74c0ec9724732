"""The fields of forms drawn by functions.

A page of work holds some sixty fields in forms that are folded up, and drawing each through Django's templates, one for
the field and one more for its attributes, took a third of the page. The markup is Django's own, sign by sign.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


def _attributes(held: Widget) -> str:
    stated = ((conditional_escape(name), value) for name, value in held["attrs"].items() if value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{conditional_escape(value)}"' for name, value in stated)


def _input(held: Widget) -> str:
    kind, name, value = held["type"], conditional_escape(held["name"]), held["value"]
    stated = "" if value is None else f' value="{conditional_escape(value)}"'
    return f'<input type="{kind}" name="{name}"{stated}{_attributes(held)}>\n'


def _textarea(held: Widget) -> str:
    text = conditional_escape(held["value"]) if held["value"] else ""
    return f'<textarea name="{conditional_escape(held["name"])}"{_attributes(held)}>\n{text}</textarea>\n'


def _select(held: Widget) -> str:
    groups = "".join(_group(name, options) for name, options, _index in held["optgroups"])
    return f'<select name="{conditional_escape(held["name"])}"{_attributes(held)}>{groups}\n</select>\n'


def _group(name: str | None, options: list[Widget]) -> str:
    drawn = "".join(f"\n  {_option(option)}" for option in options)
    return f'\n  <optgroup label="{conditional_escape(name)}">{drawn}\n  </optgroup>' if name else drawn


def _option(held: Widget) -> str:
    label = conditional_escape(localize(held["label"]))
    return f'<option value="{conditional_escape(held["value"])}"{_attributes(held)}>{label}</option>\n'


_INPUTS = ("input", "text", "number", "date", "email", "url", "hidden", "password", "checkbox")
_DRAWN: Mapping[str, Callable[[Widget], str]] = {
    f"django/forms/widgets/{name}.html": draw
    for name, draw in {**dict.fromkeys(_INPUTS, _input), "textarea": _textarea, "select": _select}.items()
}


class DrawnWidgets(DjangoTemplates):
    """Draws the common fields by functions, the rarer ones through their templates."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> SafeString:
        """Return the markup of a field."""
        draw = _DRAWN.get(template_name)
        if draw is None:
            return SafeString(super().render(template_name, context, request))
        # As Django does with what its templates give.
        return mark_safe(draw(context["widget"]).strip())  # noqa: S308 -- every value is escaped where it is written
