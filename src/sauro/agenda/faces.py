"""The two faces that this area gives to the lists of assignments."""

from django.utils.translation import gettext_lazy as _

from sauro.tasks.tables import ASSIGNMENTS, GIVEN, MY_WORK
from sauro.ui.lists.head import Face

CALENDAR = Face(_("Lịch"), "calendar-month", "-calendar")
TIMELINE = Face(_("Dòng thời gian"), "timeline", "-timeline")
LISTS = {"viec-cua-toi": MY_WORK, "viec-da-giao": GIVEN, "nhiem-vu": ASSIGNMENTS}
"""The lists that have these faces, by the start of their address."""
