"""Menu entry of the monthly plans, and the parts of long work on the page and in the chronicle of an assignment."""

from django.db.models import OuterRef
from django.utils.translation import gettext_lazy as _

from sauro.plans.models import MonthlyPart, PlanItem
from sauro.plans.parts_panel import parts_panel
from sauro.plans.selectors.parts import entries_of_parts
from sauro.tasks.chronicle import register_source
from sauro.tasks.holdings import register_holding
from sauro.tasks.page_panels import Panel, register_panel
from sauro.ui.navigation import NavItem, register

register(NavItem("plans", _("Kế hoạch tháng"), "month-plan", "calendar-check", order=25))
register_holding("months", lambda: MonthlyPart.objects.filter(assignment=OuterRef("pk")))
register_holding("planned", lambda: PlanItem.objects.filter(assignment=OuterRef("pk"), part__isnull=True))
register_panel(Panel("monthly-parts", "plans/assignment_panel.html", parts_panel, order=8))
register_source("monthly-parts", entries_of_parts)
