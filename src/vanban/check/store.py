"""The other documents of a site, as far as the person who checks may see them.

Rules never open a store of their own: the caller passes one in, and it answers for that person only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from vanban.check.fingerprints import fingerprints


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of the store. ``repealed_by`` and ``amended_by`` are names as a reader would print them.

    ``repealed_on`` is the first day on which it no longer holds; None with ``repealed_by`` when the day is unknown.
    """

    number: str
    symbol: str
    name: str
    issued_on: date | None = None
    issuer: str | None = None
    repealed_by: str | None = None
    repealed_on: date | None = None
    amended_by: tuple[str, ...] = ()
    text: str = field(default="", repr=False)


class DocumentStore(Protocol):
    """What rules ask of the documents that the person who checks may see."""

    def find(self, number: str, symbol: str) -> Sequence[StoredDocument]:
        """The documents with this number and symbol; several when numbers start again every year."""
        ...

    def keeps(self, symbol: str) -> bool:
        """True when every document with this symbol is kept here, so that a missing one does not exist."""
        ...

    def sharing(self, prints: frozenset[int]) -> Sequence[StoredDocument]:
        """Documents of a higher level, with their text, that share one of the fingerprints."""
        ...


class DocumentsInMemory:
    """A store of documents that the caller has at hand; ``complete_symbols`` are those of which it holds all."""

    def __init__(
        self,
        documents: Iterable[StoredDocument],
        *,
        higher: Iterable[StoredDocument] = (),
        complete_symbols: Iterable[str] = (),
    ) -> None:
        self._higher = tuple(higher)
        self._by_number: dict[tuple[str, str], list[StoredDocument]] = {}
        for document in (*documents, *self._higher):
            self._by_number.setdefault((document.number.lstrip("0"), document.symbol), []).append(document)
        self._complete = frozenset(complete_symbols)
        self._prints = [fingerprints(document.text) for document in self._higher]

    def find(self, number: str, symbol: str) -> Sequence[StoredDocument]:
        """See :meth:`DocumentStore.find`."""
        return self._by_number.get((number.lstrip("0"), symbol), ())

    def keeps(self, symbol: str) -> bool:
        """See :meth:`DocumentStore.keeps`."""
        return symbol in self._complete

    def sharing(self, prints: frozenset[int]) -> Sequence[StoredDocument]:
        """See :meth:`DocumentStore.sharing`."""
        return [one for one, known in zip(self._higher, self._prints, strict=True) if not known.isdisjoint(prints)]
