"""Two proposals side by side: what a slider or a fixed person changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sauro.staffing.solver.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Sums:
    """A proposal in five figures: people moved, minutes and support (thousand đồng a month) of all, posts left, and
    the per mille of posts that stay empty at the place that lacks most."""

    moved: int
    minutes: int
    support: int
    left: int
    worst_place: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """``same`` moves are in both. The others by person: where the first and the second send them, None for nowhere."""

    first: Sums
    second: Sums
    same: int
    changed: dict[str, tuple[str | None, str | None]]


def sums_of(proposal: Proposal) -> Sums:
    """The figures of one proposal."""
    arrived = Counter(proposal.problem.opening_of[move.opening].place for move in proposal.moves)
    empty = [
        1000 * max(0, place.approved - place.present - arrived[place.key]) // place.approved
        for place in proposal.problem.places
        if place.approved
    ]
    return Sums(
        moved=len(proposal.moves),
        minutes=sum(move.minutes for move in proposal.moves),
        support=sum(move.support for move in proposal.moves),
        left=sum(proposal.left.values()),
        worst_place=max(empty, default=0),
    )


def compare(first: Proposal, second: Proposal) -> Comparison:
    """Hold two proposals about the same people against each other."""
    one = {move.person: move.opening for move in first.moves}
    other = {move.person: move.opening for move in second.moves}
    people = sorted(one.keys() | other.keys())
    changed = {
        person: (one.get(person), other.get(person)) for person in people if one.get(person) != other.get(person)
    }
    return Comparison(sums_of(first), sums_of(second), len(people) - len(changed), changed)
