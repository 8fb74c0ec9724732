"""Plans which directives come in when, more than are needed: see ``quota``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from operator import itemgetter

from sauro.demo.lifelike.clock import HERE
from sauro.demo.lifelike.directives import Paper
from sauro.demo.lifelike.offices import commune_office, party_office, province_office
from sauro.demo.lifelike.quota import Expected
from sauro.demo.lifelike.stage import Stage
from sauro.demo.lifelike.templates import Target, Template, make_template
from sauro.demo.lifelike.texts import Office
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.tasks.schedule import schedule_from_print

MOST_TEMPLATES = 240
"""From so many directives of a kind of office on, most are earlier ones under another number and other days."""

MOST_SHORT = 60
"""So many directives of one order are tried in the end."""

_SHARES = {"T.UBND": 70, "T.TU": 14, "commune": 16}
_ORDERS = (3, 4, 5, 6, 6, 7, 8, 10)
_TERMS = (7, 10, 15, 15, 20, 30, 30, 45, 60, 90)


class Planning:
    """Plans directives: those of the history, and in the end a few that bring it to the number that was asked for."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._templates = _Templates(stage)
        self._numbers: dict[tuple[object, int], int] = {}

    def history(self) -> list[tuple[dt.datetime, Paper]]:
        """Return the directives that may be issued in the order of time, with their moments, numbers and days."""
        stage = self._stage
        chosen: list[tuple[dt.datetime, Template, Expected]] = []
        while not stage.quota.is_planned:
            at, template = stage.clock.giving(), self._templates.draw()
            if not template.is_known_on(_day(at)):
                continue
            expected = sum((_expected(stage, target, at) for target in template.targets), Expected())
            stage.quota.plan(expected)
            chosen.append((at, template, expected))
        in_order = sorted(chosen, key=itemgetter(0))
        return [(at, self._numbered(template, expected, at)) for at, template, expected in in_order]

    def rest(self, missing: int, since: dt.datetime) -> Iterator[tuple[dt.datetime, Paper]]:
        """Yield directives of the last minutes that come to ``missing`` assignments, or a few less."""
        for number, template in enumerate(self._templates.fitting(missing)):
            at = since + dt.timedelta(minutes=number)
            yield at, self._numbered(template, Expected(), at)

    def _numbered(self, template: Template, expected: Expected, at: dt.datetime) -> Paper:
        stage = self._stage
        issued = stage.clock.day_after(_day(at), -stage.random.choice((0, 0, 1, 1, 2, 3)))
        if not template.is_known_on(issued):
            issued = _day(at)
        key = (template.issuer.pk, issued.year)
        self._numbers[key] = self._numbers.get(key, 0) + 1
        terms = (stage.random.choice(_TERMS) for _number in range(template.deadlines))
        days = [stage.clock.day_after(issued, term) for term in terms]
        return Paper(template, stage.ledger.echoes.paper_number(self._numbers[key]), issued, days, expected)


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(HERE).date()


def _expected(stage: Stage, target: Target, at: dt.datetime) -> Expected:
    """What an order given at a moment comes to by today, if nothing stops."""
    splittable = sum(1 for unit in target.leads if unit.pk in stage.below)
    schedule = schedule_from_print(target.recurrence, None)
    if schedule is None:
        return Expected(target.count, splittable)
    until = stage.clock.until.astimezone(HERE).date()
    begun = schedule.periods(_day(at), until, stage.clock.is_working)
    periods = sum(1 for _period in begun)
    return Expected(target.count * (1 + periods), splittable * periods)


def _size(template: Template) -> int:
    """How many assignments a directive comes to, if that is known at once: none when some of it recurs."""
    is_plain = all(target.is_plain for target in template.targets)
    return sum(target.count for target in template.targets) if is_plain else 0


class _Templates:
    """The directives that there are to issue, written as they are needed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        in_force = Unit.objects.filter(valid__contains=stage.clock.until.astimezone(HERE).date())
        self._units = sorted(in_force, key=lambda unit: unit.path)
        self._by_code = {unit.code: unit for unit in self._units}
        self._made: dict[str, list[Template]] = {kind: [] for kind in _SHARES}
        self._communes = self._commune_offices()

    def draw(self) -> Template:
        """Return one, written now while there are few."""
        chance = self._stage.random
        kind = chance.choices(list(_SHARES), list(_SHARES.values()))[0]
        made = self._made[kind]
        if len(made) >= MOST_TEMPLATES:
            return chance.choice(made)
        office, issuer = self._office(kind)
        template = make_template(chance, office, issuer, chance.choice(_ORDERS))
        made.append(template)
        return template

    def fitting(self, missing: int) -> Iterator[Template]:
        """Yield known directives that come to so many assignments together, the largest first, then short new ones."""
        sized = [(_size(one), one) for made in self._made.values() for one in made]
        for size, template in sorted(sized, key=itemgetter(0), reverse=True):
            while 0 < size <= missing:
                missing -= size
                yield template
        for _number in range(MOST_SHORT):
            if missing <= 0:
                return
            template = make_template(self._stage.random, *self._office("T.UBND"), 1)
            if 0 < _size(template) <= missing:
                missing -= _size(template)
                yield template

    def _office(self, kind: str) -> tuple[Office, Unit]:
        if kind == "T.UBND":
            return province_office(self._units), self._by_code[kind]
        if kind == "T.TU":
            return party_office(self._units), self._by_code[kind]
        return self._stage.random.choice(self._communes)

    def _commune_offices(self) -> Sequence[tuple[Office, Unit]]:
        below = self._stage.below
        committees = [
            unit
            for unit in self._units
            if unit.level == UnitLevel.COMMUNE and unit.kind == UnitKind.PEOPLES_COMMITTEE and unit.pk in below
        ]
        return [(commune_office(unit, [one.unit for one in below[unit.pk]]), unit) for unit in committees]
