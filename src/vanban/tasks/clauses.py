"""The sentences of a unit, and the clauses of lists that are printed in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vanban.tasks.subject import Subject, find_subject, is_imperative
from vanban.text.letters import CAPITALS
from vanban.text.sentences import sentences
from vanban.text.tokens import Tokens
from vanban.types import Span


@dataclass(slots=True)
class Sentence:
    """A sentence with what the decisions need to know of it."""

    span: Span
    tokens: Tokens
    subject: Subject | None
    imperative: bool
    listed: bool = False
    """An item of a list printed in one line; a task of its own."""

    @property
    def text(self) -> str:
        """The sentence."""
        return self.tokens.text[self.span.start : self.span.end]


def names_of(subject: Subject | None) -> tuple[str, ...]:
    """The names of whom a sentence obliges, to compare them."""
    return tuple(body.name.lower() for body in subject.bodies) if subject else ()


def read_sentences(text: str, start: int, end: int) -> list[Sentence]:
    """Read the sentences of a unit."""
    found = []
    for span in sentences(text, start, end):
        found.extend(
            _numbered_orders(text, span) or _lettered_orders(text, span) or [_sentence(text, span.start, span.end)]
        )
    return found


def _sentence(text: str, start: int, end: int) -> Sentence:
    tokens = Tokens(text, start, end)
    return Sentence(Span(start, end), tokens, find_subject(tokens), is_imperative(tokens))


_CLAUSE_NUMBER = re.compile(r"(?<=[\s:;.*])\((?:\d{1,2}|[ivx]{1,5}|[a-zđ])\)\s*(?=[^\W\d_])")
_FEWEST_ORDERS = 2


def _numbered_orders(text: str, span: Span) -> list[Sentence]:
    """ "…: (1) Bộ A trình …; (2) Bộ B hoàn thiện …": clauses that name their own bodies; none for other lists."""
    numbers = list(_CLAUSE_NUMBER.finditer(text, span.start, span.end))
    if len(numbers) < _FEWEST_ORDERS:
        return []
    ends = [*(number.start() for number in numbers[1:]), span.end]
    clauses = [
        _sentence(text, number.end(), _without_joint(text, number.end(), end))
        for number, end in zip(numbers, ends, strict=True)
    ]
    named = [one for one in clauses if one.subject is not None and not one.subject.heading]
    if len(named) < _FEWEST_ORDERS or len({names_of(one.subject) for one in named}) < _FEWEST_ORDERS:
        return []
    opening = _without_joint(text, span.start, numbers[0].start())
    before = (
        [] if text[opening - 1 : opening] == ":" or opening <= span.start else [_sentence(text, span.start, opening)]
    )
    return [*before, *clauses]


_LETTER = re.compile(rf"(?<=[\s:;.])([abcdđeghi])\)\s+(?=[{CAPITALS}])")
_LETTERS = "abcdđeghi"


def _lettered_orders(text: str, span: Span) -> list[Sentence]:
    """ "Ủy ban nhân dân các xã: a) Rà soát …; b) Công khai …": a list of orders to one body, printed in one line."""
    letters = list(_LETTER.finditer(text, span.start, span.end))
    if len(letters) < _FEWEST_ORDERS or "".join(one.group(1) for one in letters) != _LETTERS[: len(letters)]:
        return []
    opening = _sentence(text, span.start, _without_joint(text, span.start, letters[0].start()))
    if opening.subject is None or not opening.subject.heading or not opening.text.endswith(":"):
        return []
    owner = Subject(opening.subject.bodies, 0, 0)
    ends = [*(letter.start() for letter in letters[1:]), span.end]
    return [
        replace(_sentence(text, letter.end(), _without_joint(text, letter.end(), end)), subject=owner, listed=True)
        for letter, end in zip(letters, ends, strict=True)
    ]


def _without_joint(text: str, start: int, end: int) -> int:
    """The end of a clause without the space, the comma or the semicolon before the next."""
    while end > start and text[end - 1] in " \t\n,;*":
        end -= 1
    return end
