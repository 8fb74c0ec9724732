"""Which fields of work a sentence may belong to: a few rules anybody can check, and what each of them found.

Nothing is decided here. A rule only adds points and a reason; a person reads the reason and chooses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from vanban.text.normalize import fold

WORD_POINTS = 2
LEAD_POINTS = 3
ISSUER_POINTS = 1
MOST_WORDS = 3
"""More words of one field than these add nothing: a long list of words must not beat a short one by its length."""
MOST_PROPOSALS = 3


@dataclass(frozen=True, slots=True)
class FieldHint:
    """What the rules know of a field: ``words`` as written and as they are compared, and the bodies in charge of it."""

    pk: Any
    code: str
    name: str
    words: tuple[tuple[str, str], ...] = ()
    leads: frozenset[Any] = frozenset()


@dataclass(frozen=True, slots=True)
class FieldProposal:
    """A field with what speaks for it: words of the sentence, leading bodies in charge, the issuing body in charge."""

    field: FieldHint
    words: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    is_issuers: bool = False

    @property
    def points(self) -> int:
        """Two for each word up to three words, three for a leading body in charge, one for the issuing body."""
        found = min(len(self.words), MOST_WORDS) * WORD_POINTS
        return found + (LEAD_POINTS if self.leads else 0) + (ISSUER_POINTS if self.is_issuers else 0)


def as_words(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return words of the list in the shape of :attr:`FieldHint.words`."""
    return tuple((word, f" {fold(word)} ") for word in words if fold(word))


def propose_fields(
    fields: Collection[FieldHint], *, text: str, leads: Iterable[tuple[Any, str]] = (), issuer: Any = None
) -> list[FieldProposal]:
    """Return the likeliest fields of a sentence, best first, at most three; nothing when no rule found anything.

    ``leads`` are the leading bodies of the sentence, identity and name; ``issuer`` is the identity of the issuing one.
    """
    folded, led = f" {fold(text)} ", list(leads)
    proposals = [_proposal(field, folded, led, issuer) for field in fields]
    found = [one for one in proposals if one.words or one.leads or one.is_issuers]
    return sorted(found, key=lambda one: (-one.points, one.field.code))[:MOST_PROPOSALS]


def clear_proposal(proposals: list[FieldProposal]) -> FieldProposal | None:
    """Return the best proposal when no other has as many points and more than the issuing body speaks for it."""
    if not proposals or proposals[0].points <= ISSUER_POINTS:
        return None
    is_tied = len(proposals) > 1 and proposals[1].points == proposals[0].points
    return None if is_tied else proposals[0]


def _proposal(field: FieldHint, folded: str, leads: list[tuple[Any, str]], issuer: Any) -> FieldProposal:
    words = tuple(word for word, key in field.words if key in folded)
    in_charge = tuple(dict.fromkeys(name for pk, name in leads if pk in field.leads))
    return FieldProposal(field, words, in_charge, is_issuers=issuer is not None and issuer in field.leads)
