"""The catalogue of competence: who may do what, given as data with its legal basis and validity.

The catalogue belongs to a site; nothing is assumed where it has no entry. Acts are recognised by the words an entry
lists, so an entry decides how narrowly it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from vanban.text.normalize import fold


@dataclass(frozen=True, slots=True)
class CompetenceEntry:
    """Who may do an act: ``holders`` are levels or bodies as names begin ("UBND xã", "Sở Xây dựng", "cấp xã").

    ``field`` and ``act`` name it for people; ``words`` are groups of phrases that must all be in the order for the
    entry to apply. ``delegated_to`` are bodies that act by delegation. ``valid_to`` is the last day.
    """

    field: str
    act: str
    words: tuple[str, ...]
    holders: tuple[str, ...]
    basis: str
    valid_from: date | None = None
    valid_to: date | None = None
    delegated_to: tuple[str, ...] = ()

    def applies(self, order: str, day: date | None) -> bool:
        """True when the folded ``order`` names the act and the entry holds on ``day``."""
        if day and ((self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to)):
            return False
        spaced = f" {order} "
        return bool(self.words) and all(f" {fold(word)} " in spaced for word in self.words)

    def allows(self, body: str) -> bool:
        """True when ``body`` holds the competence itself or by delegation."""
        name = f"{fold(body)} "
        return any(name.startswith(f"{fold(holder)} ") for holder in (*self.holders, *self.delegated_to))


class CompetenceCatalogue(Protocol):
    """Where rules look competence up."""

    def entries_for(self, order: str, day: date | None) -> Iterable[CompetenceEntry]:
        """The entries whose act the printed ``order`` names, as of ``day``; none means "chưa có căn cứ"."""
        ...


class CatalogueInMemory:
    """A catalogue of entries at hand."""

    def __init__(self, entries: Iterable[CompetenceEntry]) -> None:
        self._entries = tuple(entries)

    def entries_for(self, order: str, day: date | None) -> Iterator[CompetenceEntry]:
        """See :meth:`CompetenceCatalogue.entries_for`."""
        folded = fold(order)
        return (entry for entry in self._entries if entry.applies(folded, day))
