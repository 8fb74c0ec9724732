"""Menu entry of difficulties, and their part in the page and the chronicle of an assignment."""

from django.utils.translation import gettext_lazy as _

from sauro.difficulties.selectors.difficulties import entries_of_difficulties, of_assignment
from sauro.tasks.chronicle import register_source
from sauro.tasks.page_panels import Panel, register_panel
from sauro.ui.navigation import NavItem, register

register(NavItem("difficulties", _("Khó khăn, vướng mắc"), "difficulty-list", "alert-octagon", order=60))
register_panel(
    Panel(
        "difficulties",
        "difficulties/assignment_panel.html",
        lambda actor, assignment: {"difficulties": of_assignment(actor, assignment)},
        order=10,
    )
)
register_source("difficulties", entries_of_difficulties)
