"""Menu entry of programmes and plans, and the line that a task comes from on its page."""

from django.utils.translation import gettext_lazy as _

from sauro.programmes.selectors.lines import line_of
from sauro.tasks.page_panels import Panel, register_panel
from sauro.ui.navigation import NavItem, register

register(NavItem("programmes", _("Chương trình, kế hoạch"), "programme-list", "list-tree", "programmes.view", order=18))
register_panel(
    Panel(
        "programme-line",
        "programmes/assignment_panel.html",
        lambda actor, assignment: {"line": line_of(actor, assignment)},
        order=5,
    )
)
