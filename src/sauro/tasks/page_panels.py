"""Panels that other areas add to the page of an assignment."""

from sauro.tasks.models import Assignment
from sauro.ui.page_panels import PagePanels, Panel

_PANELS = PagePanels[Assignment]("assignment")
register_panel = _PANELS.register
panels_of = _PANELS.shown

__all__ = ["Panel", "panels_of", "register_panel"]
