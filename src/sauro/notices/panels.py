"""The bell of the frame, menu entries, and explanations on the page of an assignment and on the first page."""

from django.db.models import OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.notices.events import EXPLANATION_ASKED, EXPLANATION_GIVEN
from sauro.notices.models import Explanation
from sauro.notices.selectors.explanations import entries_of_explanations, owed_by, panel_of
from sauro.notices.selectors.notices import MOST_COUNTED, unread_count
from sauro.notices.services.hearing_targets import SUBJECT
from sauro.notices.subjects import SubjectKind, register_subject
from sauro.organizations.policies import unit_policy
from sauro.targets.policies import share_policy
from sauro.tasks.chronicle import register_source
from sauro.tasks.holdings import register_holding
from sauro.tasks.home_panels import ShownHomePanel, Tile, register_home_panel
from sauro.tasks.page_panels import Panel, register_panel
from sauro.ui.badges import Tone
from sauro.ui.bell import ring_with
from sauro.ui.navigation import NavItem, Place, register


def _owed(actor: Actor) -> ShownHomePanel | None:
    """What waits for an explanation of the actor's units: it must be given within days."""
    owed, late, first = owed_by(actor)
    if not owed:
        return None
    address = f"{reverse('explanation-list')}?viec=toi"
    tone = Tone.LATE if late else Tone.SOON
    data = {"rows": first, "count": owed, "address": address, "today": today()}
    tile = Tile(_("Giải trình phải gửi"), owed, address, tone, "message-question")
    return ShownHomePanel("notices/home_panel.html", [tile], data)


ring_with("notice-list", unread_count, most=MOST_COUNTED)
register(NavItem("notices", _("Thông báo"), "notice-list", "bell", order=5, place=Place.USER))
register(NavItem("mail", _("Nhận thư"), "mail-preference", "mail", order=6, place=Place.USER))
register(NavItem("calendar-feeds", _("Lịch trên điện thoại"), "feed-list", "calendar-share", order=7, place=Place.USER))
register(
    NavItem("explanations", _("Giải trình"), "explanation-list", "message-question", permission="tasks.view", order=58)
)
register_holding("explanations", lambda: Explanation.objects.filter(assignment=OuterRef("pk")))
register_panel(Panel("explanations", "notices/explanation_panel.html", panel_of, order=20))
register_subject(SubjectKind("unit", unit_policy.visible, lambda pk: reverse("unit-detail", args=[pk])))
register_subject(SubjectKind(SUBJECT, share_policy.visible, lambda pk: reverse("target-detail", args=[pk])))
register_source("explanations", entries_of_explanations, tells=(EXPLANATION_ASKED, EXPLANATION_GIVEN))
register_home_panel("explanations", _owed, order=25)
