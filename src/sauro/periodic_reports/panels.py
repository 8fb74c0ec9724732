"""Menu entries of reports, what waits for a person on the first page, and what notices of reports lead to."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.notices.subjects import SubjectKind, register_subject
from sauro.periodic_reports.policies import report_policy
from sauro.periodic_reports.selectors import counted  # noqa: F401 -- registers what the system can count
from sauro.periodic_reports.selectors.rounds import visible_reports
from sauro.periodic_reports.transitions import FILLING_STATES
from sauro.tasks.home_panels import ShownHomePanel, Tile, register_home_panel
from sauro.ui.badges import Tone
from sauro.ui.navigation import NavItem, register

SHOWN = 5


def what_i_owe(actor: Actor) -> ShownHomePanel | None:
    """Return the reports that wait for the actor: to be filled in, approved or sent. Takes three queries at most."""
    fills = report_policy.condition(actor, "fill") & Q(state__in=[*sorted(FILLING_STATES), "approved"], is_kept=False)
    approves = report_policy.condition(actor, "approve") & Q(state="with_head", is_kept=False)
    waiting = visible_reports(actor).filter(fills | approves)
    rows = list(waiting.order_by("due_on", "id")[: SHOWN + 1])
    if not rows:
        return None
    count = waiting.count()
    is_late = rows[0].punctuality == "missing"  # type: ignore[attr-defined]  # annotated by visible_reports
    tile = Tile(
        _("Báo cáo phải làm"), count, f"{reverse('report-list')}?gui=chua", Tone.LATE if is_late else Tone.SOON,
        "report",
    )  # fmt: skip
    return ShownHomePanel("periodic_reports/home_panel.html", [tile], {"rows": rows[:SHOWN], "count": count})


register(NavItem("reports", _("Báo cáo định kỳ"), "report-list", "report", "reports.view", order=70))
register(NavItem("rounds", _("Đợt báo cáo"), "round-list", "reports", "report_rounds.follow", order=71))
register_home_panel("reports", what_i_owe, order=10)
register_subject(SubjectKind("report", report_policy.visible, lambda pk: reverse("report-detail", args=[pk])))
