"""Loads so many tasks of invented history into the demo province."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

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
from sauro.demo.lifelike.hiring import hire
from sauro.demo.lifelike.ledger import Ledger, take_sequence
from sauro.demo.lifelike.planning import plan_papers
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
TWO_TIERS = dt.date(2025, 7, 1)
"""Communes and their offices are as they are since this day; no story begins earlier."""
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

    Some thousand come out within one in a hundred. So many that playing them would take long are told by ``echoes``, as
    many as it takes. ``actor`` enters the people. The same seed on the same day gives the same history, up to the
    identities of units and of people who were there before. ``tell`` hears now and then how many assignments there are.
    ``make_acts`` lets somebody listen to the deeds.
    """
    random = Random(seed)  # noqa: S311 -- an invented story, no secret
    clock = _clock(random)
    with copying(PARENTS_FIRST) as copier:
        first = take_sequence()
        ledger = Ledger(copier, random, first)
        hire(actor=actor, ledger=ledger, units=list(Unit.objects.all()), day=clock.days[0], random=random)
        copier.write()
        hired = ledger.events
        ledger.begin_echoes(echoes or echoes_for(tasks))
        stage = Stage(
            random=random, clock=clock, ledger=ledger, staff=load_staff(), chances=chances, acts=make_acts(ledger),
            quota=Quota(tasks // ledger.echoes.count, clock.until), fields=field_hints(),
        )  # fmt: skip
        for at, paper in plan_papers(stage):
            stage.begin(at, stories.directive(stage, at, paper))
        for made in stage.play():
            tell(made * ledger.echoes.count)
        stage.codes.give_back()
        ledger.use_up_sequence(first)
    count = ledger.echoes.count
    return Loaded(stage.tasks * count, hired + (ledger.events - hired) * count, copier.written)


def _clock(random: Random) -> WorkClock:
    until = now()
    first = max(TWO_TIERS, until.astimezone(HERE).date() - dt.timedelta(days=round(MONTHS * 30.44)))
    return WorkClock(random, working_calendar(first.year, until.year + 1), first, until)
