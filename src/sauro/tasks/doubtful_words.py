"""Parts of an obligation that rest on words which were recognised in a picture with little confidence.

Pure: works on stored values, needs no database. A part that a person typed or corrected rests on that person alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sauro.tasks.enums import BodyRole, Origin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.six_clears import ELEMENT_LABELS, span_of

UncertainWord = Sequence[float]
"""Start, end and confidence (0 to 1), as stored with the text, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A part and the least certain word in it. ``part`` is the name of an element or a role of bodies."""

    part: str
    label: str
    start: int
    end: int
    confidence: float

    @property
    def percent(self) -> int:
        """The confidence as a person reads it."""
        return round(self.confidence * 100)


def doubts_of(
    obligation: Obligation, bodies: Iterable[ObligationBody], uncertain: Sequence[UncertainWord]
) -> list[Doubt]:
    """Return the doubtful parts of an obligation, each once, bodies first."""
    if not uncertain:
        return []
    worst: dict[str, Doubt] = {}
    for part, label, start, end in _parts(obligation, bodies):
        for word_start, word_end, confidence in _words_in(uncertain, start, end):
            held = worst.get(part)
            if held is None or confidence < held.confidence:
                worst[part] = Doubt(part, label, int(word_start), int(word_end), confidence)
    return list(worst.values())


def _parts(obligation: Obligation, bodies: Iterable[ObligationBody]) -> Iterator[tuple[str, str, int, int]]:
    for body in bodies:
        if body.start is not None and body.end is not None and body.source != Origin.PERSON:
            yield body.role, str(BodyRole(body.role).label), body.start, body.end
    for name, label in ELEMENT_LABELS.items():
        element = obligation.elements.get(name)
        span = span_of(element)
        if span and element.get("origin") != Origin.PERSON:
            yield name, str(label), *span


def _words_in(uncertain: Sequence[UncertainWord], start: int, end: int) -> Iterator[UncertainWord]:
    first = max(0, bisect_left(uncertain, float(start), key=lambda word: word[0]) - 1)
    for word in uncertain[first:]:
        if word[0] >= end:
            return
        if word[1] > start:
            yield word
