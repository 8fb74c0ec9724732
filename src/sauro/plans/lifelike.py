"""Monthly plans of the generated history, with the same rows as opening a month and following the work make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from sauro.audit.registry import EventType
from sauro.common.clock import VIETNAM
from sauro.demo.lifelike.followers import Follower
from sauro.demo.lifelike.ledger import Deed
from sauro.demo.lifelike.staff import system
from sauro.organizations.models import Appointment
from sauro.plans import events
from sauro.plans.enums import ItemKind
from sauro.plans.models import MonthlyPlan, PlanItem
from sauro.plans.months import last_day_of, month_of, shifted
from sauro.plans.selectors.parts import due_in_month
from sauro.tasks.selectors.deadlines import standing_of

if TYPE_CHECKING:
    from sauro.demo.lifelike.stage import Stage, Story
    from sauro.demo.lifelike.works import Work

_NIGHT = dt.time(0, 40, tzinfo=VIETNAM)


class PlanFollower(Follower):
    """Keeps the plans of everybody in charge of something. Work is never divided over months here."""

    models = (MonthlyPlan, PlanItem)
    single = models

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._plans: dict[tuple[UUID, dt.date], MonthlyPlan] = {}
        self._items: dict[tuple[UUID, Work], PlanItem] = {}
        self._held: dict[UUID, dict[Work, None]] = {}
        self._posts = {post.pk: post for post in Appointment.objects.select_related("unit")}

    def changed(self, deed: Deed, work: Work, person_before: UUID | None) -> None:
        """Mirror ``follow_change``."""
        person = work.row.person_id
        had = person_before if person_before != person else None
        if person is not None:
            self._held.setdefault(person, {})[work] = None
        is_given_back = had is not None and self._give_back(deed, work, had)
        if person is None or not work.is_open or not _is_due(work, _month(deed)):
            return
        plan, is_new = self._open(deed, person)
        self._add(deed, plan, work, ItemKind.TAKEN_OVER if is_given_back else ItemKind.AD_HOC, is_new=is_new)

    def stories(self) -> Iterator[Story]:
        """Open each month in its first night."""
        yield self._nights()

    def _nights(self) -> Story:
        month = month_of(self.stage.clock.days[0])
        while True:
            month = shifted(month, 1)
            yield dt.datetime.combine(month, _NIGHT)
            self._open_month(self.stage.ledger.deed(dt.datetime.combine(month, _NIGHT), system()))

    def _open_month(self, deed: Deed) -> None:
        """Mirror ``open_month``."""
        self.stage.acts.note_own_deed("open_month", deed.at, deed.who)
        for person in sorted(self._held):
            held = self._held[person]
            for work in [one for one in held if not one.is_open or one.row.person_id != person]:
                del held[work]
            if (person, _month(deed)) not in self._plans and any(_is_due(work, _month(deed)) for work in held):
                self._open(deed, person)

    def _open(self, deed: Deed, person: UUID) -> tuple[MonthlyPlan, bool]:
        """Mirror ``open_plan``."""
        key = person, _month(deed)
        if key in self._plans:
            return self._plans[key], False
        ledger, unit = self.stage.ledger, self._posts[person].unit
        plan = self._plans[key] = MonthlyPlan(
            id=ledger.ids.at(deed.at), appointment_id=person, month=key[1], unit=unit, domain=unit.domain,
            opened_at=deed.at,
        )  # fmt: skip
        ledger.insert(deed, plan)
        ledger.keep(plan)
        due = [
            work
            for work in self._held[person]
            if work.is_open and work.row.person_id == person and _is_due(work, key[1])
        ]
        due.sort(key=lambda one: (one.row.due_on, one.row.pk))
        for work in due:
            self._new_item(deed, plan, work, ItemKind.PLANNED)
        codes = [work.row.code for work in due]
        ledger.event(deed, events.PLAN_OPENED, plan, changes={"items": [None, codes]}, unit=unit, is_single=True)
        return plan, True

    def _new_item(self, deed: Deed, plan: MonthlyPlan, work: Work, kind: ItemKind) -> None:
        item = self._items[plan.pk, work] = PlanItem(
            id=self.stage.ledger.ids.at(deed.at), plan=plan, assignment_id=work.row.pk, kind=kind,
            wording=work.row.wording, due_on=work.row.due_on, added_at=deed.at, added_by_name=deed.who.actor.name,
        )  # fmt: skip
        self.stage.ledger.insert(deed, item)
        work.family.rows.append(item)

    def _give_back(self, deed: Deed, work: Work, holder: UUID) -> bool:
        """Mirror the giving back of what the former holder had planned; tell whether there was anything."""
        plan = self._plans.get((holder, _month(deed)))
        item = self._items.get((plan.pk, work)) if plan else None
        if plan is None or item is None or item.given_back_at is not None:
            return False
        item.given_back_at, item.given_back_by_name = deed.at, deed.who.actor.name
        self.stage.ledger.update(deed, item)
        self._event(deed, events.ITEM_GIVEN_BACK, plan, {"assignment": [work.row.code, None]})
        return True

    def _add(self, deed: Deed, plan: MonthlyPlan, work: Work, kind: ItemKind, *, is_new: bool) -> None:
        """Mirror the adding of an item to a plan."""
        item = self._items.get((plan.pk, work))
        if item is None:
            self._new_item(deed, plan, work, kind)
        elif is_new and item.kind == ItemKind.PLANNED:
            item.kind = kind
            self.stage.ledger.update(deed, item)
        elif item.given_back_at is not None:
            item.given_back_at, item.given_back_by_name = None, ""
            self.stage.ledger.update(deed, item)
        else:
            return
        self._event(deed, events.ITEM_ADDED, plan, {"assignment": [None, work.row.code], "kind": [None, str(kind)]})

    def _event(self, deed: Deed, event: EventType, plan: MonthlyPlan, changes: dict[str, list[str | None]]) -> None:
        unit = plan.unit
        self.stage.ledger.event(deed, event, plan, changes=changes, unit=unit, is_single=True)


def _month(deed: Deed) -> dt.date:
    return month_of(deed.at.astimezone(VIETNAM).date())


def _is_due(work: Work, month: dt.date) -> bool:
    """Tell whether a plan of the month holds the work, as ``due_in`` and ``due_in_month`` find it."""
    last_day = standing_of(work.row).last_day
    return last_day is not None and last_day <= last_day_of(month) and bool(due_in_month(work.row, (), month))
