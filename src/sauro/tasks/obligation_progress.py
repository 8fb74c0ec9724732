"""Where an obligation stands: the roll-up of the assignments it became, without a database and never stored.

The leads decide. What coordinators owe is counted beside them and changes nothing of where the obligation stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import BodyRole, Progressing
from sauro.tasks.lights import Light
from sauro.tasks.roll_up import Portion, Split

_NOT_TAKEN_OVER = frozenset({State.GIVEN, State.QUESTIONED})
_DELIVERED = frozenset({State.HANDED_IN, State.CONFIRMED})
_GRAVEST_FIRST = (Light.RED, Light.GREY, Light.AMBER, Light.BLUE, Light.NONE, Light.GREEN)


@dataclass(frozen=True, slots=True)
class Strand:
    """One assignment of an obligation, as the roll-up sees it."""

    role: str
    state: str
    progress: int
    light: str


@dataclass(frozen=True, slots=True)
class ObligationProgress:
    """Where an obligation stands. ``progress`` is the mean over its leads in whole percent, ``light`` the gravest of
    theirs; what was stopped counts for neither. Of the coordinators it tells how many there are and have delivered."""

    standing: Progressing
    progress: int
    light: Light
    leads: int
    leads_done: int
    coordinators: int
    coordinators_done: int


def obligation_progress(strands: Iterable[Strand]) -> ObligationProgress:
    """Return where an obligation stands."""
    every = list(strands)
    leads = [one for one in every if one.role == BodyRole.LEAD]
    live = [one for one in leads if one.state != State.STOPPED]
    coordinators = [one for one in every if one.role != BodyRole.LEAD and one.state != State.STOPPED]
    return ObligationProgress(
        standing=_standing(leads, live),
        progress=Split(Portion(0, Fraction(0)), tuple(Portion(1, Fraction(one.progress)) for one in live)).shown,
        light=min((Light(one.light) for one in live), key=_GRAVEST_FIRST.index, default=Light.NONE),
        leads=len(live),
        leads_done=_delivered(live, {State.CONFIRMED}),
        coordinators=len(coordinators),
        coordinators_done=_delivered(coordinators, _DELIVERED),
    )


def _standing(leads: Sequence[Strand], live: Sequence[Strand]) -> Progressing:
    states = {State(one.state) for one in live}
    if not states:
        return Progressing.STOPPED if leads else Progressing.NOT_SENT
    if states == {State.CONFIRMED}:
        return Progressing.DONE
    if states <= _DELIVERED:
        return Progressing.WAITING
    return Progressing.GIVEN if states <= _NOT_TAKEN_OVER else Progressing.IN_PROGRESS


def _delivered(strands: Sequence[Strand], states: Iterable[State]) -> int:
    return sum(State(one.state) in set(states) for one in strands)
