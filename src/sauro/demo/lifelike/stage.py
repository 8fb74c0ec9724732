"""What every story has at hand: the clock, the people, chance, codes, and the deeds."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random
from uuid import UUID

from sauro.demo.lifelike.acts import Acts
from sauro.demo.lifelike.chances import Chances
from sauro.demo.lifelike.clock import WorkClock
from sauro.demo.lifelike.echoes import Echoes
from sauro.demo.lifelike.followers import Follower
from sauro.demo.lifelike.ledger import Ledger
from sauro.demo.lifelike.quota import Quota
from sauro.demo.lifelike.staff import Staff
from sauro.demo.lifelike.works import Directive
from sauro.numbering.services import advance_counter, lock_counter
from sauro.organizations.enums import UnitLevel
from sauro.tasks.enums import BodyRole
from sauro.tasks.field_rules import FieldHint
from sauro.tasks.models import Assignment

Story = Iterator[dt.datetime]
"""A story stops at the moments it yields and goes on there."""


@dataclass(frozen=True, slots=True)
class Character:
    """How a unit works: the delay before it takes work over (a factor), the share it delivers in time, the share it
    never touches, and how often its products come back."""

    pace: float
    care: float
    neglect: float
    returns: float


class Codes:
    """Gives out codes as the numbering does, from counters that are locked meanwhile."""

    def __init__(self, echoes: Echoes) -> None:
        self._echoes = echoes
        self._last: dict[tuple[str, int], int] = {}

    def next(self, prefix: str, year: int) -> str:
        """Return the next code of a prefix in a year."""
        if (prefix, year) not in self._last:
            self._last[prefix, year] = lock_counter(prefix=prefix, year=year)
        self._last[prefix, year] += 1
        return self._echoes.code(prefix, year, self._last[prefix, year])

    def give_back(self) -> None:
        """Tell the numbering what was given out."""
        for (prefix, year), last in self._last.items():
            advance_counter(prefix=prefix, year=year, last=self._echoes.last_number(last))


class Stage:
    """Runs stories in the order of their moments, up to ``clock.until``."""

    def __init__(
        self,
        *,
        random: Random,
        clock: WorkClock,
        ledger: Ledger,
        staff: Mapping[UUID, Staff],
        chances: Chances | None,
        acts: Acts,
        quota: Quota,
        fields: Sequence[FieldHint],
        followers: Sequence[type[Follower]] = (),
    ) -> None:
        self.random, self.clock, self.ledger, self.staff = random, clock, ledger, staff
        self.chances = chances or Chances()
        self.acts, self.quota, self.fields = acts, quota, fields
        self.below = _below(staff)
        self.codes = Codes(ledger.echoes)
        self.desk: dict[Directive, None] = {}
        self.tasks = 0
        self._waiting: list[tuple[float, int, Story]] = []
        self._numbers = count()
        self._characters: dict[UUID, Character] = {}
        # Apart from the story, so that it is the same however many are told of.
        self._telling = Random(0)  # noqa: S311 -- an invented story, no secret
        acts.followers = [kind(self) for kind in followers]
        for follower in acts.followers:
            for story in follower.stories():
                self.begin(clock.on(clock.days[0]), story)

    def may_split(self, row: Assignment) -> bool:
        """Tell whether a unit that leads a piece of work has others below it to pass parts on to."""
        return row.unit_id in self.below and row.role == BodyRole.LEAD and not row.is_recurring

    def happens(self, share: float) -> bool:
        """Draw whether something of this likelihood happens."""
        return self.random.random() < share

    def is_told(self) -> bool:
        """Draw whether notices are kept of a family of work."""
        return self._telling.random() < self.chances.told

    def begin(self, at: dt.datetime, story: Story) -> None:
        """Let a story begin at a moment."""
        if at <= self.clock.until:
            heapq.heappush(self._waiting, (at.timestamp(), next(self._numbers), story))

    def play(self) -> Iterator[int]:
        """Run every story to the present, yielding the number of tasks every now and then and in the end."""
        steps = 0
        while self._waiting:
            story = heapq.heappop(self._waiting)[2]
            following = next(story, None)
            if following is not None:
                self.begin(following, story)
            self.ledger.write_if_full()
            steps += 1
            if steps % 20_000 == 0:
                yield self.tasks
        yield self.tasks

    def finish(self) -> None:
        """Write what is still on a desk or open."""
        for directive in self.desk:
            directive.write(self.ledger)
        self.acts.finish()

    def character(self, unit_id: UUID) -> Character:
        """Return how a unit works; the same one all the time."""
        if unit_id not in self._characters:
            chance = self.random
            care = chance.betavariate(6, 2.2)
            self._characters[unit_id] = Character(
                pace=0.4 + 1.6 * (1 - care) + 0.4 * chance.random(),
                care=care,
                neglect=0.01 + 0.14 * (1 - care) ** 1.5,
                returns=0.05 + 0.2 * (1 - care),
            )
        return self._characters[unit_id]


def _below(staff: Mapping[UUID, Staff]) -> dict[UUID, list[Staff]]:
    """Return the units with people right below each unit."""
    found: dict[UUID, list[Staff]] = {}
    for people in sorted(staff.values(), key=lambda one: one.unit.path):
        parent = people.unit.parent_id
        if parent is not None and people.leads and people.unit.level == UnitLevel.COMMUNE:
            found.setdefault(parent, []).append(people)
    return found
