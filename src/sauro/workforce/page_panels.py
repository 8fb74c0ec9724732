"""Panels that other areas add to the page of a person, to a person's own page, and to that of a job position."""

from sauro.ui.page_panels import PagePanels, Panel
from sauro.workforce.models import Dossier, Post

_OF_PERSON, _OF_POST = PagePanels[Dossier]("person"), PagePanels[Post]("post")
_OF_OWN = PagePanels[Dossier]("own dossier")
register_person_panel, panels_of_person = _OF_PERSON.register, _OF_PERSON.shown
register_post_panel, panels_of_post = _OF_POST.register, _OF_POST.shown
register_own_panel, panels_of_own = _OF_OWN.register, _OF_OWN.shown

__all__ = [
    "Panel", "panels_of_own", "panels_of_person", "panels_of_post", "register_own_panel", "register_person_panel",
    "register_post_panel",
]  # fmt: skip
