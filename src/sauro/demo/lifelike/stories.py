"""What becomes of a directive and of each piece of work: who does what, and when. All chance is here."""

from __future__ import annotations

import datetime as dt

from sauro.demo.lifelike import directives
from sauro.demo.lifelike.clock import HERE
from sauro.demo.lifelike.directives import Head, Paper
from sauro.demo.lifelike.ledger import Who
from sauro.demo.lifelike.lives import begin_life
from sauro.demo.lifelike.quota import Expected
from sauro.demo.lifelike.staff import system
from sauro.demo.lifelike.stage import Stage, Story
from sauro.demo.lifelike.works import Directive, Order
from sauro.tasks.schedule import Period

_NIGHT = dt.time(0, 20, tzinfo=HERE)


def directive(stage: Stage, at: dt.datetime, paper: Paper) -> Story:
    """A directive is taken in, reviewed order by order, and sent some hours or days later, if it is issued at all."""
    counted = stage.quota.issue(paper.expected, at)
    if counted is None:
        return
    chance, clerk = stage.random, stage.random.choice(stage.staff[paper.template.issuer.pk].clerks)
    taken = directives.take_in(stage, stage.ledger.deed(at, clerk), paper)
    at = stage.clock.after(at, chance.choice((0, 0, 0, 1, 1, 2)))
    if stage.happens(stage.chances.choose_fields):
        yield (at := at + dt.timedelta(seconds=chance.uniform(10, 60)))
        directives.choose_fields(stage, stage.ledger.deed(at, clerk), taken)
    for order in taken.orders:
        yield (at := at + dt.timedelta(seconds=chance.uniform(15, 90)))
        if _may_set_day(order) and stage.happens(stage.chances.office_day):
            directives.set_day(stage, stage.ledger.deed(at, clerk), order, _office_day(stage, at))
            yield (at := at + dt.timedelta(seconds=chance.uniform(5, 30)))
        directives.accept(stage, stage.ledger.deed(at, clerk), order.obligation)
    yield (at := stage.clock.after(at, chance.choice((0, 0, 0, 0, 1, 1, 3))))
    stage.quota.note_sent(paper.expected, counted, _send(stage, at, clerk, taken))


def urgent_directive(stage: Stage, at: dt.datetime, paper: Paper) -> Story:
    """A directive is taken in, accepted and sent within minutes."""
    clerk = stage.random.choice(stage.staff[paper.template.issuer.pk].clerks)
    taken = directives.take_in(stage, stage.ledger.deed(at, clerk), paper)
    for order in taken.orders:
        yield (at := at + dt.timedelta(seconds=stage.random.uniform(5, 15)))
        directives.accept(stage, stage.ledger.deed(at, clerk), order.obligation)
    yield (at := at + dt.timedelta(seconds=stage.random.uniform(5, 15)))
    stage.quota.note_sent(Expected(), Expected(), _send(stage, at, clerk, taken))


def _may_set_day(order: Order) -> bool:
    return bool(order.target.leads) and not order.target.recurrence and order.obligation.due_on is None


def _send(stage: Stage, at: dt.datetime, clerk: Who, taken: Directive) -> Expected:
    """Send a directive; return what it comes to by today, if nothing stops."""
    works, heads = directives.send(stage, stage.ledger.deed(at, clerk), taken)
    for work in works:
        begin_life(stage, at, work)
    splittable = sum(1 for work in works if stage.may_split(work.row))
    count = len(works) + len(heads)
    for head in heads:
        begin_life(stage, at, head.work)
        for occurrence in head.made:
            begin_life(stage, at, occurrence)
        periods = len(head.made) + _follow_periods(stage, at, head)
        count += periods
        splittable += periods if head.work.row.unit_id in stage.below else 0
    return Expected(count, splittable)


def _office_day(stage: Stage, at: dt.datetime) -> dt.date:
    return stage.clock.day_after(at.astimezone(HERE).date(), stage.random.choice((5, 7, 10, 10, 15, 20, 25, 30, 45)))


def _follow_periods(stage: Stage, at: dt.datetime, head: Head) -> int:
    """Make the occurrences of the periods that begin after the day of sending, at night as the job does: how many."""
    day = at.astimezone(HERE).date()
    made = {work.row.period_first for work in head.made}
    periods = head.schedule.periods(day, stage.clock.until.astimezone(HERE).date(), stage.clock.is_working)
    due = [one for one in periods if one.first not in made and one.due >= day and one.first > day]
    if due:
        stage.begin(_night_of(due[0]), _periods(stage, head, due))
    return len(due)


def _periods(stage: Stage, head: Head, periods: list[Period]) -> Story:
    for number, period in enumerate(periods):
        if not head.work.is_open:
            left = len(periods) - number
            stage.quota.note_lost(Expected(left, left if head.work.row.unit_id in stage.below else 0))
            return
        at = _night_of(period)
        occurrence = directives.make_occurrence(stage, stage.ledger.deed(at, system()), head.work, period)
        begin_life(stage, at, occurrence)
        if number + 1 < len(periods):
            yield _night_of(periods[number + 1])


def _night_of(period: Period) -> dt.datetime:
    return dt.datetime.combine(period.first, _NIGHT)
