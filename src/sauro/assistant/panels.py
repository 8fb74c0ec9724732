"""The part of a document's page about the language model."""

from sauro.assistant.selectors.calls import panel
from sauro.documents.page_panels import Panel, register_panel

register_panel(Panel("assistant", "assistant/panel.html", panel, order=30))
