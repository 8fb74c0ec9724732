"""Loads so many tasks of invented history into the demo province."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from django.db import transaction

from sauro.access.actor import Actor
from sauro.calendars.selectors.working_days import working_calendar
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.demo.lifelike import stories
from sauro.demo.lifelike.clock import HERE, WorkClock
from sauro.demo.lifelike.copying import Copier, begin_copying
from sauro.demo.lifelike.directives import Paper
from sauro.demo.lifelike.ledger import Ledger, take_sequence, use_up_sequence
from sauro.demo.lifelike.offices import commune_office, party_office, province_office
from sauro.demo.lifelike.staff import create_staff, load_staff
from sauro.demo.lifelike.stage import Stage
from sauro.demo.lifelike.templates import Target, Template, make_template
from sauro.demo.lifelike.texts import Office
from sauro.documents.models import Document, ExtractedText, Reading, ReadingPrints, Reference, StoredFile
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.tasks.models import (
    Assignment,
    DeadlineChange,
    Obligation,
    ObligationBody,
    ProductVersion,
    ProgressReport,
    Series,
    Wait,
)
from sauro.tasks.schedule import schedule_from_print

MONTHS = 18
TWO_TIERS = dt.date(2025, 7, 1)
"""Communes and their offices are as they are since this day; no story begins earlier."""
SEED = 1

PARENTS_FIRST = (
    StoredFile, Document, ExtractedText, Reading, ReadingPrints, Reference, Obligation, ObligationBody, Assignment,
    Series, ProgressReport, ProductVersion, DeadlineChange, Wait,
)  # fmt: skip

_EXPECTED_PARTS = 0.33
"""Parts that a commune passes on for each work it leads, on an average."""
_EXPECTED_PERIODS = {"weekly": 30.0, "monthly": 8.0, "quarterly": 3.2}
"""Occurrences of recurring work sent on an average day."""
_MOST_TEMPLATES = 240
_SHARES = (("T.UBND", 70), ("T.TU", 14), ("xa", 16))

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was written."""

    tasks: int
    events: int
    rows: int


def load_history(*, actor: Actor, tasks: int, seed: int = SEED, tell: Tell = lambda _line: None) -> Loaded:
    """Write about ``tasks`` assignments with their directives, history and events, all of it or nothing.

    The same seed on the same day gives the same history, up to the identities of units and people.
    """
    create_staff(actor=actor, seed=seed)
    with transaction.atomic():
        begin_copying(PARENTS_FIRST)
        copier = Copier([model._meta.db_table for model in PARENTS_FIRST])
        random = Random(seed)  # noqa: S311 -- an invented story, no secret
        ledger = Ledger(copier, random, take_sequence() + 1)
        stage = Stage(random=random, clock=_clock(random), ledger=ledger, staff=load_staff())
        for at, paper in _papers(stage, tasks):
            stage.begin(at, stories.directive(stage, at, paper))
        for made in stage.play():
            tell(str(made))
        copier.write()
        stage.codes.give_back()
        use_up_sequence(ledger.events)
        return Loaded(stage.tasks, ledger.events, copier.written)


def _clock(random: Random) -> WorkClock:
    until = now()
    first = max(TWO_TIERS, until.astimezone(HERE).date() - dt.timedelta(days=round(MONTHS * 30.44)))
    return WorkClock(random, working_calendar(first.year, until.year + 1), first, until)


def _papers(stage: Stage, tasks: int) -> Iterator[tuple[dt.datetime, Paper]]:
    """Plan directives until they make about so many tasks, then give each its moment, its number and its days."""
    templates = _Templates(stage)
    chosen: list[Template] = []
    planned = 0.0
    while planned < tasks:
        template = templates.draw()
        chosen.append(template)
        planned += sum(_expected(stage, target) for target in template.targets)
    numbers: dict[tuple[object, int], int] = {}
    for at, template in zip(stage.clock.givings(len(chosen)), chosen, strict=True):
        issued = stage.clock.day_after(at.astimezone(HERE).date(), -stage.random.choice((0, 0, 1, 1, 2, 3)))
        key = (template.issuer.pk, issued.year)
        numbers[key] = numbers.get(key, 1000) + stage.random.choice((1, 1, 2, 3))
        number = 1000 + numbers[key] % 8999
        yield at, Paper(template, number, issued, _deadlines(stage, issued, template.deadlines))


def _deadlines(stage: Stage, issued: dt.date, count: int) -> list[dt.date]:
    lengths = (7, 10, 15, 15, 20, 30, 30, 45, 60, 90)
    return [stage.clock.day_after(issued, stage.random.choice(lengths)) for _number in range(count)]


def _expected(stage: Stage, target: Target) -> float:
    """How many assignments an order makes in all, on an average."""
    count: float = target.count
    count += _EXPECTED_PARTS * sum(1 for unit in target.leads if unit.pk in stage.below)
    if target.recurrence and schedule_from_print(target.recurrence, None) is not None:
        count += target.count * _EXPECTED_PERIODS.get(target.recurrence, 1)
    return count


class _Templates:
    """The directives that there are to issue, written as they are needed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._units = sorted(Unit.objects.filter(valid__contains=stage.clock.until.date()), key=lambda unit: unit.path)
        self._made: dict[str, list[Template]] = {}
        offices = dict(_SHARES)
        self._offices, self._weights = list(offices), list(offices.values())
        self._communes = self._commune_offices()
        self._by_code = {unit.code: unit for unit in self._units}

    def draw(self) -> Template:
        """Return one, written now while there are few."""
        chance = self._stage.random
        kind = chance.choices(self._offices, self._weights)[0]
        made = self._made.setdefault(kind, [])
        if len(made) >= _MOST_TEMPLATES and chance.random() < 0.995:
            return chance.choice(made)
        office, issuer = self._office(kind)
        template = make_template(chance, office, issuer, chance.choice((3, 4, 5, 6, 6, 7, 8, 10)))
        made.append(template)
        return template

    def _office(self, kind: str) -> tuple[Office, Unit]:
        if kind == "T.UBND":
            return province_office(self._units), self._by_code[kind]
        if kind == "T.TU":
            return party_office(self._units), self._by_code[kind]
        return self._stage.random.choice(self._communes)

    def _commune_offices(self) -> Sequence[tuple[Office, Unit]]:
        committees = [
            unit
            for unit in self._units
            if unit.level == UnitLevel.COMMUNE
            and unit.kind == UnitKind.PEOPLES_COMMITTEE
            and unit.domain == Domain.STATE
        ]
        below = self._stage.below
        return [
            (commune_office(unit, [one.unit for one in below[unit.pk]]), unit)
            for unit in committees
            if unit.pk in below
        ]
