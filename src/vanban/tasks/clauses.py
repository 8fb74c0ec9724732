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
            _numbered_orders(text, span)
            or _lettered_orders(text, span)
            or _behind_title(text, span)
            or _joined_orders(text, span)
        )
    return found


_TITLE = re.compile(r"[^.;:]{8,140}:\s*\*{2,}\s*(?=[^\W\d_])")
"""A bold title that the order behind it was printed in one line with."""


def _behind_title(text: str, span: Span) -> list[Sentence]:
    """ "**Hoàn thiện thể chế:** Các bộ rà soát …": the order names its bodies behind the title."""
    title = _TITLE.match(text, span.start, span.end)
    if title is None or find_subject(Tokens(text, span.start, title.end())) is not None:
        return []
    orders = _joined_orders(text, Span(title.end(), span.end))
    subject = orders[0].subject
    return orders if subject is not None and not subject.heading else []


_JOINT = re.compile(rf";\s+(?=[{CAPITALS}])")


def _joined_orders(text: str, span: Span) -> list[Sentence]:
    """ "Bộ A ban hành hướng dẫn; Các địa phương rà soát …": clauses that begin anew, each with its own body."""
    whole = _sentence(text, span.start, span.end)
    if whole.subject is None or whole.subject.heading:
        return [whole]
    found: list[Sentence] = []
    start = span.start
    for joint in _JOINT.finditer(text, span.start, span.end):
        clause = _sentence(text, start, joint.start())
        following = find_subject(Tokens(text, joint.end(), span.end))
        if (
            _does_something(clause.subject)
            and _does_something(following)
            and names_of(clause.subject) != names_of(following)
        ):
            found.append(clause)
            start = joint.end()
    return [*found, _sentence(text, start, span.end)] if found else [whole]


def _does_something(subject: Subject | None) -> bool:
    """True for a clause that opens with its bodies and goes on with what they have to do."""
    return subject is not None and not subject.heading and not subject.assigned and not subject.start


def _sentence(text: str, start: int, end: int) -> Sentence:
    tokens = Tokens(text, start, end)
    return Sentence(Span(start, end), tokens, find_subject(tokens), is_imperative(tokens))


_CLAUSE_NUMBER = re.compile(r"(?<=[\s:;.*])\((\d{1,2}|[ivx]{1,5}|[a-zđ])\)[\s*]*(?=[^\W\d_])")
_FEWEST_ORDERS = 2


def _numbered_orders(text: str, span: Span) -> list[Sentence]:
    """ "…: (1) Bộ A trình …; (2) Bộ B hoàn thiện …": clauses that name their bodies, or the orders to one body."""
    numbers = _numbers_of_one_kind(text, span)
    if len(numbers) < _FEWEST_ORDERS:
        return []
    ends = [*(number.start() for number in numbers[1:]), span.end]
    clauses = [
        _sentence(text, number.end(), _without_joint(text, number.end(), end))
        for number, end in zip(numbers, ends, strict=True)
    ]
    opening = _sentence(text, span.start, _without_joint(text, span.start, numbers[0].start()))
    if opening.text.endswith(":") and opening.subject is not None:
        owned = _owned(opening, clauses)
        if owned:
            return owned
    if not _name_several(clauses):
        return []
    before = [] if opening.text.endswith(":") or opening.span.end <= span.start else [opening]
    within = [_numbered_orders(text, one.span) or _joined_orders(text, one.span) for one in clauses]
    return [*before, *(one for several in within for one in several)]


def _numbers_of_one_kind(text: str, span: Span) -> list[re.Match[str]]:
    """The numbers of the outer list: figures, or Roman numerals, or letters, whichever comes first."""
    found = list(_CLAUSE_NUMBER.finditer(text, span.start, span.end))
    return [one for one in found if one.group(1).isdigit() == found[0].group(1).isdigit()]


def _name_several(clauses: list[Sentence]) -> bool:
    named = [one for one in clauses if one.subject is not None and not one.subject.heading]
    return len(named) >= _FEWEST_ORDERS and len({names_of(one.subject) for one in named}) >= _FEWEST_ORDERS


def _owned(opening: Sentence, clauses: list[Sentence]) -> list[Sentence]:
    """ "Bộ A: (1) Trình …; (2) Chủ trì …": orders to the body that opens the list; none for lists of things."""
    subject = opening.subject
    if subject is None or not all(one.imperative for one in clauses):
        return []
    if not subject.heading and not _FOCUS.search(opening.text):
        return []
    owner = Subject(subject.bodies, 0, 0)
    return [replace(one, subject=owner, listed=True) for one in clauses]


_FOCUS = re.compile(
    r"(?:tập\s+trung|thực\s+hiện|triển\s+khai)(?:\s+(?:các\s+)?(?:nhiệm\s+vụ|nội\s+dung|việc)(?:\s+sau)?)?\s*:$", re.I
)
"""How an order ends that only says that its clauses are to be carried out."""


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
