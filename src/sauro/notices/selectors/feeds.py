"""What a calendar feed shows."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door
from sauro.access.policies import within
from sauro.accounts.actors import load_actor
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.ids import new_id
from sauro.notices.icalendar import DayEntry, calendar_of
from sauro.notices.models import CalendarFeed
from sauro.notices.policies import feed_policy
from sauro.organizations.models import Unit
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import visible_assignments
from sauro.tasks.transitions import OPEN_STATES

MOST_ENTRIES = 2_000


def own_feeds(actor: Actor) -> QuerySet[CalendarFeed]:
    """Return the feeds the actor made, newest first."""
    return feed_policy.visible(actor).select_related("unit").order_by("-created_at", "-id")


def units_for_feeds(actor: Actor) -> list[tuple[UUID, str]]:
    """Return the units the actor acts for whose work they may see, without those of the Party: nothing of it leaves."""
    mine = [pk for pk, _name in actor.units]
    rows = Unit.objects.filter(within(actor, "tasks.view", unit=None), pk__in=mine).exclude(domain=Domain.PARTY)
    return list(rows.order_by("sort_key").values_list("pk", "name"))


def read_feed(feed: CalendarFeed, absolute: Callable[[str], str]) -> bytes:
    """Return the calendar of a feed with the rights its owner has today: codes, days and links, no word more."""
    actor = load_actor(user=feed.user, door=Door.WEB, request_id=str(new_id()))
    narrowed = {"unit": feed.unit_id} if feed.unit_id else {"person__in": actor.appointment_ids}
    rows = visible_assignments(actor).filter(state__in=sorted(OPEN_STATES), **narrowed)
    rows = rows.exclude(domain=Domain.PARTY).filter(last_day__isnull=False).order_by("-last_day", "id")
    entries = [_entry(row, absolute) for row in rows[:MOST_ENTRIES]]
    return calendar_of(_("Sáu Rõ: thời hạn"), entries, stamp=now())


def _entry(row: TimedAssignment, absolute: Callable[[str], str]) -> DayEntry:
    day = row.last_day or today()
    late = day < today()
    return DayEntry(
        identity=f"{row.pk}@sauro.invalid",
        day=day,
        summary=_("%(code)s quá hạn") % {"code": row.code} if late else _("%(code)s đến hạn") % {"code": row.code},
        url=absolute(reverse("assignment-detail", args=[row.pk])),
    )
