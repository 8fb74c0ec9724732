"""When somebody is reminded: the stage of a deadline on a given day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from sauro.access.actor import Actor
from sauro.accounts.selectors.recipients import paths_to
from sauro.notices.models import ReminderRule
from sauro.notices.models.notices import ANSWER_DAYS
from sauro.notices.policies import rule_policy
from sauro.organizations.models import Unit

HIGHEST_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """Days before the last day (0: on it), the first day after it, the rhythm afterwards, the two escalations; and the
    days in which the unit answers as a giver."""

    days_before: tuple[int, ...]
    days_after: int
    every_days: int
    unit_head_days: int
    giver_head_days: int
    answer_days: int = ANSWER_DAYS

    def level(self, waiting: int) -> int:
        """Return who is told of an answer that is owed for so many days: 0 nobody yet, 1 who decides, 2 the head, 3 the
        heads above."""
        return min(waiting // self.answer_days, HIGHEST_LEVEL)

    @property
    def earliest(self) -> int:
        """How many days before the last day the first reminder comes."""
        return max(self.days_before, default=0)

    def stage(self, last_day: dt.date, today: dt.date) -> int | None:
        """Return the latest stage reached, in days after the last day (negative before it); none before the first.

        A run that was missed is made good by the next one, with the stage that holds then.
        """
        late = (today - last_day).days
        if late >= self.days_after:
            return self.days_after + (late - self.days_after) // self.every_days * self.every_days
        return max((-days for days in self.days_before if -days <= late), default=None)


def site_rule() -> Rule:
    """Return the rule of units that have none of their own, nor above them."""
    return Rule(
        days_before=settings.REMIND_DAYS_BEFORE,
        days_after=settings.REMIND_DAYS_AFTER,
        every_days=settings.REMIND_EVERY_DAYS,
        unit_head_days=settings.ESCALATE_UNIT_HEAD_DAYS,
        giver_head_days=settings.ESCALATE_GIVER_HEAD_DAYS,
        answer_days=settings.ANSWER_DAYS,
    )


class Rules:
    """All rules of units, the nearest above holding for each unit. Takes one query when made."""

    def __init__(self) -> None:
        rows = ReminderRule.objects.select_related("unit")
        self._site = site_rule()
        self._by_path: Mapping[str, Rule] = {row.unit.path: _rule_of(row) for row in rows}

    def of(self, path: str) -> Rule:
        """Return the rule of the unit with this path."""
        return next((self._by_path[one] for one in paths_to(path) if one in self._by_path), self._site)

    @property
    def earliest(self) -> int:
        """The earliest reminder of any rule, in days before the last day."""
        return max(rule.earliest for rule in (self._site, *self._by_path.values()))


def units_with_rules(actor: Actor) -> list[Unit]:
    """Return the units the actor acts for whose rule they may set."""
    mine = Unit.objects.filter(pk__in=[pk for pk, _name in actor.units])
    return list(rule_policy.visible(actor, base=mine).order_by("sort_key"))


def own_rule(unit_id: UUID) -> Rule | None:
    """Return the rule a unit set for itself."""
    row = ReminderRule.objects.filter(unit=unit_id).first()
    return _rule_of(row) if row else None


def _rule_of(row: ReminderRule) -> Rule:
    return Rule(
        tuple(row.days_before),
        row.days_after,
        row.every_days,
        row.unit_head_days,
        row.giver_head_days,
        row.answer_days,
    )
