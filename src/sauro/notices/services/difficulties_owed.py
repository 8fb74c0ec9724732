"""Overdue answers to difficulties: whoever owes one is urged, then their head is told, then the next level."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sauro.access.actor import Actor
from sauro.accounts.selectors.recipients import Recipients
from sauro.difficulties.enums import DifficultyState
from sauro.difficulties.models import Difficulty
from sauro.difficulties.services.escalating import escalate_difficulty
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.selectors.rules import Rules
from sauro.notices.services.hearing import answerers_of
from sauro.notices.services.making import Occasion


def owed_difficulties(day: dt.date, rules: Rules, recipients: Recipients) -> Iterator[Occasion]:
    """Yield what the body that owes an answer is told on a day, by its own rule for overdue work.

    Of several that ask the same only the one that stands for them is urged: one answer settles all.
    """
    for one in _overdue(day):
        rule, late = rules.of(one.at_unit.path), (day - one.due_on).days
        key = f"difficulty:{one.pk}:{one.due_on:%Y%m%d}"
        stage = rule.stage(one.due_on, day)
        if stage is not None and stage > 0:
            yield Occasion(Kind.ANSWER_OVERDUE, f"{key}:{stage}", answerers_of(one, recipients), difficulty=one)
        if late >= rule.unit_head_days:
            heads = recipients.heads(one.at_unit, seeing="tasks.view", otherwise="tasks.lead")
            yield Occasion(Kind.ESCALATED, f"{key}:unit", heads, difficulty=one)


def escalate_owed_difficulties(*, actor: Actor, day: dt.date, rules: Rules) -> int:
    """Tell the next level of every answer overdue for as long as the rule of its body says; return how many."""
    waiting = [one for one in _overdue(day) if one.escalated_to_id is None]
    too_late = [one for one in waiting if (day - one.due_on).days >= rules.of(one.at_unit.path).giver_head_days]
    return sum(escalate_difficulty(actor=actor, difficulty_id=one.pk) is not None for one in too_late)


def _overdue(day: dt.date) -> Iterator[Difficulty]:
    rows = Difficulty.objects.filter(state=DifficultyState.OPEN, same_as=None, due_on__lt=day)
    yield from rows.select_related("at_unit").order_by("id").iterator(chunk_size=500)
