"""Loads so many tasks of invented history into the demo province."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from django.db.models import Model

from sauro.access.actor import Actor
from sauro.accounts.models import Grant, User
from sauro.calendars.selectors.working_days import working_calendar
from sauro.common.clock import now
from sauro.demo.lifelike import stories
from sauro.demo.lifelike.acts import Acts
from sauro.demo.lifelike.chances import Chances
from sauro.demo.lifelike.clock import HERE, WorkClock
from sauro.demo.lifelike.copying import copying
from sauro.demo.lifelike.echoes import echoes_for
from sauro.demo.lifelike.followers import follower_kinds
from sauro.demo.lifelike.hiring import hire
from sauro.demo.lifelike.ledger import Ledger, take_sequence
from sauro.demo.lifelike.planning import Planning
from sauro.demo.lifelike.quota import Quota
from sauro.demo.lifelike.staff import load_staff
from sauro.demo.lifelike.stage import Stage
from sauro.documents.models import Document, ExtractedText, Reading, ReadingPrints, Reference, StoredFile
from sauro.organizations.models import Appointment, Person, Unit
from sauro.tasks.models import (
    Assignment,
    DeadlineChange,
    Obligation,
    ObligationBody,
    ProductVersion,
    ProgressReport,
    Question,
    Series,
    Wait,
)
from sauro.tasks.selectors.fields import field_hints

MONTHS = 18
LAST_HOUR = dt.timedelta(hours=1)
"""In it come the last directives, as many as are missing from the number that was asked for."""
SEED = 1

PARENTS_FIRST = (
    Person, Appointment, User, Grant,
    StoredFile, Document, ExtractedText, Reading, ReadingPrints, Reference, Obligation, ObligationBody, Assignment,
    Series, ProgressReport, ProductVersion, DeadlineChange, Wait, Question,
)  # fmt: skip

Tell = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was written: assignments, events, and rows in all (history and events included)."""

    tasks: int
    events: int
    rows: int


def load_history(
    *,
    actor: Actor,
    tasks: int,
    seed: int = SEED,
    tell: Tell = lambda _tasks: None,
    chances: Chances | None = None,
    make_acts: Callable[[Ledger], Acts] = Acts,
    echoes: int | None = None,
) -> Loaded:
    """Write ``tasks`` assignments with their directives, history and events, all of it or nothing.

    The number is met within one in a hundred. So many that playing them would take long are told by ``echoes``, as many
    as it takes. ``actor`` enters the people. The same seed on the same day gives the same history, up to the identities
    of units and of people who were there before. ``tell`` hears now and then how many assignments there are.
    ``make_acts`` lets somebody listen to the deeds.
    """
    random = Random(seed)  # noqa: S311 -- an invented story, no secret
    clock = _clock(random)
    followers = follower_kinds()
    models: list[type[Model]] = [*PARENTS_FIRST, *(model for kind in followers for model in kind.models)]
    with copying(models, [model for kind in followers for model in kind.single]) as copier:
        first = take_sequence()
        ledger = Ledger(copier, random, first)
        hire(actor=actor, ledger=ledger, units=list(Unit.objects.all()), day=clock.days[0], random=random)
        copier.write()
        hired = ledger.events
        ledger.begin_echoes(echoes or echoes_for(tasks))
        stage = Stage(
            random=random, clock=clock, ledger=ledger, staff=load_staff(), chances=chances, acts=make_acts(ledger),
            quota=Quota(tasks // ledger.echoes.count, clock.until), fields=field_hints(), followers=followers,
        )  # fmt: skip
        _play(stage, tasks // ledger.echoes.count, lambda made: tell(made * ledger.echoes.count))
        stage.codes.give_back()
        ledger.use_up_sequence(first)
    count, alone = ledger.echoes.count, ledger.single_events
    return Loaded(stage.tasks * count, hired + (ledger.events - hired - alone) * count + alone, copier.written)


def _play(stage: Stage, tasks: int, tell: Tell) -> None:
    planning, until = Planning(stage), stage.clock.until
    for at, paper in planning.history():
        stage.begin(at, stories.directive(stage, at, paper))
    for made in stage.play():
        tell(made)
    stage.clock.until = until + LAST_HOUR
    for at, paper in planning.rest(tasks - stage.tasks, until):
        stage.begin(at, stories.urgent_directive(stage, at, paper))
    for made in stage.play():
        tell(made)
    stage.finish()


def _clock(random: Random) -> WorkClock:
    until = now() - LAST_HOUR
    day = until.astimezone(HERE).date()
    first = max(_province_since(day), _months_before(day, MONTHS))
    return WorkClock(random, working_calendar(first.year, until.year + 1), first, until)


def _months_before(day: dt.date, count: int) -> dt.date:
    """Return the same day so many months earlier, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _province_since(day: dt.date) -> dt.date:
    """No story begins before its province does. One order to communes is not given before they are there."""
    since = Unit.objects.filter(parent__isnull=True, valid__contains=day).values_list("valid", flat=True).first()
    return since.lower if since is not None and since.lower else day
