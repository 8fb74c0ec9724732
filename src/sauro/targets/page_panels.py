"""Panels that other areas add to the page of a target."""

from sauro.targets.models import Share
from sauro.ui.page_panels import PagePanels, Panel

_PANELS = PagePanels[Share]("target")
register_panel = _PANELS.register
panels_of = _PANELS.shown

__all__ = ["Panel", "panels_of", "register_panel"]
