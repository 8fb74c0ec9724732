"""How progress rolls up the tree of delegation: arithmetic over shares and percents, without a database.

A body that splits its work keeps a portion itself; every part is a portion of its own. A share is a weight: 40 beside
60 is two fifths. Splitting takes shares out of what is kept and a part given back puts its share in again, so nothing
is ever lost: the sum of all shares never shrinks, and the work done (share times progress) stays what it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import repeat

WHOLE = 100
"""The share of an assignment that nobody has split, and the percent of work that is done."""


@dataclass(frozen=True, slots=True)
class Portion:
    """A portion of a piece of work: its share (0 or more) and how far it got (0 to 100)."""

    share: int
    progress: Fraction

    @property
    def done(self) -> Fraction:
        """The work done, in share times percent."""
        return self.share * self.progress


@dataclass(frozen=True, slots=True)
class Split:
    """What a body keeps of an assignment, and the parts it gave to others."""

    kept: Portion
    parts: tuple[Portion, ...] = ()

    @property
    def total(self) -> int:
        """The sum of all shares."""
        return self.kept.share + sum(part.share for part in self.parts)

    @property
    def progress(self) -> Fraction:
        """The progress of the whole, weighted by share. Of a whole without any share it is that of what is kept."""
        if not self.total:
            return self.kept.progress
        return (self.kept.done + self._given_away) / self.total

    @property
    def _given_away(self) -> Fraction:
        return sum((part.done for part in self.parts), Fraction(0))

    @property
    def shown(self) -> int:
        """The progress in whole percent: rounded to the nearest, and 100 only when nothing is left to do."""
        return shown_percent(self.progress)

    @property
    def kept_shown(self) -> int:
        """The progress of what is kept, in whole percent."""
        return shown_percent(self.kept.progress)

    @property
    def reach(self) -> tuple[int, int]:
        """The lowest and highest whole percent that the body can report without contradicting its parts: whatever it
        says of what it keeps, the parts stay as they are."""
        low = replace(self, kept=replace(self.kept, progress=Fraction(0)))
        high = replace(self, kept=replace(self.kept, progress=Fraction(WHOLE)))
        return (low.shown, high.shown) if self.kept.share else (self.shown, self.shown)

    def reported(self, percent: int) -> Split | None:
        """Return the split after the body reported ``percent`` of the whole, or None when its parts contradict it."""
        low, high = self.reach
        if not low <= percent <= high:
            return None
        if not self.kept.share:
            return self
        left = (percent * self.total - self._given_away) / self.kept.share
        progress = min(max(left, Fraction(0)), Fraction(WHOLE))
        return replace(self, kept=replace(self.kept, progress=progress))

    def give(self, shares: Sequence[int]) -> tuple[Split, list[Portion]]:
        """Return the split after giving parts with these shares away, and the new parts.

        Each takes what it can from the kept portion, with the progress made there. What goes beyond it is more work
        than the whole was thought to be, of which nothing is done.
        """
        kept, given = self.kept, list[Portion]()
        for share in shares:
            taken = min(share, kept.share)
            given.append(Portion(share, taken * kept.progress / share if share else Fraction(0)))
            kept = replace(kept, share=kept.share - taken)
        return Split(kept, (*self.parts, *given)), given

    def take_back(self, part: Portion) -> Split:
        """Return the split after one of its parts came back to the body: its share and its progress are kept again."""
        parts = list(self.parts)
        parts.remove(part)
        share = self.kept.share + part.share
        progress = (self.kept.done + part.done) / share if share else self.kept.progress
        return Split(Portion(share, progress), tuple(parts))


def shown_percent(progress: Fraction) -> int:
    """Return a progress in whole percent, rounded to the nearest; 100 means that nothing at all is left."""
    return WHOLE if progress >= WHOLE else min(WHOLE - 1, int(progress + Fraction(1, 2)))


def equal_shares(kept: int, others: Sequence[int], count: int) -> list[int]:
    """Return shares for ``count`` parts for which nobody named one.

    What is kept is divided equally between them and the body itself. When nothing is kept, each is as large as the
    other parts are on average.
    """
    if kept > count:
        return list(repeat(kept // (count + 1), count))
    average = sum(others) // len(others) if others else 0
    return list(repeat(max(1, average), count))
