"""Template helpers available in every template."""

from django import template

register = template.Library()
