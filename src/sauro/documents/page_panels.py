"""Panels that other areas add to the page of a document, and to its desk."""

from sauro.documents.models import Document
from sauro.ui.page_panels import PagePanels, Panel

_PANELS = PagePanels[Document]("document")
register_panel = _PANELS.register
panels_of = _PANELS.shown
desk_panels_of = _PANELS.on_desk

__all__ = ["Panel", "desk_panels_of", "panels_of", "register_panel"]
