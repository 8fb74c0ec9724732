"""Menu entry of programmes and plans, and the line that a task or a target comes from on its page."""

from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

from sauro.programmes.models import EntryAssignment
from sauro.programmes.selectors.lines import line_of, lines_of_target
from sauro.targets import page_panels as target_panels
from sauro.tasks.holdings import register_holding
from sauro.tasks.page_panels import Panel, register_panel
from sauro.ui.navigation import NavItem, register

register(NavItem("programmes", _("Chương trình, kế hoạch"), "programme-list", "list-tree", "programmes.view", order=18))
register_holding("line", lambda: EntryAssignment.objects.filter(assignment=OuterRef("pk")))
register_panel(
    Panel(
        "programme-line",
        "programmes/assignment_panel.html",
        lambda actor, assignment: {"line": line_of(actor, assignment)},
        order=5,
    )
)
target_panels.register_panel(
    target_panels.Panel(
        "programme-lines",
        "programmes/target_panel.html",
        lambda actor, share: {"lines": lines_of_target(actor, share)},
        order=5,
    )
)
