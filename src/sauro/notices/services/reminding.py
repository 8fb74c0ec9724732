"""The daily round: who is reminded of what, and who above them is told. Bears to run twice, and at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db.models import Q, QuerySet

from sauro.access.actor import system_actor
from sauro.accounts.selectors.recipients import Recipients, Users, users_of_posts
from sauro.common.clock import VIETNAM, today
from sauro.common.ids import new_id
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.models import Explanation
from sauro.notices.selectors.rules import HIGHEST_LEVEL, Rule, Rules
from sauro.notices.services.difficulties_owed import escalate_owed_difficulties, owed_difficulties
from sauro.notices.services.hearing import body_of, givers_of, leads_of
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject, in_short
from sauro.organizations.models import Unit
from sauro.organizations.selectors.groups import body_above
from sauro.organizations.selectors.register import Register, current_register
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.models import Assignment
from sauro.tasks.parts import UNDELIVERED
from sauro.tasks.querysets import DatedAssignment, with_last_day

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Round:
    """What one round knows: the day, the rules, who is who."""

    day: dt.date
    rules: Rules
    recipients: Recipients
    register: Register


def remind() -> int:
    """Make every reminder and escalation due today that was not made yet. Returns how many were put forward.

    Work that was handed in, and work that waits for another unit which is late, has nothing its body is late with.
    """
    this_round = _Round(today(), Rules(), Recipients(), current_register())
    put_forward = 0
    rows = _pending(this_round).iterator(chunk_size=_CHUNK)
    while chunk := list(islice(rows, _CHUNK)):
        persons = users_of_posts({row.person_id for row in chunk if row.person_id})
        put_forward += make_notices(one for row in chunk for one in _occasions(row, this_round, persons))
    put_forward += make_notices(_owed_explanations(this_round)) + make_notices(_owed_answers(this_round))
    put_forward += make_notices(owed_difficulties(this_round.day, this_round.rules, this_round.recipients))
    return put_forward + escalate_owed_difficulties(
        actor=system_actor(str(new_id())), day=this_round.day, rules=this_round.rules
    )


def _owed_answers(this_round: _Round) -> Iterator[Occasion]:
    """What waits for the giver: a hand-in for its decision, a question for its answer.

    Who decides is reminded, then the head of the giver is told, then the heads above who may see the work. Work that
    crossed has no giver here.
    """
    waiting = Assignment.objects.filter(state__in=(State.HANDED_IN, State.QUESTIONED), giver_text="")
    rows = waiting.filter(is_kept_by_giver=False).select_related("unit", "giver_unit")
    for row in rows.order_by("id").iterator(chunk_size=_CHUNK):
        since = _waits_since(row)
        level = this_round.rules.of(row.giver_unit.path).level((this_round.day - since).days) if since else 0
        for reached in range(1, level + 1):
            kind = Kind.ANSWER_DUE if reached == 1 else Kind.ANSWER_ESCALATED
            key = f"answer:{row.pk}:{since:%Y%m%d}:{reached}"
            users = _answering(row, this_round.recipients, reached)
            yield Occasion(kind, key, users, assignment=row)
            if reached == HIGHEST_LEVEL and not users:
                yield from _of_the_unit(row.giver_unit, this_round)


def _of_the_unit(giver: Unit, this_round: _Round) -> Iterator[Occasion]:
    """Where nobody above may see the work, those who lead the body above hear, once a week, which unit owes answers.

    They hear of the unit and of no work: to direct and check the bodies below is theirs, to read their work is not.
    """
    above = body_above(this_round.register, giver, this_round.day)
    if above is not None:
        year, week, _weekday = this_round.day.isocalendar()
        users = this_round.recipients.heads(above, seeing="giving.view", otherwise="giving.decide")
        subject = Subject("unit", giver.pk, giver.domain, in_short(giver), None)
        yield Occasion(Kind.ANSWER_ESCALATED, f"owes:{giver.pk}:{year}W{week}", users, subject=subject)


def _waits_since(row: Assignment) -> dt.date | None:
    if row.state == State.QUESTIONED:
        return row.waiting_since
    return row.handed_in_at.astimezone(VIETNAM).date() if row.handed_in_at else None


def _answering(row: Assignment, recipients: Recipients, level: int) -> Users:
    if level == 1:
        return givers_of(row, recipients)
    if level == HIGHEST_LEVEL:
        return recipients.heads_above(row.giver_unit, seeing="giving.view")
    return recipients.heads(row.giver_unit, seeing="giving.view", otherwise="giving.decide")


def _owed_explanations(this_round: _Round) -> Iterator[Occasion]:
    """What was to be explained by yesterday and was not: the body is urged, and its head is told."""
    owed = Explanation.objects.filter(answered_at__isnull=True, due_on__lt=this_round.day)
    for one in owed.select_related("assignment__unit", "assignment__giver_unit").order_by("id"):
        row, recipients = one.assignment, this_round.recipients
        stage = this_round.rules.of(row.unit.path).stage(one.due_on, this_round.day)
        if stage is not None and stage > 0:
            heads = recipients.heads(row.unit, seeing="tasks.view", otherwise="tasks.lead")
            users = body_of(row, recipients) | heads
            yield Occasion(Kind.EXPLANATION_ASKED, f"explain:{one.pk}:{stage}", users, assignment=row)


def _pending(this_round: _Round) -> QuerySet[DatedAssignment]:
    """Return the work on which its body has something to do and whose first reminder may have come."""
    waits_for_others = Q(waiting_since__lte=this_round.day)
    until = this_round.day + dt.timedelta(days=this_round.rules.earliest)
    rows = with_last_day(Assignment.objects.select_related("unit", "giver_unit"))
    rows = rows.filter(state__in=UNDELIVERED, due_on__isnull=False)
    return rows.filter(last_day__lte=until).exclude(waits_for_others).order_by("id")


def _occasions(row: DatedAssignment, this_round: _Round, persons: Mapping[UUID, UUID]) -> Iterator[Occasion]:
    last_day = row.last_day
    if last_day is None:
        return
    rule = this_round.rules.of(row.unit.path)
    person = persons.get(row.person_id) if row.person_id else None
    leads = leads_of(row, this_round.recipients)
    stage = rule.stage(last_day, this_round.day)
    if stage is not None and _is_after_giving(row, last_day, stage):
        own = frozenset({person}) if person else frozenset()
        # Before the deadline the person in charge is enough; once it has passed their leads are told as well.
        users = (own | leads) if stage > 0 else (own or leads)
        key = f"remind:{row.pk}:{last_day:%Y%m%d}:{stage}"
        yield Occasion(_kind_of(stage, last_day, this_round.day), key, users, assignment=row)
    yield from _escalations(row, last_day, rule, this_round)


def _escalations(row: DatedAssignment, last_day: dt.date, rule: Rule, this_round: _Round) -> Iterator[Occasion]:
    # Work that was given after its deadline is late for its body from the day of giving on.
    late = (this_round.day - max(last_day, _given_on(row))).days
    key = f"escalate:{row.pk}:{last_day:%Y%m%d}"
    if late >= rule.unit_head_days and not row.is_kept_by_giver:
        heads = this_round.recipients.heads(row.unit, seeing="tasks.view", otherwise="tasks.lead")
        yield Occasion(Kind.ESCALATED, f"{key}:unit", heads, assignment=row)
    if late >= rule.giver_head_days and not row.has_crossed:
        heads = this_round.recipients.heads(row.giver_unit, seeing="giving.view", otherwise="giving.decide")
        yield Occasion(Kind.ESCALATED, f"{key}:giver", heads, assignment=row)


def _kind_of(stage: int, last_day: dt.date, day: dt.date) -> Kind:
    if stage > 0 or day > last_day:
        return Kind.OVERDUE
    return Kind.DUE_TODAY if day == last_day else Kind.DUE_SOON


def _is_after_giving(row: DatedAssignment, last_day: dt.date, stage: int) -> bool:
    """Whoever got the work today or after the stage's day was told of its deadline then."""
    return last_day + dt.timedelta(days=stage) > _given_on(row)


def _given_on(row: Assignment) -> dt.date:
    return row.given_at.astimezone(VIETNAM).date()
