"""Which difficulties are likely to ask the same. People decide; this only puts the likely ones first."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.difficulties.enums import DifficultyState
from sauro.difficulties.models import Difficulty
from sauro.difficulties.policies import difficulty_policy

MOST_SHOWN = 20
LIKELY = 0.3
"""From this share of common letter groups on, two are shown as likely to ask the same."""
_SAME_WORK = 0.15
"""What it adds that both were raised on work from the same sentence of a document."""


@dataclass(frozen=True, slots=True)
class Like:
    """Another difficulty; ``is_likely`` to ask the same, by its words and where it comes from."""

    difficulty: Difficulty
    likeness: float

    @property
    def is_likely(self) -> bool:
        """Whether it is put forward, or only offered."""
        return self.likeness >= LIKELY


def alike_and_open(actor: Actor, difficulty: Difficulty) -> list[Like]:
    """Return others lying with the same body and open, one for each group, the likeliest first. Takes one query."""
    head_id = difficulty.same_as_id or difficulty.pk
    rows = _others(actor, difficulty).filter(state=DifficultyState.OPEN, same_as=None).exclude(pk=head_id)
    return _ranked(rows, difficulty)[:MOST_SHOWN]


def alike_and_answered(actor: Actor, difficulty: Difficulty) -> list[Like]:
    """Return others that this body has answered and that are likely to ask the same. Takes one query."""
    rows = _others(actor, difficulty).filter(state=DifficultyState.ANSWERED, same_as=None)
    return [like for like in _ranked(rows, difficulty) if like.is_likely][:MOST_SHOWN]


def _others(actor: Actor, difficulty: Difficulty) -> QuerySet[Difficulty]:
    rows = difficulty_policy.visible(actor).filter(at_unit=difficulty.at_unit, domain=difficulty.domain)
    return rows.exclude(pk=difficulty.pk).select_related("unit", "assignment")


def _ranked(rows: QuerySet[Difficulty], difficulty: Difficulty) -> list[Like]:
    likeness = TrigramSimilarity("likeness_key", difficulty.likeness_key)
    nearest = rows.annotate(likeness=likeness).order_by("-likeness", "-raised_at")[: 5 * MOST_SHOWN]
    own = difficulty.assignment.obligation_id if difficulty.assignment else None
    found = []
    for one in nearest:
        shares_work = own is not None and one.assignment is not None and one.assignment.obligation_id == own
        found.append(Like(one, one.likeness + (_SAME_WORK if shares_work else 0.0)))
    return sorted(found, key=lambda like: -like.likeness)
