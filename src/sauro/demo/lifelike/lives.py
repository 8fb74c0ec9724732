"""The life of one piece of work: taken over or not, done in time or late, confirmed at once or after a return."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator

from sauro.demo.lifelike import directives, phrases
from sauro.demo.lifelike.clock import HERE
from sauro.demo.lifelike.ledger import Deed, Who
from sauro.demo.lifelike.staff import Staff
from sauro.demo.lifelike.stage import Stage, Story
from sauro.demo.lifelike.works import Work
from sauro.organizations.models import Unit
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import BodyRole, ReturnKind
from sauro.tasks.transitions import WORKING_STATES

_RETURNS = (ReturnKind.CONTENT, ReturnKind.FORM, ReturnKind.DEMAND_CHANGED)

Going = Generator[dt.datetime, None, bool]
"""A part of a story that tells in the end whether the story goes on."""


def begin_life(stage: Stage, at: dt.datetime, work: Work) -> None:
    """Let the unit begin to act on a piece of work, unless it never touches it or has nobody to act."""
    people, givers = stage.staff.get(work.row.unit_id), stage.staff.get(work.row.giver_unit_id)
    character, chance = stage.character(work.row.unit_id), stage.random
    if people is None or not people.leads or givers is None or not givers.deciders or work.row.is_kept_by_giver:
        return
    _begin_giver(stage, at, work, givers)
    if work.row.state == State.GIVEN and stage.happens(character.neglect):
        return
    begin = stage.clock.after(at, chance.expovariate(1 / (1.3 * character.pace)))
    stage.begin(begin, _Life(stage, begin, work, people, givers).tell())


def _begin_giver(stage: Stage, at: dt.datetime, work: Work, givers: Staff) -> None:
    """The giver may stop the work, or set a day for one that has none."""
    chance, clock = stage.random, stage.clock
    if stage.happens(stage.chances.stop):
        moment = clock.after(at, chance.uniform(4, 40))
        stage.begin(moment, _stop(stage, moment, work, givers))
    elif work.row.due_on is None and not work.row.is_recurring and stage.happens(stage.chances.giver_sets_day):
        moment = clock.after(at, chance.uniform(4, 25))
        stage.begin(moment, _set_day(stage, moment, work, givers))


def _stop(stage: Stage, at: dt.datetime, work: Work, givers: Staff) -> Story:
    if work.is_open:
        who = stage.random.choice(givers.deciders)
        stage.acts.stop(stage.ledger.deed(at, who), work, stage.random.choice(phrases.STOPPED))
    yield from ()


def _set_day(stage: Stage, at: dt.datetime, work: Work, givers: Staff) -> Story:
    if work.is_open and work.asked is None:
        who, day = stage.random.choice(givers.deciders), at.astimezone(HERE).date()
        later = stage.clock.day_after(day, stage.random.choice((5, 7, 10, 15)))
        stage.acts.set_deadline(stage.ledger.deed(at, who), work, later, stage.random.choice(phrases.MOVED))
    yield from ()


class _Life:
    """One piece of work from the day its unit first looks at it. ``at`` is always the present moment."""

    def __init__(self, stage: Stage, at: dt.datetime, work: Work, people: Staff, givers: Staff) -> None:
        self.stage, self.at, self.work = stage, at, work
        self.chance, self.acts, self.chances = stage.random, stage.acts, stage.chances
        self.happens = stage.happens
        self.people, self.givers = people, givers
        self.character = stage.character(work.row.unit_id)
        self.lead = self.chance.choice(people.leads)
        self.worker = self.lead
        self.is_asked = False

    def tell(self) -> Story:
        """Everything that happens, as far as the present day."""
        if not self.work.is_open or (self.work.row.state == State.GIVEN and not (yield from self._take_over())):
            return
        yield from self._name()
        if self.work.row.is_recurring or not self.work.is_open:
            return
        yield from self._delegate()
        if (yield from self._work()):
            yield from self._deliver()

    def _deed(self, who: Who) -> Deed:
        return self.stage.ledger.deed(self.at, who)

    def _giver(self, *, besides: Who | None = None) -> Who | None:
        able = [who for who in self.givers.deciders if besides is None or who.actor.user_id != besides.actor.user_id]
        return self.chance.choice(able) if able else None

    def _later(self, days: float) -> Going:
        """Go on so many working days later, if the work is open then."""
        self.at = self.stage.clock.after(self.at, days)
        yield self.at
        return self.work.is_open

    def _take_over(self) -> Going:
        if self.happens(self.chances.question):
            self.acts.question(self._deed(self.lead), self.work, self.chance.choice(phrases.QUESTIONS))
            if not (yield from self._later(self.chance.uniform(1, 6))):
                return False
            giver = self.chance.choice(self.givers.deciders)
            if self.happens(self.chances.stop_when_questioned):
                self.acts.stop(self._deed(giver), self.work, self.chance.choice(phrases.STOPPED))
                return False
            self.acts.insist(self._deed(giver), self.work, phrases.INSISTED)
            if not (yield from self._later(self.chance.uniform(0, 3))):
                return False
        self.acts.accept(self._deed(self.lead), self.work)
        return True

    def _name(self) -> Going:
        """Name somebody in charge, or find who already is, as in the occurrences of recurring work."""
        held = self.work.row.person_id
        if held is not None:
            known = [who for who in (*self.people.workers, *self.people.leads) if who.post == held]
            self.worker = known[0] if known else self.lead
            return True
        if not self.people.workers or not self.happens(self.chances.name):
            return True
        if not (yield from self._later(self.chance.choice((0, 0, 0, 1)))):
            return False
        self.worker = self.chance.choice(self.people.workers)
        self.acts.name(self._deed(self.lead), self.work, self.worker)
        return True

    def _delegate(self) -> Story:
        """Pass a part to a division below, if there is one."""
        below = self.stage.below.get(self.work.row.unit_id, ())
        if not below or self.work.row.role != BodyRole.LEAD or not self.happens(self.chances.delegate):
            return
        for division in self.chance.sample(below, k=min(len(below), self.chance.choice((1, 1, 1, 2)))):
            self.at += dt.timedelta(seconds=self.chance.uniform(60, 600))
            yield self.at
            if not self.work.is_open or self.stage.quota.room < 1:
                return
            wording, due = self.chance.choice(phrases.DELEGATED), self.work.row.due_on
            own = due - dt.timedelta(days=2) if due and self.happens(0.6) else None
            part = directives.delegate(self.stage, self._deed(self.lead), self.work, division.unit, wording, own)
            begin_life(self.stage, self.at, part)

    def _work(self) -> Going:
        """Report now and then until the work is ready; tell whether it is ever handed in."""
        days, gives_up = self._plan()
        while days > 0:
            step = self.chance.uniform(4, 13)
            if step >= days:
                return (yield from self._later(days)) and not gives_up
            days -= step
            if not (yield from self._later(step)):
                return False
            if self.happens(0.25 + 0.6 * self.character.care):
                self._report(days)
            self._maybe_talk()
            self._maybe_rename()
            self._maybe_wait()
            yield from self._maybe_ask()
            if not self.work.is_open:
                return False
        return not gives_up

    def _plan(self) -> tuple[float, bool]:
        """In how many working days the work is ready, and whether it is given up before it is handed in."""
        due, today = self.work.row.due_on, self.at.astimezone(HERE).date()
        if due is None:
            return self.chance.lognormvariate(2.7, 0.7), self.happens(self.chances.give_up_undated)
        left = self.stage.clock.working_days_between(today, due)
        if self.happens(self.character.care):
            return max(0.3, left - self.chance.choice((0, 0, 0, 1, 1, 2, 4))), False
        return left + 1 + self.chance.expovariate(1 / 8), self.happens(self.chances.give_up_late)

    def _report(self, days_left: float) -> None:
        known = self.work.row.progress
        progress = min(95, max(known, round(100 / (1 + days_left / 6) / 5) * 5))
        low, high = self.work.split().reach
        progress = min(high, max(low, progress))
        self.acts.report(self._deed(self.worker), self.work, progress, self.chance.choice(phrases.REPORTS))

    def _maybe_talk(self) -> None:
        """The giver asks how it goes, and the body answers when it looks at the work again."""
        if self.is_asked:
            self.is_asked = False
            named = self.givers.unit if self.happens(0.5) else None
            self._say(self.worker, self.chance.choice(phrases.TALK_OF_BODY), named)
        elif self.happens(self.chances.talk):
            giver = self._giver(besides=self.worker)
            if giver is not None:
                self.is_asked = True
                self._say(giver, self.chance.choice(phrases.TALK_OF_GIVER), self.people.unit)

    def _say(self, who: Who, text: str, named: Unit | None) -> None:
        words = f"@{named.name} {text}" if named else f"{text[0].upper()}{text[1:]}"
        self.acts.say(self._deed(who), self.work, words, named)

    def _maybe_rename(self) -> None:
        """Put somebody else in charge who works in the unit."""
        held = self.work.row.person_id
        others = [who for who in self.people.workers if who.post != held]
        if held is not None and others and self.happens(self.chances.rename):
            self.worker = self.chance.choice(others)
            self.acts.name(self._deed(self.lead), self.work, self.worker)

    def _maybe_wait(self) -> None:
        if self.work.waits_for is not None:
            if self.happens(self.chances.end_wait):
                self.acts.end_wait(self._deed(self.worker), self.work)
            return
        # A wait is written with its family: it never names a part of another one.
        owed = [one for one in self.work.owed() if one.family is self.work.family]
        if owed and self.happens(self.chances.wait):
            self.acts.begin_wait(self._deed(self.worker), self.work, owed[0], phrases.WAITS)

    def _maybe_ask(self) -> Going:
        """Ask for a later day when the deadline is near; the giver answers within days."""
        due, today = self.work.row.due_on, self.at.astimezone(HERE).date()
        if due is None or self.work.asked is not None or not -3 <= (due - today).days <= 6:
            return True
        if not self.happens(self.chances.ask):
            return True
        day = self.stage.clock.day_after(max(due, today), self.chance.choice((5, 5, 7, 10)))
        if day <= due:
            return True
        self.acts.ask(self._deed(self.worker), self.work, day, self.chance.choice(phrases.ASKED))
        if not (yield from self._later(self.chance.expovariate(1 / 1.5))) or self.work.asked is None:
            return True
        self._answer(day)
        return True

    def _answer(self, day: dt.date) -> None:
        giver, chances = self._giver(besides=self.worker), self.chances
        outcome, refused = self.chance.random(), chances.withdraw + chances.refuse
        if outcome < chances.withdraw or giver is None:
            self.acts.withdraw(self._deed(self.worker), self.work)
        elif outcome < refused:
            self.acts.refuse(self._deed(giver), self.work, phrases.REFUSED)
        elif outcome < refused + chances.grant:
            earlier, due = self.stage.clock.day_after(day, -2), self.work.row.due_on
            granted = earlier if self.happens(0.2) and due is not None and earlier > due else day
            self.acts.grant(self._deed(giver), self.work, granted)

    def _deliver(self) -> Story:
        """Hand in until the giver confirms."""
        returns = self.character.returns * self.chances.returns
        while True:
            product = self.chance.choice(phrases.PRODUCTS)
            self.acts.hand_in(self._deed(self.worker), self.work, product, phrases.OPEN_PARTS)
            giver = self._giver(besides=self.worker)
            if giver is None or self.happens(self.chances.giver_forgets):
                return
            if not (yield from self._later(self.chance.expovariate(1 / 2.5))):
                return
            if not self.happens(returns):
                self.acts.confirm(self._deed(giver), self.work)
                return
            kind = self.chance.choices(_RETURNS, weights=(55, 35, 10))[0]
            self.acts.give_back(self._deed(giver), self.work, kind, self.chance.choice(phrases.RETURNED))
            returns /= 3
            if not (yield from self._later(self.chance.uniform(1, 8))) or self.work.row.state not in WORKING_STATES:
                return
